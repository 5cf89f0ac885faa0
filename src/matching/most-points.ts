import type { RegionIndex } from './region-index.ts';

/** The most points that an option can have: being placed, every term in full, and keeping a place where anything was proposed before. */
export function mostPoints({ policy, previous }: RegionIndex): number {
  const terms = Object.values(policy.weights).reduce((sum, weight) => sum + weight, 0);
  const learnt = policy.learnt_chance?.points ?? 0;
  return policy.placement_points + terms + learnt + (previous.pairs.length > 0 ? policy.keep_points : 0);
}
