/**
 * Erases a person: their key is forgotten and their contact deleted, and with the key goes all that was sealed under it, in every version,
 * proposal and backup made from now on. The rows stay, so that what others decided still adds up; what stays is counted, for the answer to
 * say it and why (what-stays.ts).
 */

import { type Kysely, sql } from 'kysely';
import { appendAudit } from '../audit/append.ts';
import { entriesOfPerson } from '../audit/of-person.ts';
import { dropContact, type Person } from '../contacts.ts';
import type { Store } from '../open-store.ts';
import { shredPersonKey } from '../person-keys.ts';
import type { Database } from '../schema/database.ts';
import { forgetUploadsOf } from '../uploads/uploads.ts';

export interface Erasing extends Person {
  readonly actor: string;
  readonly at: Date;
}

/** Counts of the rows that stay, without what can be read of the person in them. */
export interface Remaining {
  readonly versions: number;
  readonly proposals: number;
  readonly decisions: number;
  readonly answers: number;
  readonly outcomes: number;
  readonly cases: number;
  readonly log_entries: number;
}

export type ErasureOutcome =
  | { readonly status: 'erased'; readonly contactDeleted: boolean; readonly remaining: Remaining }
  | { readonly status: 'erased_already'; readonly at: Date; readonly remaining: Remaining }
  /** They have a place that is accepted, confirmed or begun: that is ended or turned down first, so that a seat does not hang on nobody. */
  | { readonly status: 'still_placed'; readonly proposals: readonly string[] }
  | { readonly status: 'not_found' };

/** Erases a person, in one transaction with the audit log's entry. */
export function erasePerson({ db }: Pick<Store, 'db'>, erasing: Erasing): Promise<ErasureOutcome> {
  const { region, participant, actor, at } = erasing;
  return db.transaction().execute(async (transaction): Promise<ErasureOutcome> => {
    const key = await transaction
      .selectFrom('person_keys')
      .select('shredded_at')
      .where('region', '=', region)
      .where('participant', '=', participant)
      .forUpdate()
      .executeTakeFirst();
    if (key === undefined) return { status: 'not_found' };
    if (key.shredded_at !== null) {
      return {
        status: 'erased_already',
        at: key.shredded_at,
        remaining: await countRemaining(transaction, erasing),
      };
    }
    const standing = await standingPlaces(transaction, erasing);
    if (standing.length > 0) return { status: 'still_placed', proposals: standing };
    const contactDeleted = await dropContact(transaction, erasing);
    await shredPersonKey(transaction, region, participant, at);
    await forgetUploadsOf(transaction, region);
    const remaining = await countRemaining(transaction, erasing);
    await appendAudit(transaction, {
      actor,
      action: 'person.erase',
      region,
      subject: participant,
      detail: { contact_deleted: contactDeleted, ...remaining },
    });
    return { status: 'erased', contactDeleted, remaining };
  });
}

async function standingPlaces(db: Kysely<Database>, { region, participant }: Person): Promise<string[]> {
  const rows = await db
    .selectFrom('pairs')
    .select('proposal')
    .where('region', '=', region)
    .where('participant', '=', participant)
    .where('state', 'in', ['accepted', 'confirmed', 'started'])
    .orderBy('proposal')
    .execute();
  return rows.map(({ proposal }) => proposal);
}

async function countRemaining(db: Kysely<Database>, { region, participant }: Person): Promise<Remaining> {
  const { rows } = await sql<Remaining>`
    with told as (select id from proposals where region = ${region})
    select
      (select count(*) from participants join region_versions on region_versions.id = participants.version
        where region = ${region} and participants.id = ${participant}) as versions,
      (select count(distinct proposal) from (
        select proposal from pairs where region = ${region} and participant = ${participant}
        union all select proposal from unplaced where region = ${region} and participant = ${participant}) as places) as proposals,
      (select count(*) from decisions join told on told.id = proposal where participant = ${participant}) as decisions,
      (select count(*) from answers join told on told.id = proposal where participant = ${participant}) as answers,
      (select count(*) from outcomes where region = ${region} and participant = ${participant}) as outcomes,
      (select count(*) from cases join told on told.id = proposal where participant = ${participant}) as cases,
      (select count(*) from (${entriesOfPerson({ region, participant })}) as entries) as log_entries`.execute(
    db,
  );
  return rows[0];
}
