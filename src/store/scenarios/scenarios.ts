/** A region's scenarios in versions: each written once, the newest counts, and none written over another that was not seen. */
import { type Kysely, sql, type Transaction } from 'kysely';
import { appendAudit } from '../audit/append.ts';
import type { StoreData } from '../open-store.ts';
import { type Basis, findBasis } from '../regions/basis.ts';
import type { Database } from '../schema/database.ts';

export interface ScenarioHead {
  readonly id: string;
  readonly region: string;
  readonly name: string;
  /** Of the newest version: 1, 2, 3 ... within the scenario. */
  readonly number: number;
  readonly createdAt: Date;
  /** A user's name; null where a command of the machine's own did it. */
  readonly createdBy: string | null;
  readonly archived: boolean;
}

export interface ScenarioVersion {
  /** The id of its row. */
  readonly id: number;
  readonly number: number;
  /** Numbers within the region: what its edits were written for. */
  readonly regionVersion: number;
  readonly policy: number;
  /** scenario@1, as it was saved. */
  readonly document: unknown;
  readonly createdAt: Date;
  readonly createdBy: string | null;
}

export interface WrittenScenario {
  readonly region: string;
  /** In Swedish, by which it is found in its region. */
  readonly name: string;
  /** scenario@1. */
  readonly document: Readonly<Record<string, unknown>>;
  /** Numbers within the region; the newest by default. */
  readonly version?: number | undefined;
  readonly policy?: number | undefined;
  /** A user; null where a command of the machine's own asks. */
  readonly actor: string | null;
}

type Missing = Extract<Basis, { status: 'not_found' }>;
/** Another scenario of the region that is in use has the name. */
interface NameTaken {
  readonly status: 'name_taken';
}

export type CreateOutcome =
  | { readonly status: 'created'; readonly id: string; readonly number: number }
  | NameTaken
  | Missing;

export type SaveOutcome =
  | { readonly status: 'saved'; readonly number: number }
  | NameTaken
  | Missing
  /** Somebody else was first: look at their version, and save again to follow it. */
  | { readonly status: 'superseded'; readonly latest: number };

/** Runs in the transaction of a write once it is made. */
export type Alongside<Outcome> = (transaction: Transaction<Database>, written: Outcome) => Promise<void>;

/** Those in use, by name. */
export function listScenarios(db: Kysely<Database>, region: string): Promise<readonly ScenarioHead[]> {
  return selectHeads(db)
    .where('scenarios.region', '=', region)
    .where('archived_at', 'is', null)
    .orderBy('name')
    .execute();
}

export async function findScenario(db: Kysely<Database>, id: string): Promise<ScenarioHead | null> {
  return (await selectHeads(db).where('scenarios.id', '=', id).executeTakeFirst()) ?? null;
}

/** One version, by its number or the newest. */
export async function findScenarioVersion(
  db: Kysely<Database>,
  scenario: string,
  number: number | 'latest',
): Promise<ScenarioVersion | null> {
  const asked = selectVersions(db).where('scenario_versions.scenario', '=', scenario);
  const row = await (number === 'latest'
    ? asked.orderBy('scenario_versions.number', 'desc').limit(1)
    : asked.where('scenario_versions.number', '=', number)
  ).executeTakeFirst();
  return row ?? null;
}

/** Saves a new scenario as its version 1. */
export function createScenario(
  { db }: Pick<StoreData, 'db'>,
  written: WrittenScenario,
  alongside?: Alongside<Extract<CreateOutcome, { status: 'created' }>>,
): Promise<CreateOutcome> {
  return db.transaction().execute(async (transaction): Promise<CreateOutcome> => {
    const ready = await prepare(transaction, written, null);
    if (ready.status !== 'found') return ready;
    const { region, name, actor } = written;
    const { id } = await transaction
      .insertInto('scenarios')
      .values({ region, name, created_by: actor })
      .returning('id')
      .executeTakeFirstOrThrow();
    await insertVersion(transaction, { scenario: id, number: 1, ready, written });
    const created = { status: 'created', id, number: 1 } as const;
    await alongside?.(transaction, created);
    await tell(transaction, { actor, region, did: 'create', scenario: id, number: 1 });
    return created;
  });
}

