import { UNPLACED } from '../../solver/problem.ts';
import type { Mismatch } from './differences.ts';
import { exclusionsOf } from './exclusions.ts';
import type { Matching } from './matching.ts';
import type { AssignedProposal } from './proposal-format.ts';

/** Reads the pairs of a proposal back as options, and its prices as those of constraints; what cannot be read is a mismatch. */

type Pair = AssignedProposal['pairs'][number];

export function readPairs(
  matching: Matching,
  { pairs }: AssignedProposal,
): { readonly chosen: Int32Array; readonly mismatches: readonly Mismatch[] } {
  const chosen = new Int32Array(matching.region.participants.length).fill(UNPLACED);
  const mismatches: Mismatch[] = [];
  for (const pair of pairs) {
    const option = optionOf(matching, pair);
    if (typeof option !== 'number') {
      mismatches.push(option);
      continue;
    }
    const participant = matching.options.participant[option];
    if (chosen[participant] === UNPLACED) chosen[participant] = option;
    else
      mismatches.push({
        where: `pairs[${pair.participant}]`,
        sv: 'Personen har mer än en plats.',
        en: 'The person has more than one place.',
      });
  }
  return { chosen, mismatches };
}

function optionOf(matching: Matching, pair: Pair): number | Mismatch {
  const { index, options } = matching;
  const where = `pairs[${pair.participant}]`;
  const participant = index.names.participant.get(pair.participant);
  const team = index.names.team.get(pair.team);
  const sfi = index.names.sfi.get(pair.sfiGroup);
  if (participant === undefined || team === undefined || sfi === undefined) {
    return {
      where,
      sv: 'Personen, arbetslaget eller sfi-gruppen finns inte i regionen.',
      en: 'The region has no such person, team or SFI group.',
    };
  }
  for (let k = options.start[participant]; k < options.start[participant + 1]; k++) {
    if (options.team[k] === team && options.sfi[k] === sfi) return k;
  }
  const reasons = exclusionsOf(index, participant, team, sfi).map(({ reason }) => reason);
  if (reasons.length === 0) {
    return {
      where,
      sv: 'Ett beslut låser personen till en annan plats.',
      en: 'A decision locks the person to another place.',
    };
  }
  return {
    where,
    sv: `Paret är inte tillåtet: ${reasons.map(({ sv }) => sv).join(' ')}`,
    en: `The pair is not allowed: ${reasons.map(({ en }) => en).join(' ')}`,
  };
}

export function readPrices(
  { problem }: Matching,
  proposal: AssignedProposal,
): { readonly prices: Float64Array; readonly mismatches: readonly Mismatch[] } {
  const numbers = new Map(problem.constraints.map((id, r) => [id, r]));
  const prices = new Float64Array(problem.constraints.length);
  const mismatches: Mismatch[] = [];
  for (const [id, price] of Object.entries(proposal.prices)) {
    const r = numbers.get(id);
    if (r !== undefined) prices[r] = price;
    else
      mismatches.push({
        where: `prices[${id}]`,
        sv: 'Problemet har ingen sådan regel.',
        en: 'The problem has no such constraint.',
      });
  }
  return { prices, mismatches };
}
