/**
 * What could not be kept as it stood when a proposal was asked for again (matching/again), kept with the proposal: what is said of a participant
 * lies under that person's key, and is shown to whoever may see them where they are, or were before.
 */
import { type Insertable, sql, type Transaction } from 'kysely';
import { z } from 'zod';
import type { Text } from '../../domain/text.ts';
import { type Acting, visible } from '../acting.ts';
import { appendAudit } from '../audit/append.ts';
import { inBatches } from '../batches.ts';
import type { StoreData } from '../open-store.ts';
import { findPersonKeys } from '../person-keys.ts';
import type { Database } from '../schema/database.ts';
import type { ToldTable } from '../schema/proposals.ts';
import { withinScope } from '../scope-filter.ts';
import { openJson, sealJson } from '../sealed-json.ts';
import type { Vault } from '../vault.ts';
import { findProposed } from './pair-row.ts';
import { toldContext } from './sealed-notes.ts';

interface Told extends Text {
  readonly code: string;
  /** A participant, or else a place. */
  readonly participant: string | null;
  readonly place: string | null;
}

const words = z.strictObject({ sv: z.string(), en: z.string() });

/** Of somebody who has been erased since, nothing is kept. */
export async function saveTold(
  trx: Transaction<Database>,
  vault: Vault,
  { id, region }: { readonly id: string; readonly region: string },
  all: readonly Told[],
): Promise<void> {
  const numbered = all.map((told, i) => ({ ...told, position: i + 1 }));
  for (const some of inBatches(numbered)) {
    const people = some.flatMap(({ participant }) => (participant === null ? [] : [participant]));
    const { keys } = await findPersonKeys(trx, vault, region, people);
    const rows = some.flatMap(({ code, position, participant, place, sv, en }): Insertable<ToldTable>[] => {
      const shared = { proposal: id, position, code };
      if (participant === null) return [{ ...shared, place, text: JSON.stringify({ sv, en }) }];
      const key = keys.get(participant);
      if (key === undefined) return [];
      return [{ ...shared, participant, sealed: sealJson(key, { sv, en }, toldContext(id, participant)) }];
    });
    if (rows.length > 0) await trx.insertInto('proposal_told').values(rows).execute();
  }
}

interface ToldRow extends Told {
  readonly position: number;
}

export type ToldPage =
  | { readonly status: 'listed'; readonly told: readonly ToldRow[] }
  | { readonly status: 'not_found' };

/** Those after a position, so many at most, in the order in which they were told. The read is audited. */
export function listTold(
  { db, vault }: StoreData,
  asked: {
    readonly proposal: string;
    readonly actor: Acting;
    readonly after: number;
    readonly limit: number;
  },
): Promise<ToldPage> {
  const { proposal, actor, after, limit } = asked;
  return db.transaction().execute(async (trx): Promise<ToldPage> => {
    const head = await findProposed(trx, proposal);
    const scope = visible(actor, 'proposal.difference');
    if (head === undefined) return { status: 'not_found' };
    const { region } = head;
    const rows = await trx
      .selectFrom('proposal_told as told')
      .leftJoin('pairs', (join) =>
        join.on('pairs.proposal', '=', proposal).onRef('pairs.participant', '=', 'told.participant'),
      )
      .leftJoin('pairs as before', (join) =>
        join
          .on('before.proposal', '=', head.previous)
          .onRef('before.participant', '=', 'told.participant')
          .on('pairs.participant', 'is', null),
      )
      .select(['told.position', 'told.code', 'told.participant', 'told.sealed', 'told.place', 'told.text'])
      .where('told.proposal', '=', proposal)
      .where('told.position', '>', after)
      .where(({ fn, eb, and, or, ref }) => {
        const at = (column: 'district' | 'principal' | 'team') =>
          fn.coalesce(ref(`pairs.${column}`), ref(`before.${column}`));
        const places = { district: at('district'), principal: at('principal'), team: at('team') };
        const inRegion = sql.val(region);
        const waiting = eb(at('team'), 'is', null);
        return or([
          and([
            eb('told.place', 'is not', null),
            withinScope(scope, { region: inRegion, waiting: sql`true` }),
          ]),
          and([
            eb('told.participant', 'is not', null),
            withinScope(scope, { region: inRegion, ...places, waiting }),
          ]),
        ]);
      })
      .orderBy('told.position')
      .limit(limit)
      .execute();
    const people = rows.flatMap(({ participant }) => (participant === null ? [] : [participant]));
    const { keys } = await findPersonKeys(trx, vault, region, people);
    const told = rows.flatMap(({ position, code, participant, sealed, place, text }): ToldRow[] => {
      if (participant === null || sealed === null)
        return [{ position, code, participant: null, place, ...words.parse(text) }];
      const key = keys.get(participant);
      if (key === undefined) return [];
      const said = openJson(key, sealed, toldContext(proposal, participant));
      return [{ position, code, participant, place: null, ...words.parse(said) }];
    });
    if (people.length > 0)
      await appendAudit(trx, {
        actor: actor.userId,
        action: 'participants.list',
        region,
        subject: null,
        detail: { proposal, participants: people },
      });
    return { status: 'listed', told };
  });
}
