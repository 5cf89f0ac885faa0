/** An ethical approval: that a named authority has approved research on these people; without one no lottery is analysed. */
import { z } from 'zod';
import { date, name } from '../../domain/tables/cells.ts';

export const ethicalApprovalSchema = z.strictObject({
  authority: name,
  /** Names the approval together with the authority: a later entry of the same is its latest word. */
  reference: name,
  decided_on: date,
  /** The last day of it; without one it has no end. */
  valid_until: date.exactOptional(),
  /** From that day on it stands no longer. */
  withdrawn_on: date.exactOptional(),
});
export type EthicalApproval = z.infer<typeof ethicalApprovalSchema>;

export type ApprovalState = 'stands' | 'ahead' | 'ended' | 'withdrawn';

/** What an approval is worth on a day (YYYY-MM-DD). */
export function approvalState(approval: EthicalApproval, on: string): ApprovalState {
  const { decided_on, valid_until, withdrawn_on } = approval;
  if (withdrawn_on !== undefined && withdrawn_on <= on) return 'withdrawn';
  if (decided_on > on) return 'ahead';
  return valid_until !== undefined && valid_until < on ? 'ended' : 'stands';
}

/** Whether an approval stood on that day. */
export function isApproved(approval: EthicalApproval | undefined, on: string): boolean {
  return approval !== undefined && approvalState(approval, on) === 'stands';
}

function isSameApproval(one: EthicalApproval, other: EthicalApproval): boolean {
  return one.authority === other.authority && one.reference === other.reference;
}

/** Of entries in the order of recording the last approval that stood on that day, by the latest word on each. */
export function approvalOn(entries: readonly EthicalApproval[], on: string): EthicalApproval | undefined {
  return entries.findLast((entry, at) => isLatest(entries, at) && isApproved(entry, on));
}

/** Whether no later entry is about the same approval. */
export function isLatest(entries: readonly EthicalApproval[], at: number): boolean {
  return !entries.slice(at + 1).some((later) => isSameApproval(later, entries[at]));
}
