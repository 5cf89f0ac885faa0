/**
 * Names and contacts: a table of its own, each row sealed under the person's key, which nothing that matches, lists or exports ever joins.
 * Whoever changes one demands the version that they saw.
 */
import { type Kysely, sql, type Transaction } from 'kysely';
import { type Contact, contact } from '../domain/contact.ts';
import { appendAudit } from './audit/append.ts';
import type { Store } from './open-store.ts';
import { findPersonKeys } from './person-keys.ts';
import type { Database } from './schema/database.ts';
import { open, type PersonKey, seal, type Vault } from './vault.ts';

/** A participant of a region. */
export interface Person {
  readonly region: string;
  /** The pseudonym. */
  readonly participant: string;
}

export type ContactOutcome =
  | { readonly status: 'found'; readonly contact: Contact; readonly version: number }
  | { readonly status: 'none' | 'erased' | 'not_found' };

/** A person's contact. The caller tells the audit log of the read. */
export async function readContact(
  { db, vault }: Pick<Store, 'db' | 'vault'>,
  person: Person,
): Promise<ContactOutcome> {
  const key = await keyOf(db, vault, person);
  if (typeof key === 'string') return { status: key };
  const row = await db
    .selectFrom('contacts')
    .select(['sealed', 'version'])
    .where('region', '=', person.region)
    .where('participant', '=', person.participant)
    .executeTakeFirst();
  if (row === undefined) return { status: 'none' };
  const plain = open(key, row.sealed, contextOf(person)).toString();
  return { status: 'found', contact: contact.parse(JSON.parse(plain)), version: row.version };
}

export interface ContactChange extends Person {
  readonly contact: Contact;
  /** The version that was seen; 0 is none. */
  readonly seen: number;
  readonly actor: string;
  readonly at: Date;
}

export type ContactSaved =
  | { readonly status: 'saved'; readonly version: number }
  /** Somebody else changed it first, or it is gone. */
  | { readonly status: 'changed_meanwhile' | 'erased' | 'not_found' };

/** Writes a person's contact, and tells the audit log which fields it has. */
export function saveContact(
  { db, vault }: Pick<Store, 'db' | 'vault'>,
  change: ContactChange,
): Promise<ContactSaved> {
  const { region, participant, actor } = change;
  return db.transaction().execute(async (transaction): Promise<ContactSaved> => {
    await lockPerson(transaction, change);
    const key = await keyOf(transaction, vault, change);
    if (typeof key === 'string') return { status: key };
    const sealed = seal(key, Buffer.from(JSON.stringify(change.contact)), contextOf(change));
    const version =
      change.seen === 0
        ? await insertContact(transaction, change, sealed)
        : await updateContact(transaction, change, sealed);
    if (version === undefined) return { status: 'changed_meanwhile' };
    await appendAudit(transaction, {
      actor,
      action: 'contact.write',
      region,
      subject: participant,
      detail: { version, fields: Object.keys(change.contact).sort() },
    });
    return { status: 'saved', version };
  });
}

async function insertContact(db: Transaction<Database>, change: ContactChange, sealed: Buffer) {
  const { region, participant, actor, at } = change;
  const row = await db
    .insertInto('contacts')
    .values({ region, participant, sealed, updated_at: at, updated_by: actor })
    .onConflict((conflict) => conflict.doNothing())
    .returning('version')
    .executeTakeFirst();
  return row?.version;
}

async function updateContact(db: Transaction<Database>, change: ContactChange, sealed: Buffer) {
  const { region, participant, actor, at, seen } = change;
  const row = await db
    .updateTable('contacts')
    .set((eb) => ({ sealed, version: eb('version', '+', 1), updated_at: at, updated_by: actor }))
    .where('region', '=', region)
    .where('participant', '=', participant)
    .where('version', '=', seen)
    .returning('version')
    .executeTakeFirst();
  return row?.version;
}

/** Deletes a person's contact, and tells the audit log. False where there is none. */
export function deleteContact({ db }: Pick<Store, 'db'>, person: Person, actor: string): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const deleted = await dropContact(transaction, person);
    if (deleted) {
      const { region, participant: subject } = person;
      await appendAudit(transaction, { actor, action: 'contact.delete', region, subject, detail: {} });
    }
    return deleted;
  });
}

/** Deletes it without a word to the log: for erasure, which has its own. */
export async function dropContact(db: Kysely<Database>, { region, participant }: Person): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('contacts')
    .where('region', '=', region)
    .where('participant', '=', participant)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** From here to the end of the transaction the person is not erased. */
async function lockPerson(db: Transaction<Database>, { region, participant }: Person): Promise<void> {
  await sql`select from person_keys where region = ${region} and participant = ${participant} for share`.execute(
    db,
  );
}

async function keyOf(
  db: Kysely<Database>,
  vault: Vault,
  { region, participant }: Person,
): Promise<PersonKey | 'erased' | 'not_found'> {
  const { keys, erased } = await findPersonKeys(db, vault, region, [participant]);
  return keys.get(participant) ?? (erased.length > 0 ? 'erased' : 'not_found');
}

function contextOf({ region, participant }: Person): string {
  return `contacts/${region}/${participant}`;
}
