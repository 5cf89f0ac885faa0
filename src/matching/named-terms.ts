import type { Policy } from '../domain/policy.ts';
import type { Text } from '../domain/text.ts';
import { termsOf } from './options.ts';
import { termNames } from './points/names.ts';
import type { TermPoints } from './points/term.ts';
import type { RegionIndex } from './region-index.ts';

/** A term of a pair's points as people read it: what it gave, and the most that the policy lets it give. */
export interface NamedTerm extends TermPoints, Text {
  readonly most: number;
}

/** The terms of a participant, a team and an SFI group (rows), in the order in which a proposal shows them. */
export function namedTerms(
  index: RegionIndex,
  participant: number,
  team: number,
  sfi: number,
): readonly NamedTerm[] {
  return termsOf(index, participant, team, sfi).map(({ term, points }) => ({
    term,
    points,
    most: mostOf(index.policy, term),
    ...termNames[term],
  }));
}

function mostOf(
  { placement_points, learnt_chance, keep_points, weights }: Policy,
  term: TermPoints['term'],
): number {
  if (term === 'placement') return placement_points;
  if (term === 'learnt_chance') return learnt_chance?.points ?? 0;
  return term === 'kept' ? keep_points : weights[term];
}