/** Saves a version that follows the one with the number `follows`. */
export function saveScenarioVersion(
  { db }: Pick<StoreData, 'db'>,
  scenario: string,
  written: WrittenScenario,
  follows: number,
  alongside?: Alongside<Extract<SaveOutcome, { status: 'saved' }>>,
): Promise<SaveOutcome> {
  return db.transaction().execute(async (transaction): Promise<SaveOutcome> => {
    const ready = await prepare(transaction, written, scenario);
    if (ready.status !== 'found') return ready;
    const { latest } = await transaction
      .selectFrom('scenario_versions')
      .select(({ fn }) => fn.max<number>('number').as('latest'))
      .where('scenario', '=', scenario)
      .executeTakeFirstOrThrow();
    if (latest !== follows) return { status: 'superseded', latest };
    const number = latest + 1;
    await insertVersion(transaction, { scenario, number, ready, written });
    await transaction
      .updateTable('scenarios')
      .set({ name: written.name, archived_at: null })
      .where('id', '=', scenario)
      .execute();
    const saved = { status: 'saved', number } as const;
    await alongside?.(transaction, saved);
    const { actor, region } = written;
    await tell(transaction, { actor, region, did: 'save', scenario, number });
    return saved;
  });
}

/** Takes a scenario out of use; its versions stay, since runs rest on them. Saving it anew brings it back. */
export function archiveScenario(
  { db }: Pick<StoreData, 'db'>,
  { id, region }: Pick<ScenarioHead, 'id' | 'region'>,
  actor: string,
  at: Date,
): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    const archived = await transaction
      .updateTable('scenarios')
      .set({ archived_at: at })
      .where('id', '=', id)
      .where('archived_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (archived !== undefined)
      await tell(transaction, { actor, region, did: 'archive', scenario: id, number: null });
  });
}

interface Written {
  readonly actor: string | null;
  readonly region: string;
  readonly did: 'create' | 'save' | 'archive';
  readonly scenario: string;
  readonly number: number | null;
}

function tell(transaction: Transaction<Database>, { actor, region, ...detail }: Written): Promise<void> {
  return appendAudit(transaction, { actor, action: 'scenario.write', region, subject: null, detail });
}

/** What it is to be written for, with the region's scenarios held, so that of two at once one sees the other's name. */
async function prepare(
  transaction: Transaction<Database>,
  written: WrittenScenario,
  own: string | null,
): Promise<Basis | NameTaken> {
  const { region, name } = written;
  await sql`select from regions where id = ${region} for update`.execute(transaction);
  const basis = await findBasis(transaction, written);
  if (basis.status === 'not_found') return basis;
  const named = await transaction
    .selectFrom('scenarios')
    .select('id')
    .where('region', '=', region)
    .where('name', '=', name)
    .where('archived_at', 'is', null)
    .executeTakeFirst();
  return named === undefined || named.id === own ? basis : { status: 'name_taken' };
}

interface NewVersion {
  readonly scenario: string;
  readonly number: number;
  readonly ready: Extract<Basis, { status: 'found' }>;
  readonly written: WrittenScenario;
}

async function insertVersion(
  transaction: Transaction<Database>,
  { scenario, number, ready, written: { region, document, actor } }: NewVersion,
): Promise<void> {
  await transaction
    .insertInto('scenario_versions')
    .values({
      ...{ scenario, region, number, created_by: actor },
      ...{ region_version: ready.version, policy: ready.policy },
      document: JSON.stringify(document),
    })
    .execute();
}

function selectHeads(db: Kysely<Database>) {
  return db
    .selectFrom('scenarios')
    .innerJoin('scenario_versions', 'scenario_versions.scenario', 'scenarios.id')
    .leftJoin('users', 'users.id', 'scenario_versions.created_by')
    .select([
      ...(['scenarios.id', 'scenarios.region', 'scenarios.name', 'scenario_versions.number'] as const),
      ...(['scenario_versions.created_at as createdAt', 'users.display_name as createdBy'] as const),
    ])
    .select(sql<boolean>`archived_at is not null`.as('archived'))
    .where(({ eb, selectFrom }) =>
      eb(
        'scenario_versions.number',
        '=',
        selectFrom('scenario_versions as newest')
          .select(({ fn }) => fn.max('newest.number').as('number'))
          .whereRef('newest.scenario', '=', 'scenarios.id'),
      ),
    );
}

function selectVersions(db: Kysely<Database>) {
  return db
    .selectFrom('scenario_versions')
    .innerJoin('region_versions', 'region_versions.id', 'scenario_versions.region_version')
    .innerJoin('policies', 'policies.id', 'scenario_versions.policy')
    .leftJoin('users', 'users.id', 'scenario_versions.created_by')
    .select([
      ...(['scenario_versions.id', 'scenario_versions.number', 'document'] as const),
      ...(['region_versions.number as regionVersion', 'policies.number as policy'] as const),
      ...(['scenario_versions.created_at as createdAt', 'users.display_name as createdBy'] as const),
    ]);
}
