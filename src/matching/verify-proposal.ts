import { canonicalise, inverse } from '../../solver/canonical.ts';
import { type Certificate, certify, gapOf } from '../../solver/certificate/certify.ts';
import type { Flaw } from '../../solver/certificate/flaw.ts';
import { type Problem, UNPLACED } from '../../solver/problem.ts';
import type { Assigned } from '../../solver/solution.ts';
import type { Policy } from '../domain/policy.ts';
import type { Region } from '../domain/region.ts';
import type { Text } from '../domain/text.ts';
import { differences, type Mismatch } from './differences.ts';
import { buildMatching, type Matching } from './matching.ts';
import { propose, proposeNothing } from './proposal.ts';
import { readPairs, readPrices } from './proposal-claims.ts';
import type { AssignedProposal, Proposal } from './proposal-format.ts';

export interface Verification {
  readonly status: 'verified' | 'refused';
  /** Every claim that does not hold. */
  readonly mismatches: readonly Mismatch[];
  /** What nobody can recompute and therefore has only the engine's word. */
  readonly onTrust: readonly Text[];
}

/**
 * Checks every claim of a proposal against the region and the policy that it says it was made from. No engine takes part in the proof:
 *
 * 1. The problem is built anew.
 * 2. The pairs are read back as options; a pair that is not eligible is a mismatch, with the rule that it breaks.
 * 3. The certificate recomputes feasibility, objective and bound from pairs, prices, cuts and tree.
 * 4. The whole proposal is written anew from that, the baseline included, and every field that differs is a mismatch.
 *
 * What is left on trust is said: why the engine stopped, a bound that only the engine vouches for, that a conflict is one,
 * what had been proposed before.
 */
export function verifyProposal(region: Region, policy: Policy, proposal: Proposal): Verification {
  const { status, mismatches, onTrust } = verifyClaims(
    buildMatching(region, policy, proposal.previous),
    proposal,
  );
  return { status, mismatches, onTrust: proposal.previous ? [...onTrust, previousTrust] : onTrust };
}

function verifyClaims(matching: Matching, proposal: Proposal): Verification {
  if (proposal.status === 'unknown') {
    return verdict(differences(proposeNothing(matching, proposal), proposal), [stopTrust, unknownTrust]);
  }
  if (proposal.status === 'conflict') return verifyConflict(matching, proposal);
  return verifyAssigned(matching, proposal);
}

function verdict(mismatches: readonly Mismatch[], onTrust: readonly Text[]): Verification {
  return { status: mismatches.length === 0 ? 'verified' : 'refused', mismatches, onTrust };
}

function verifyConflict(
  matching: Matching,
  proposal: Extract<Proposal, { status: 'conflict' }>,
): Verification {
  const numbers = (ids: readonly string[], known: readonly string[]) =>
    ids.map((id) => known.indexOf(id)).filter((number) => number !== -1);
  const clash = {
    constraints: numbers(
      proposal.clash.map(({ constraint }) => constraint),
      matching.problem.constraints,
    ),
    participants: numbers(proposal.participants, matching.problem.participants),
  };
  const { engine, stopped, seed } = proposal;
  const anew = proposeNothing(matching, { status: 'conflict', engine, stopped, seed, clash });
  return verdict(differences(anew, proposal), [stopTrust, conflictTrust]);
}

