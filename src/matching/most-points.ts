import type { Policy } from '../domain/policy.ts';

/** The most points that an option can have under a policy: being placed, every term in full, and keeping what was proposed before. */
export function mostPoints(policy: Policy): number {
  const terms = Object.values(policy.weights).reduce((sum, weight) => sum + weight, 0);
  return policy.placement_points + terms + policy.keep_points;
}
