/**
 * Holds every claim of a solution against what the certificate recomputes from the problem alone. A claim that is off
 * in either direction is named; an engine's own bound, which nobody can recompute, is told apart.
 */
import type { Violation } from './certificate/assignment.ts';
import type { Flaw } from './certificate/bound.ts';
import { certify, gapOf } from './certificate/certify.ts';
import type { Problem } from './problem.ts';
import type { Solution } from './solution.ts';

interface Sentence {
  readonly sv: string;
  readonly en: string;
}

export interface Verdict {
  /** What does not hold; empty when everything does. */
  readonly findings: readonly Sentence[];
  /** The bound rests on an engine's word: `certifiedBound` is what is proven. */
  readonly byEngine: boolean;
}

/** Recomputes a solution's claims. A conflict or unknown has no assignment, and so nothing that could be verified. */
export function verifySolution(problem: Problem, solution: Solution): Verdict {
  if (!('chosen' in solution)) {
    return {
      findings: [
        {
          sv: `Lösningen har ingen placering att kontrollera (status ${solution.status}).`,
          en: `The solution has no assignment to check (status ${solution.status}).`,
        },
      ],
      byEngine: false,
    };
  }
  const certificate = certify(problem, solution.chosen, solution);
  const byEngine = solution.proof === 'engine';
  const bound = byEngine ? solution.bound : certificate.bound;
  const claims: readonly (readonly [name: string, claimed: string | number, recomputed: string | number])[] =
    [
      ['objective', solution.objective, certificate.objective],
      ['certifiedBound', solution.certifiedBound, certificate.bound],
      ['bound', solution.bound, bound],
      ['gap', solution.gap, gapOf(certificate.objective, bound)],
      ['proof', solution.proof, byEngine ? 'engine' : certificate.proof],
      ['status', solution.status, bound <= certificate.objective ? 'optimal' : 'feasible'],
    ];
  return {
    findings: [
      ...certificate.violations.map((violation) => violationSentence(problem, violation)),
      ...certificate.flaws.map(flawSentence),
      ...claims
        .filter(([, claimed, recomputed]) => claimed !== recomputed)
        .map(([name, claimed, recomputed]) => ({
          sv: `${name} påstås vara ${claimed} men blir ${recomputed} när det räknas om.`,
          en: `${name} is claimed to be ${claimed} but recomputes to ${recomputed}.`,
        })),
      ...(byEngine && solution.bound > certificate.bound
        ? [
            {
              sv: 'Motorns egen gräns är svagare än den som går att räkna om.',
              en: "The engine's own bound is weaker than the one that recomputes.",
            },
          ]
        : []),
    ],
    byEngine,
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
