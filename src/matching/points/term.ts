import type { Policy } from '../../domain/policy.ts';
import type { RegionIndex } from '../region-index.ts';

/**
 * A term of an option's points: from 0 to its weight in the policy, whole, rounded down. A term that depends on participant and team
 * alone is a TeamTerm, so that it is computed once for all SFI groups.
 */
export interface TeamTerm {
  readonly id: WeightId;
  readonly points: (index: RegionIndex, participant: number, team: number) => number;
}

export interface OptionTerm {
  readonly id: WeightId;
  readonly points: (index: RegionIndex, participant: number, team: number, sfi: number) => number;
}

type WeightId = keyof Policy['weights'];

/** What a term gave, as a proposal shows it. `placement` is being placed at all, `kept` keeping what was proposed before. */
export interface TermPoints {
  readonly term: WeightId | 'placement' | 'learnt_chance' | 'kept';
  readonly points: number;
}
