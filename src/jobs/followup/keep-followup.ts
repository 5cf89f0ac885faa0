/** Files of follow-up become part of the store, all in one transaction: what is there already is left, so that a file that grows can be sent whole. */
import { type Additions, additionsTo, entriesFrom, readEntries, toKeep } from '../../followup/agreements.ts';
import { agree } from '../../store/followup/agreements.ts';
import { importOutcomes, type OutcomesAdded } from '../../store/followup/record-outcome.ts';
import type { StoreData } from '../../store/open-store.ts';
import type { FollowupInput } from './judge-followup.ts';

export type Kept =
  | {
      readonly status: 'kept';
      readonly outcomes: OutcomesAdded;
      /** Entries of settings, indicators, commitments and approvals that were not there. */
      readonly agreements: number;
    }
  | Extract<Additions, { status: 'version_taken' }>
  /** There is an ethical approval among them that whoever brings it may not record. */
  | { readonly status: 'approval_not_allowed' }
  | { readonly status: 'not_found' };

export interface Keeper {
  /** The user; null where a command of the machine's own does it. */
  readonly by: string | null;
  /** Whether they may record an ethical approval (lottery.approve). */
  readonly mayApprove: boolean;
}

/** The people and places in the input are the region's (checkOutcomes). */
export async function keepFollowup(
  store: StoreData,
  region: string,
  { outcomes, commitments, settings, brought }: FollowupInput,
  { by, mayApprove }: Keeper,
): Promise<Kept> {
  const read = entriesFrom(settings, commitments);
  const given = brought ? read : { ...read, settings: [], indicator: [], ethical_approval: [] };
  const all = await store.db.transaction().execute(async (transaction): Promise<Kept> => {
    const agreed = await agree(transaction, { region, action: 'outcome.import', by }, (standing) => {
      const additions = additionsTo(readEntries(standing), given);
      if (additions.status !== 'agreed') return additions;
      if (additions.entries.ethical_approval.length > 0 && !mayApprove)
        return { status: 'approval_not_allowed' } as const;
      return { status: 'agreed', entries: toKeep(additions.entries) };
    });
    if (agreed.status !== 'agreed') return agreed;
    const added = await importOutcomes(transaction, store, region, outcomes, by);
    return { status: 'kept', outcomes: added, agreements: agreed.entries.length };
  });
  return all;
}
