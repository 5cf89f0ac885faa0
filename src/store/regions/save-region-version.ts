/** Keeps a region as a new version, in one transaction: all of it or nothing, and none written over another that was not seen. */
import { type Kysely, sql, type Transaction } from 'kysely';
import { homeDistrictOf } from '../../domain/home-district.ts';
import { type Region, tableNames } from '../../domain/region.ts';
import { inBatches } from '../batches.ts';
import type { StoreData } from '../open-store.ts';
import { addPersonKeys, findPersonKeys } from '../person-keys.ts';
import type { Database } from '../schema/database.ts';
import type { PersonKey, Vault } from '../vault.ts';
import { bundlesOf, type PersonBundle, sealBundle } from './person-bundle.ts';
import { type PlaceTable, placeRows, placeTables } from './place-rows.ts';
import { latestVersion, type RegionVersion } from './region-version.ts';

export interface NewVersion {
  /** The region's id. */
  readonly region: string;
  /** Its references hold (check-region.ts). */
  readonly content: Region;
  /** SHA-256 of the content, in hexadecimal. */
  readonly digest: string;
  readonly note: string;
  readonly importedBy: string | null;
  /** The number of the version that this one is to follow; 0 is none. */
  readonly follows: number;
}

export type SaveOutcome =
  | { readonly status: 'saved'; readonly version: RegionVersion }
  /** Somebody else was first: look at their version, and save again to follow it. */
  | { readonly status: 'superseded'; readonly latest: number }
  /** These have been erased, and nothing about them is taken in again under the same pseudonym. */
  | { readonly status: 'erased'; readonly participants: readonly string[] };

/** The first number of the advisory locks of this file: the letters vers. */
const versionsLock = 0x76_65_72_73;

/** Saves a version. Cost: linear in the rows. */
export function saveRegionVersion({ db, vault }: StoreData, given: NewVersion): Promise<SaveOutcome> {
  return db.transaction().execute((transaction) => saveVersionIn(transaction, vault, given));
}

/** The same within a transaction that does more. Where nothing is saved nothing is written. */
export async function saveVersionIn(
  transaction: Transaction<Database>,
  vault: Vault,
  given: NewVersion,
): Promise<SaveOutcome> {
  const { region, content } = given;
  await lockRegion(transaction, region);
  const latest = (await latestVersion(transaction, region))?.number ?? 0;
  if (latest !== given.follows) return { status: 'superseded', latest };
  const ids = content.participants.map((row) => row.id);
  const known = await findPersonKeys(transaction, vault, region, ids);
  if (known.erased.length > 0) return { status: 'erased', participants: known.erased };
  await nameRegion(transaction, region, content.name);
  const strangers = ids.filter((id) => !known.keys.has(id));
  const keys = new Map([...known.keys, ...(await addPersonKeys(transaction, vault, region, strangers))]);
  const version = await insertVersion(transaction, given, latest + 1);
  await insertPersons(transaction, version.id, content, keys);
  for (const table of placeTables) await insertPlaces(transaction, version.id, table, content);
  return { status: 'saved', version };
}

/** From here to the end of the transaction no other version of the region is saved, and nothing of it is let go (retention). */
async function lockRegion(db: Transaction<Database>, region: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${versionsLock}, hashtext(${region}))`.execute(db);
  await sql`select from regions where id = ${region} for update`.execute(db);
}

/** The region itself, under the name that its newest version has. */
async function nameRegion(db: Transaction<Database>, id: string, name: string): Promise<void> {
  await db
    .insertInto('regions')
    .values({ id, name })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ name }))
    .execute();
}

function insertVersion(
  db: Transaction<Database>,
  { region, content, digest, note, importedBy }: NewVersion,
  number: number,
): Promise<RegionVersion> {
  const head = Object.fromEntries(Object.entries(content).filter(([key]) => !isTableName(key)));
  return db
    .insertInto('region_versions')
    .values({ region, number, head: JSON.stringify(head), digest, note, imported_by: importedBy })
    .returning([
      'id',
      'region',
      'number',
      'digest',
      'note',
      'imported_at as importedAt',
      'imported_by as importedBy',
    ])
    .executeTakeFirstOrThrow();
}

function isTableName(key: string): boolean {
  return tableNames.some((table) => table === key);
}

async function insertPersons(
  db: Transaction<Database>,
  version: number,
  content: Region,
  keys: ReadonlyMap<string, PersonKey>,
): Promise<void> {
  const districtOf = homeDistrictOf(content);
  for (const bundles of inBatches(bundlesOf(content))) {
    const rows = bundles.map((bundle: PersonBundle) => {
      const [[position, row]] = bundle.participants;
      const key = keys.get(row.id);
      if (key === undefined) throw new Error('a participant has no key');
      return { position, id: row.id, district: districtOf(row), sealed: sealBundle(bundle, key, version) };
    });
    await sql`
      insert into participants (version, position, id, district, sealed)
      select ${version}, rows.* from unnest(
        ${rows.map((row) => row.position)}::integer[],
        ${rows.map((row) => row.id)}::text[],
        ${rows.map((row) => row.district)}::text[],
        ${rows.map((row) => row.sealed)}::bytea[]
      ) as rows`.execute(db);
  }
}

/** The database draws the other columns from the row. */
async function insertPlaces(
  db: Kysely<Database>,
  version: number,
  table: PlaceTable,
  content: Region,
): Promise<void> {
  for (const rows of inBatches(placeRows(content, table))) {
    await sql`
      insert into ${sql.table(table)} (version, position, row)
      select ${version}, (pair ->> 0)::integer, pair -> 1
      from json_array_elements(${JSON.stringify(rows)}::json) as pair`.execute(db);
  }
}
