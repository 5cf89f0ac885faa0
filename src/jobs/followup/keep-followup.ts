/** Files of follow-up become part of the store, all in one transaction: what is there already is left, so that a file that grows can be sent whole. */
import {
  type Additions,
  additionsTo,
  type Entry,
  entriesFrom,
  readEntries,
  toKeep,
} from '../../followup/agreements.ts';
import { agree, agreementsIn } from '../../store/followup/agreements.ts';
import { importOutcomes, newOutcomes, type OutcomesAdded } from '../../store/followup/record-outcome.ts';
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
  input: FollowupInput,
  keeper: Keeper,
): Promise<Kept> {
  return await store.db.transaction().execute(async (transaction): Promise<Kept> => {
    const agreed = await agree(
      transaction,
      { region, action: 'outcome.import', by: keeper.by },
      (standing) => {
        const chosen = chooseFrom(standing, input, keeper);
        return chosen.status === 'agreed' ? { status: 'agreed', entries: toKeep(chosen.entries) } : chosen;
      },
    );
    if (agreed.status !== 'agreed') return agreed;
    const outcomes = await importOutcomes(transaction, store, region, input.outcomes, keeper.by);
    return { status: 'kept', outcomes, agreements: agreed.entries.length };
  });
}

/** What keepFollowup would do now, without doing it. */
export async function previewFollowup(
  { db, vault }: StoreData,
  region: string,
  input: FollowupInput,
  keeper: Keeper,
): Promise<Kept> {
  const chosen = chooseFrom(await agreementsIn(db, region), input, keeper);
  if (chosen.status !== 'agreed') return chosen;
  const added = (await newOutcomes(db, vault, region, input.outcomes)).length;
  const outcomes = { added, known: input.outcomes.length - added };
  return { status: 'kept', outcomes, agreements: toKeep(chosen.entries).length };
}

function chooseFrom(
  standing: readonly Entry[],
  { commitments, settings, brought }: FollowupInput,
  { mayApprove }: Keeper,
): Additions | Extract<Kept, { status: 'approval_not_allowed' }> {
  const read = entriesFrom(settings, commitments);
  const given = brought ? read : { ...read, settings: [], indicator: [], ethical_approval: [] };
  const additions = additionsTo(readEntries(standing), given);
  if (additions.status !== 'agreed') return additions;
  const approves = additions.entries.ethical_approval.length > 0;
  return approves && !mayApprove ? { status: 'approval_not_allowed' } : additions;
}
