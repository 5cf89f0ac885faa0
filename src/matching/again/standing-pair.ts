import type { PairState, PairStatus } from '../../domain/pair-life.ts';
import type { PreviousPair } from '../previous.ts';

/** A pair that people have worked with, and what has become of it. */
export interface StandingPair extends PreviousPair {
  readonly state: PairState;
  /** The day of the latest step (YYYY-MM-DD). */
  readonly decidedOn: string;
  /** Why rules were set aside for it, where they were. */
  readonly override?: string;
}

const held: ReadonlySet<PairStatus> = new Set(['locked', 'accepted', 'confirmed', 'started']);

/** Whether a decision keeps the pair as it is. */
export function isHeld({ state }: StandingPair): boolean {
  return held.has(state.status);
}

/** Whether the pair takes a seat, or would where it is kept: it has neither ended nor been turned down. */
export function isStanding(pair: StandingPair): boolean {
  return pair.state.status === 'proposed' || isHeld(pair);
}
