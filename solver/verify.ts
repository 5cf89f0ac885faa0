/**
 * Holds every claim of a solution against what the certificate recomputes from the problem alone. A claim that is off
 * in either direction is named; an engine's own bound, which nobody can recompute, is told apart.
 */
import type { Violation } from './certificate/assignment.ts';
import { certify, gapOf } from './certificate/certify.ts';
import type { Flaw } from './certificate/flaw.ts';
import type { Problem } from './problem.ts';
import type { Solution } from './solution.ts';

interface Sentence {
  readonly sv: string;
  readonly en: string;
}

export interface Verdict {
  /** Every claim that does not hold. */
  readonly mismatches: readonly Sentence[];
  /** What nobody can recompute and therefore has only the engine's word. */
  readonly onTrust: readonly Sentence[];
}

/** Recomputes a solution's claims. A conflict or unknown has no assignment, and so nothing that could be verified. */
export function verifySolution(problem: Problem, solution: Solution): Verdict {
  if (!('chosen' in solution)) {
    const nothing = {
      sv: `Lösningen har ingen placering att kontrollera (status ${solution.status}).`,
      en: `The solution has no assignment to check (status ${solution.status}).`,
    };
    return { mismatches: [nothing], onTrust: [] };
  }
  const certificate = certify(problem, solution.chosen, solution);
  const byEngine = solution.proof === 'engine' && solution.bound < certificate.bound;
  const bound = byEngine ? solution.bound : certificate.bound;
  const { objective, violations } = certificate;
  const broken = violations.flatMap((v) => (v.kind === 'constraint' ? [v.constraint] : []));
  const admitted = solution.status === 'infeasible' ? new Set(solution.broken) : new Set<number>();
  const status = broken.length > 0 ? 'infeasible' : bound <= objective ? 'optimal' : 'feasible';
  const claims: readonly (readonly [name: string, claimed: string | number, recomputed: string | number])[] =
    [
      ['objective', solution.objective, objective],
      ['certifiedBound', solution.certifiedBound, certificate.bound],
      ['bound', solution.bound, bound],
      ['gap', solution.gap, gapOf(objective, bound)],
      ['proof', solution.proof, byEngine ? 'engine' : certificate.proof],
      ['status', solution.status, status],
      ['broken', [...admitted].sort(rising).join(', '), admitted.size === 0 ? '' : broken.join(', ')],
    ];
  const unsaid = violations.filter((v) => v.kind !== 'constraint' || !admitted.has(v.constraint));
  return {
    mismatches: [
      ...unsaid.map((violation) => violationSentence(problem, violation)),
      ...certificate.flaws.map(flawSentence),
      ...claims.filter(([, claimed, recomputed]) => claimed !== recomputed).map(claimSentence),
    ],
    onTrust: byEngine
      ? [
          {
            sv: `Gränsen ${bound} är motorns egen; beviset som går att räkna om ger ${certificate.bound}.`,
            en: `The bound ${bound} is the engine's own; the proof that can be recomputed gives ${certificate.bound}.`,
          },
        ]
      : [],
  };
}

const rising = (a: number, b: number): number => a - b;

function claimSentence([name, claimed, recomputed]: readonly [
  string,
  string | number,
  string | number,
]): Sentence {
  return {
    sv: `${name} påstås vara ${claimed} men blir ${recomputed} när det räknas om.`,
    en: `${name} is claimed to be ${claimed} but recomputes to ${recomputed}.`,
  };
}

function violationSentence(problem: Problem, violation: Violation): Sentence {
  if (violation.kind === 'length') {
    return {
      sv: `${violation.read} val för ${violation.expected} deltagare.`,
      en: `${violation.read} choices for ${violation.expected} participants.`,
    };
  }
  if (violation.kind === 'option') {
    const id = problem.participants[violation.participant];
    return {
      sv: `Alternativ ${violation.option} finns inte för deltagare ${id}.`,
      en: `Option ${violation.option} is not one of participant ${id}'s.`,
    };
  }
  const id = problem.constraints[violation.constraint];
  return {
    sv: `${id}: ${violation.used} används, gränsen är ${violation.limit}.`,
    en: `${id}: ${violation.used} used, the limit is ${violation.limit}.`,
  };
}

function flawSentence(flaw: Flaw): Sentence {
  if (flaw.kind === 'prices') {
    return {
      sv: `Beviset har ${flaw.read} priser, det ska ha ${flaw.expected}.`,
      en: `The proof has ${flaw.read} prices, it must have ${flaw.expected}.`,
    };
  }
  if (flaw.kind === 'price') {
    return {
      sv: `Pris ${flaw.index} är ${flaw.price}, det ska vara mellan 0 och ${flaw.most}.`,
      en: `Price ${flaw.index} is ${flaw.price}, it must be between 0 and ${flaw.most}.`,
    };
  }
  const where =
    flaw.kind === 'cut'
      ? { sv: `Snitt ${flaw.cut}`, en: `Cut ${flaw.cut}` }
      : { sv: 'Trädet', en: 'The tree' };
  return { sv: `${where.sv} håller inte: ${flaw.why}`, en: `${where.en} does not hold: ${flaw.why}` };
}
