import { byText } from './order.ts';
import type { Names } from './participant-facts.ts';

/**
 * What was proposed before, so that a new proposal disturbs as little as it can: keeping a place gives points (points/kept.ts), and forbids
 * nothing. A proposal carries what it was shown, since nobody could recompute its points without it.
 */
export interface PreviousPair {
  readonly participant: string;
  readonly team: string;
  readonly sfiGroup: string;
}

export interface PreviousFacts {
  /** Those of the pairs whose participant and team the region still has, by participant; one a participant, the first given. */
  readonly pairs: readonly PreviousPair[];
  /** Per participant (a row), or -1. */
  readonly team: Int32Array;
  readonly sfi: Int32Array;
}

/** Reads the pairs against the region's names; whatever is gone since then is left out. */
export function previousFacts(
  given: readonly PreviousPair[],
  { participant, team, sfi }: Pick<Names, 'participant' | 'team' | 'sfi'>,
): PreviousFacts {
  const facts = {
    team: new Int32Array(participant.size).fill(-1),
    sfi: new Int32Array(participant.size).fill(-1),
  };
  const pairs = given.filter((pair) => {
    const p = participant.get(pair.participant);
    const t = team.get(pair.team);
    if (p === undefined || t === undefined || facts.team[p] >= 0) return false;
    facts.team[p] = t;
    facts.sfi[p] = sfi.get(pair.sfiGroup) ?? -1;
    return true;
  });
  return { ...facts, pairs: pairs.sort((a, b) => byText(a.participant, b.participant)) };
}
