/** The four policies of a simulated year, from the simplest to what could be had if everything were known. */
export const policyNames = ['greedy', 'batch', 'priced', 'hindsight'] as const;
export type PolicyName = (typeof policyNames)[number];
