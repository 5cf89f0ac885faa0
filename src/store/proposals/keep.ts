/**
 * A proposal that was asked for again is a draft until it is kept; the one before stands until then. To keep it:
 *
 * 1. The region's pointer is held alone, so that nobody decides meanwhile, and must still point at what the draft followed.
 * 2. What has been decided since it was asked for must not be lost: whoever was then locked, accepted, confirmed, started or ended in a place
 *    that the draft does not give them stands in the way, and a new one has to be asked for.
 * 3. Pairs that stay keep their state, with the decision that made it.
 * 4. The pointer moves.
 *
 * The first proposal of a region follows none and stands at once.
 */
import { sql, type Transaction } from 'kysely';
import type { Action } from '../../domain/access/table.ts';
import type { Text } from '../../domain/text.ts';
import { type Acting, may } from '../acting.ts';
import { appendAudit } from '../audit/append.ts';
import type { StoreData } from '../open-store.ts';
import type { Database } from '../schema/database.ts';
import { findProposed, type ProposalHead } from './pair-row.ts';
import { holdPointer, type Pointer } from './standing-proposal.ts';

export type KeepOutcome =
  | { readonly status: 'kept'; readonly version: number }
  /** What has been decided of these since would be lost. */
  | { readonly status: 'decided_meanwhile'; readonly participants: readonly string[] }
  | { readonly status: 'refused'; readonly text: Text }
  | { readonly status: 'forbidden'; readonly right: Action }
  | { readonly status: 'not_found' };

/** Lets a draft stand. */
export function keepProposal(
  { db }: StoreData,
  { proposal, actor }: { readonly proposal: string; readonly actor: Acting },
): Promise<KeepOutcome> {
  return db.transaction().execute(async (trx): Promise<KeepOutcome> => {
    const asked = await findProposed(trx, proposal);
    if (asked === undefined || !may(actor, 'proposal.head', { region: asked.region }))
      return { status: 'not_found' };
    if (!may(actor, 'proposal.keep', { region: asked.region }))
      return { status: 'forbidden', right: 'proposal.keep' };
    const pointer = await holdPointer(trx, asked.region, 'alone');
    const draft = await findProposed(trx, proposal);
    if (draft?.keptAt !== null) return { status: 'refused', text: keptAlready };
    if (draft.previous === null || draft.previous !== pointer?.proposal)
      return { status: 'refused', text: outdated };
    const lost = await lostBy(trx, draft.previous, proposal);
    if (lost.length > 0) return { status: 'decided_meanwhile', participants: lost };
    await carryStates(trx, draft.previous, proposal);
    const version = await point(trx, draft, pointer, actor.userId);
    await appendAudit(trx, {
      actor: actor.userId,
      action: 'proposal.keep',
      region: draft.region,
      subject: null,
      detail: { proposal, previous: draft.previous },
    });
    return { status: 'kept', version };
  });
}

/** For whoever has just written a proposal's pairs: it stands at once where it follows none and none stands. */
export async function standAtOnce(trx: Transaction<Database>, proposal: string): Promise<void> {
  const head = await findProposed(trx, proposal);
  if (head === undefined || head.previous !== null) return;
  const { numInsertedOrUpdatedRows: first } = await trx
    .insertInto('standing_proposals')
    .values({ region: head.region, proposal })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (first === 1n) await markKept(trx, proposal, null);
}

/** Step 2: in the order of ids. */
async function lostBy(
  trx: Transaction<Database>,
  previous: string,
  draft: string,
): Promise<readonly string[]> {
  const { rows } = await sql<{ participant: string }>`
    select old.participant from pairs old
    left join proposal_inputs input on input.proposal = ${draft} and input.participant = old.participant
    left join pairs new on new.proposal = ${draft} and new.participant = old.participant
    where old.proposal = ${previous} and old.version is distinct from input.pair_version
      and (old.state in ('locked', 'accepted', 'confirmed', 'started')
        or (old.state = 'ended' and new.participant is not null))
      and (new.team, new.sfi_group) is distinct from (old.team, old.sfi_group)
    order by old.participant`.execute(trx);
  return rows.map(({ participant }) => participant);
}

/** Step 3: what is held, and whatever has been decided since about a pair that the draft has too. */
async function carryStates(trx: Transaction<Database>, previous: string, draft: string): Promise<void> {
  await sql`
    update pairs new set state = old.state, ended_as = old.ended_as, turned_down_by = old.turned_down_by,
      state_reason = old.state_reason, decision = old.decision, version = new.version + 1
    from pairs old
    left join proposal_inputs input on input.proposal = ${draft} and input.participant = old.participant
    where new.proposal = ${draft} and old.proposal = ${previous} and old.participant = new.participant
      and old.team = new.team and old.sfi_group = new.sfi_group
      and (new.state, new.decision) is distinct from (old.state, old.decision)
      and (old.state in ('locked', 'accepted', 'confirmed', 'started')
        or old.version is distinct from input.pair_version)`.execute(trx);
}

/** Step 4. */
async function point(
  trx: Transaction<Database>,
  { id, region }: ProposalHead,
  pointer: Pointer,
  by: string,
): Promise<number> {
  const version = pointer.version + 1;
  await trx
    .updateTable('standing_proposals')
    .set({ proposal: id, version })
    .where('region', '=', region)
    .execute();
  await markKept(trx, id, by);
  return version;
}

async function markKept(trx: Transaction<Database>, proposal: string, by: string | null): Promise<void> {
  await trx
    .updateTable('proposals')
    .set({ kept_at: sql<Date>`now()`, kept_by: by })
    .where('id', '=', proposal)
    .execute();
}

const keptAlready: Text = {
  sv: 'Förslaget har redan börjat gälla.',
  en: 'The proposal has been kept already.',
};
const outdated: Text = {
  sv: 'Ett annat förslag har börjat gälla sedan det här begärdes: be om ett nytt.',
  en: 'Another proposal has come to stand since this one was asked for: ask for a new one.',
};
