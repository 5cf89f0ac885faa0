/** A proposal without what has a place of its own: its pairs, those who have none, and the proof. Nothing in it is about one person. */
import { z } from 'zod';
import { isSmall } from '../../domain/small-numbers.ts';
import { type AssignedProposal, assignedProposal } from '../../matching/proposal-format.ts';

export const proposalSummary = assignedProposal
  .omit({
    ...{ pairs: true, unplaced: true, previous: true },
    ...{ prices: true, cutPrices: true, cuts: true, tree: true },
  })
  .extend({ placed: z.int().min(0), unplaced: z.int().min(0) });
export type ProposalSummary = z.infer<typeof proposalSummary>;

export function summaryOf(proposal: AssignedProposal): ProposalSummary {
  const { pairs, unplaced, previous: _, prices: _prices, cutPrices: _cut, cuts, tree, ...rest } = proposal;
  return { ...rest, placed: pairs.length, unplaced: unplaced.length };
}

/**
 * For whoever sees figures and no persons: where a gender has few people, no group's figures, since those of one follow from the others' and
 * the whole.
 */
export function withoutSmallGroups(summary: ProposalSummary): ProposalSummary {
  if (!summary.equity.some(({ pool }) => isSmall(pool))) return summary;
  return { ...summary, equity: [], baseline: { ...summary.baseline, rates: [] } };
}
