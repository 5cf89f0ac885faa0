/**
 * Persons whose identity is protected: one at a time, by the role for it. What is said of one lies in one sealed row under a key of that
 * person's own, apart from participants, so that no list, count, export or match of others can reach it; where such a person is placed is
 * sealed too, and takes a held seat of the team and of the SFI group, which names nobody. Whoever lacks the role finds nothing.
 */
import { randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import { z } from 'zod';
import { extractRow, participantLanguageRow, participantRow } from '../../domain/tables/participants.ts';
import { sessionRow } from '../../domain/tables/timetable.ts';
import type { Text } from '../../domain/text.ts';
import { type Acting, may } from '../acting.ts';
import { appendAudit } from '../audit/append.ts';
import type { StoreData } from '../open-store.ts';
import type { Database } from '../schema/database.ts';
import { openJson, sealJson } from '../sealed-json.ts';
import { giveBack, takeSeats } from '../seats/held-seats.ts';
import type { PersonKey, Vault } from '../vault.ts';

/** What matching asks of a person, without a name for them. */
export const protectedData = z.strictObject({
  person: participantRow.omit({ id: true, protected: true }),
  languages: z.array(participantLanguageRow.omit({ participant: true })),
  sessions: z.array(sessionRow.omit({ owner: true, id: true })),
  extracts: z.array(extractRow.omit({ participant: true })),
});
export type ProtectedData = Readonly<z.infer<typeof protectedData>>;

const placed = z.strictObject({ team: z.string(), sfiGroup: z.string(), held: z.array(z.string()) });

type NotFound = { readonly status: 'not_found' };
const notFound: NotFound = { status: 'not_found' };

export function addProtected(
  { db, vault }: StoreData,
  { region, data, actor }: { readonly region: string; readonly data: ProtectedData; readonly actor: Acting },
): Promise<{ readonly status: 'added'; readonly id: string } | NotFound> {
  return db.transaction().execute(async (trx) => {
    const known = await trx.selectFrom('regions').select('id').where('id', '=', region).executeTakeFirst();
    if (known === undefined || !may(actor, 'protected.match', { region })) return notFound;
    const id = randomUUID();
    const { key, wrapped } = vault.newKey(protectedKeyOwner(id));
    await trx
      .insertInto('protected_persons')
      .values({
        ...{ id, region, wrapped, master_key: vault.fingerprint, created_by: actor.userId },
        sealed: sealJson(key, data, `protected_persons/${id}`),
      })
      .execute();
    await audit(trx, actor, region, id, 'added');
    return { status: 'added', id } as const;
  });
}

export interface ProtectedPerson {
  readonly status: 'found';
  readonly region: string;
  readonly data: ProtectedData;
  /** Where the person is placed now; null while they wait. */
  readonly place: { readonly team: string; readonly sfiGroup: string } | null;
}

/** The read is audited. */
export function readProtected(
  { db, vault }: StoreData,
  { id, actor }: { readonly id: string; readonly actor: Acting },
): Promise<ProtectedPerson | NotFound> {
  return db.transaction().execute(async (trx) => {
    const found = await find(trx, vault, id, actor);
    if (found === null) return notFound;
    const { region, key, sealed } = found;
    const placement = await placementOf(trx, key, id);
    await audit(trx, actor, region, id, 'read');
    const place = placement && { team: placement.team, sfiGroup: placement.sfiGroup };
    const data = protectedData.parse(openJson(key, sealed, `protected_persons/${id}`));
    return { status: 'found', region, data, place } as const;
  });
}

/** Places a person who waits, where both places have a seat left now. */
export async function placeProtected(
  { db, vault }: StoreData,
  given: { readonly id: string; readonly team: string; readonly sfiGroup: string; readonly actor: Acting },
): Promise<{ readonly status: 'placed' } | { readonly status: 'refused'; readonly text: Text } | NotFound> {
  const { id, team, sfiGroup, actor } = given;
  const trx = await db.startTransaction().execute();
  try {
    const outcome = await placeIn(trx, vault, { id, team, sfiGroup, actor });
    await (outcome.status === 'placed' ? trx.commit() : trx.rollback()).execute();
    return outcome;
  } catch (error) {
    if (!trx.isCommitted && !trx.isRolledBack) await trx.rollback().execute();
    throw error;
  }
}

async function placeIn(
  trx: Transaction<Database>,
  vault: Vault,
  { id, team, sfiGroup, actor }: { id: string; team: string; sfiGroup: string; actor: Acting },
) {
  const found = await find(trx, vault, id, actor);
  if (found === null) return notFound;
  const { region, key } = found;
  if ((await placementOf(trx, key, id)) !== null) return { status: 'refused', text: placedAlready } as const;
  const held: string[] = [];
  for (const [kind, place] of [
    ['team', team],
    ['sfi_group', sfiGroup],
  ] as const) {
    const taken = await takeSeats(trx, { region, kind, place, seats: 1, actor });
    if (taken.status === 'refused') return taken;
    held.push(taken.id);
  }
  const placement = randomUUID();
  await trx
    .insertInto('protected_placements')
    .values({
      ...{ id: placement, person: id, state: 'accepted', decided_by: actor.userId },
      sealed: sealJson(key, { team, sfiGroup, held }, `protected_placements/${placement}`),
    })
    .execute();
  await audit(trx, actor, region, id, 'placed');
  return { status: 'placed' } as const;
}

/** Ends the placement, and gives the seats back. */
export function endProtected(
  { db, vault }: StoreData,
  { id, actor }: { readonly id: string; readonly actor: Acting },
): Promise<{ readonly status: 'ended' } | NotFound> {
  return db.transaction().execute(async (trx) => {
    const found = await find(trx, vault, id, actor);
    const placement = found && (await placementOf(trx, found.key, id));
    if (found === null || placement === null) return notFound;
    for (const seat of placement.held) await giveBack(trx, found.region, seat, actor);
    await trx
      .updateTable('protected_placements')
      .set((eb) => ({
        state: 'ended',
        version: eb('version', '+', 1),
        decided_at: sql<Date>`now()`,
        decided_by: actor.userId,
      }))
      .where('id', '=', placement.id)
      .execute();
    await audit(trx, actor, found.region, id, 'ended');
    return { status: 'ended' } as const;
  });
}

/** The person, held against change; null where there is none, or none for the actor, or they have been erased. */
async function find(trx: Transaction<Database>, vault: Vault, id: string, actor: Acting) {
  const found = await trx
    .selectFrom('protected_persons')
    .select(['region', 'sealed', 'wrapped'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (found === undefined || found.wrapped === null) return null;
  if (!may(actor, 'protected.match', { region: found.region })) return null;
  return {
    region: found.region,
    sealed: found.sealed,
    key: vault.unwrap(found.wrapped, protectedKeyOwner(id)),
  };
}

async function placementOf(trx: Transaction<Database>, key: PersonKey, person: string) {
  const found = await trx
    .selectFrom('protected_placements')
    .select(['id', 'sealed'])
    .where('person', '=', person)
    .where('state', 'not in', ['ended', 'turned_down'])
    .executeTakeFirst();
  if (found === undefined) return null;
  return { id: found.id, ...placed.parse(openJson(key, found.sealed, `protected_placements/${found.id}`)) };
}

function audit(
  trx: Transaction<Database>,
  actor: Acting,
  region: string,
  subject: string,
  what: 'added' | 'read' | 'placed' | 'ended',
): Promise<void> {
  return appendAudit(trx, {
    actor: actor.userId,
    action: 'protected.match',
    region,
    subject,
    detail: { what },
  });
}

export function protectedKeyOwner(id: string): string {
  return `protected/${id}`;
}

const placedAlready: Text = {
  sv: 'Personen har redan en plats: avsluta den först.',
  en: 'The person has a place already: end that first.',
};