function verifyAssigned(matching: Matching, proposal: AssignedProposal): Verification {
  const { seed } = proposal;
  const read = readPairs(matching, proposal);
  const priced = readPrices(matching, proposal);
  const canonical = canonicalise(matching.problem, seed);
  const optionAt = inverse(canonical.optionOf);
  const chosen = Int32Array.from(canonical.participantOf, (p) =>
    read.chosen[p] === UNPLACED ? UNPLACED : optionAt[read.chosen[p]],
  );
  const prices = Float64Array.from(canonical.constraintOf, (r) => priced.prices[r]);
  const { cuts, tree } = proposal;
  const certificate = certify(canonical.problem, chosen, {
    prices: Float64Array.from([...prices, ...(proposal.cutPrices ?? [])]),
    ...(cuts && { cuts }),
    ...(tree && { tree }),
  });
  const flaws = certificate.flaws.map((flaw) => flawText(canonical.problem, flaw));
  const broken = certificate.violations.flatMap((v) =>
    v.kind === 'constraint' ? [canonical.constraintOf[v.constraint]] : [],
  );
  const solution: Assigned = {
    engine: proposal.engine,
    stopped: proposal.stopped,
    seed,
    chosen: read.chosen,
    prices: priced.prices,
    broken,
    ...claims(certificate, broken, proposal),
  };
  const anew = {
    ...propose(matching, solution, canonical),
    ...(proposal.cutPrices && { cutPrices: proposal.cutPrices }),
    ...(cuts && { cuts }),
    ...(tree && { tree }),
  };
  const mismatches = [...read.mismatches, ...priced.mismatches, ...flaws, ...differences(anew, proposal)];
  return verdict(mismatches, [stopTrust, ...(solution.proof === 'engine' ? [boundTrust(proposal)] : [])]);
}

function flawText({ constraints }: Problem, flaw: Flaw): Mismatch {
  switch (flaw.kind) {
    case 'price': {
      const id = constraints[flaw.index] ?? `cut ${flaw.index - constraints.length}`;
      return {
        where: `prices[${id}]`,
        sv: `Priset ${flaw.price} ligger inte mellan 0 och ${flaw.most}.`,
        en: `The price ${flaw.price} is not between 0 and ${flaw.most}.`,
      };
    }
    case 'prices':
      return {
        where: 'cutPrices',
        sv: 'Det är inte ett pris för varje snitt.',
        en: 'There is not one price for every cut.',
      };
    case 'cut':
      return {
        where: `cuts[${flaw.cut}]`,
        sv: 'Snittet gäller inte.',
        en: `The cut does not hold: ${flaw.why}.`,
      };
    case 'tree':
      return {
        where: 'tree',
        sv: 'Trädet är inget bevis.',
        en: `The tree is no proof: ${flaw.why}.`,
      };
  }
}

/** An engine's own bound may stand where it is between what is reached and what is certified; any other is replaced by the certified one. */
function claims(
  { objective, bound: certifiedBound, proof }: Certificate,
  broken: readonly number[],
  proposal: AssignedProposal,
): Pick<Assigned, 'status' | 'objective' | 'bound' | 'gap' | 'certifiedBound' | 'proof'> {
  const engineSays =
    proposal.proof === 'engine' && proposal.bound >= objective && proposal.bound < certifiedBound;
  const bound = engineSays ? proposal.bound : certifiedBound;
  const status = broken.length > 0 ? 'infeasible' : bound <= objective ? 'optimal' : 'feasible';
  return {
    status,
    objective,
    bound,
    gap: gapOf(objective, bound),
    certifiedBound,
    proof: engineSays ? 'engine' : proof,
  };
}

const stopTrust: Text = {
  sv: 'Vilken motor som räknade och varför den slutade.',
  en: 'Which engine worked, and why it stopped.',
};
const previousTrust: Text = {
  sv: 'Vad som hade föreslagits förra gången.',
  en: 'What had been proposed before.',
};
const unknownTrust: Text = { sv: 'Att inget hittades.', en: 'That nothing was found.' };
const conflictTrust: Text = {
  sv: 'Att kraven inte går att förena.',
  en: 'That the demands cannot all be met.',
};

function boundTrust({ bound, certifiedBound }: AssignedProposal): Text {
  return {
    sv: `Gränsen ${bound} är motorns egen; beviset som går att räkna om ger ${certifiedBound}.`,
    en: `The bound ${bound} is the engine's own; the proof that can be recomputed gives ${certifiedBound}.`,
  };
}
