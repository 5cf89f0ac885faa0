/** The four policies of a simulated year, from the simplest to what could be had if everything were known. */
import type { Text } from '../../domain/text.ts';

export const policyNames = ['greedy', 'batch', 'priced', 'hindsight'] as const;
export type PolicyName = (typeof policyNames)[number];

export const policyTitles: Readonly<Record<PolicyName, Text>> = {
  greedy: { sv: 'I turordning', en: 'As they come' },
  batch: { sv: 'I omgångar', en: 'In batches' },
  priced: { sv: 'Omgångar med priser', en: 'Batches with prices' },
  hindsight: { sv: 'Med facit (gräns)', en: 'In hindsight (limit)' },
};
