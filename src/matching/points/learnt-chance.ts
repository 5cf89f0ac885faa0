/**
 * The learnt chance that a participant completes, where the policy lets it count: the same at every place, so it decides who comes first where
 * places are too few, and not where they go.
 */
import { learntChance, learntFeatures } from '../../domain/learnt-chance.ts';
import type { RegionIndex } from '../region-index.ts';

/** All of the policy's points at a chance of 1, rounded down; 0 where the policy has no learnt chance. */
export function learntChancePoints({ policy, region, participants, from }: RegionIndex, p: number): number {
  const { learnt_chance: learnt } = policy;
  if (learnt === undefined) return 0;
  // Who waits has not enrolled: they would at the start of the period.
  const weeks = Math.max(0, from - participants.permitDay[p]) / 7;
  return Math.floor(
    learnt.points * learntChance(learnt.model, learntFeatures(region.participants[p], weeks)),
  );
}
