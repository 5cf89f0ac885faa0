/** What the database itself refuses, whoever asks. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { saveRegionVersion } from '../../src/store/regions/save-region-version.ts';
import { smallRegion } from '../files/small-region.ts';
import { openTestStore } from './open-test-store.ts';

const store = await openTestStore();
const { db } = store;
const sealed = Buffer.from('sealed');

const saved = await saveRegionVersion(store, {
  region: 'r',
  content: smallRegion,
  digest: 'ab'.repeat(32),
  note: '',
  importedBy: null,
  follows: 0,
});
if (saved.status !== 'saved') throw new Error(saved.status);
const version = saved.version.id;
const officer = await db
  .insertInto('users')
  .values({ login: 'officer', display_name: 'Officer' })
  .returning('id')
  .executeTakeFirstOrThrow();
const policy = await db
  .insertInto('policies')
  .values({ region: 'r', number: 1, policy: '{}', note: '' })
  .returning('id')
  .executeTakeFirstOrThrow();
const [participant] = smallRegion.participants;
const [team] = smallRegion.teams;
const [group] = smallRegion.sfi_groups;
const [unit] = smallRegion.units;

async function requestProposal(): Promise<string> {
  const { id } = await db
    .insertInto('proposals')
    .values({ region: 'r', region_version: version, policy: policy.id, seed: 0, settings: '{}' })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

const pairIn = (proposal: string) => ({
  proposal,
  participant: participant.id,
  region: 'r',
  region_version: version,
  team: team.id,
  sfi_group: group.id,
  unit: unit.id,
  district: unit.district,
  principal: unit.principal,
  points: 1_000,
  origin: 'proposed' as const,
  sealed,
});

test('a region is known by a short name for addresses', async () => {
  for (const id of ['Farsta', '-a', 'a-', 'a--b', 'a b', '', 'x'.repeat(64)]) {
    await expect(db.insertInto('regions').values({ id, name: 'x' }).execute()).rejects.toMatchObject({
      constraint: 'regions_id_check',
    });
  }
});

const writtenOnce = [
  'region_versions',
  'participants',
  'units',
  'teams',
  'team_languages',
  'team_backgrounds',
  'sfi_groups',
  'sessions',
  'areas',
  'travel',
  'policies',
  'proposal_inputs',
  'proposal_told',
  'decisions',
  'answers',
  'scenario_versions',
  'outcomes',
  'agreements',
  'audit_log',
] as const;

test.each(writtenOnce)('rows of %s are never changed, removed or emptied', async (table) => {
  const { rows } = await sql<{ name: string }>`
    select column_name as name from information_schema.columns
    where table_name = ${table} and is_generated = 'NEVER' and is_identity = 'NO' limit 1`.execute(db);
  const column = sql.ref(rows[0]?.name ?? '');
  const refused = { code: '23001', message: `rows of ${table} are written once and never changed` };
  await expect(sql`update ${sql.table(table)} set ${column} = ${column}`.execute(db)).rejects.toMatchObject(
    refused,
  );
  await expect(sql`delete from ${sql.table(table)}`.execute(db)).rejects.toMatchObject(refused);
  await expect(sql`truncate ${sql.table(table)} cascade`.execute(db)).rejects.toMatchObject({
    code: '23001',
  });
});

test('the columns of a place are drawn from its row', async () => {
  expect(await db.selectFrom('units').selectAll().execute()).toEqual([
    { version, position: 0, row: unit, id: unit.id, district: unit.district, principal: unit.principal },
  ]);
});

test('a pair is of people and places that its version of the region has', async () => {
  const pair = pairIn(await requestProposal());
  const insert = (changed: object) =>
    db
      .insertInto('pairs')
      .values({ ...pair, ...changed })
      .execute();
  for (const [column, constraint] of [
    ['participant', 'pairs_region_version_participant_fkey'],
    ['team', 'pairs_region_version_team_fkey'],
    ['sfi_group', 'pairs_region_version_sfi_group_fkey'],
  ]) {
    await expect(insert({ [column]: 'nobody' })).rejects.toMatchObject({ constraint });
  }
  await insert({});
  await expect(insert({})).rejects.toMatchObject({ constraint: 'pairs_pkey' });
});

test('how a pair ended and who turned it down are known exactly when it has ended or was turned down', async () => {
  const pair = pairIn(await requestProposal());
  const insert = (changed: object) =>
    db
      .insertInto('pairs')
      .values({ ...pair, ...changed })
      .execute();
  await expect(insert({ state: 'ended' })).rejects.toMatchObject({ code: '23514' });
  await expect(insert({ ended_as: 'completed' })).rejects.toMatchObject({ code: '23514' });
  await expect(insert({ state: 'turned_down' })).rejects.toMatchObject({ code: '23514' });
  await expect(insert({ turned_down_by: 'school' })).rejects.toMatchObject({ code: '23514' });
  await expect(insert({ state_reason: 'illness' })).rejects.toMatchObject({ code: '23514' });
  const { id: decision } = await db
    .insertInto('decisions')
    .values({
      proposal: pair.proposal,
      participant: participant.id,
      pair_version: 2,
      actor: officer.id,
      action: 'leave_early',
      to_state: 'ended',
      pair_after: '{}',
      reason: 'illness',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const left = { state: 'ended', ended_as: 'left_early' };
  await expect(insert({ ...left, decision })).rejects.toMatchObject({ code: '23514' });
  await expect(insert({ ...left, state_reason: 'illness' })).rejects.toMatchObject({ code: '23514' });
  await insert({ ...left, state_reason: 'illness', decision });
});

test('of two decisions on the same version of a pair only one can be, and turning down needs a reason', async () => {
  const proposal = await requestProposal();
  const decision = {
    proposal,
    participant: participant.id,
    pair_version: 2,
    actor: officer.id,
    action: 'lock' as const,
    to_state: 'locked' as const,
    pair_after: '{}',
  };
  await db.insertInto('decisions').values(decision).execute();
  await expect(db.insertInto('decisions').values(decision).execute()).rejects.toMatchObject({
    constraint: 'decisions_proposal_participant_pair_version_key',
  });
  const unexplained = {
    ...decision,
    pair_version: 3,
    action: 'turn_down' as const,
    to_state: 'turned_down' as const,
  };
  await expect(db.insertInto('decisions').values(unexplained).execute()).rejects.toMatchObject({
    code: '23514',
  });
  await db
    .insertInto('decisions')
    .values({ ...unexplained, reason: 'too_far', turned_down_by: 'participant' })
    .execute();
});

test('a proposal has one job, unless that failed', async () => {
  const proposal = await requestProposal();
  const insert = () =>
    db.insertInto('jobs').values({ kind: 'propose', proposal }).returning('id').executeTakeFirstOrThrow();
  const { id } = await insert();
  await expect(insert()).rejects.toMatchObject({ constraint: 'one_job_a_proposal' });
  await db
    .updateTable('jobs')
    .set({ state: 'failed', ended_at: new Date(0), failure: '{}' })
    .where('id', '=', id)
    .execute();
  await insert();
});

test('a proposal is of a version and a policy of its own region', async () => {
  await db.insertInto('regions').values({ id: 'other', name: 'Other' }).execute();
  const proposal = { region: 'other', region_version: version, policy: policy.id, seed: 0, settings: '{}' };
  await expect(db.insertInto('proposals').values(proposal).execute()).rejects.toMatchObject({
    code: '23503',
  });
});

test('the audit log is one chain: no entry has two that follow it', async () => {
  const hash = (byte: number) => Buffer.alloc(32, byte);
  const entry = (seq: number, previous: number, own: number) =>
    db
      .insertInto('audit_log')
      .values({
        seq,
        at: new Date(0),
        action: 'read',
        detail: '{}',
        previous_hash: hash(previous),
        hash: hash(own),
      })
      .execute();
  await entry(1, 0, 1);
  await entry(2, 1, 2);
  await expect(entry(3, 1, 3)).rejects.toMatchObject({ constraint: 'audit_log_previous_hash_key' });
  await expect(entry(2, 2, 3)).rejects.toMatchObject({ constraint: 'audit_log_pkey' });
});

test('a supervisor has teams, and a role in a part of a region names the region', async () => {
  const grant = (changed: object) =>
    db
      .insertInto('role_grants')
      .values({ user_id: officer.id, role: 'officer', ...changed })
      .execute();
  await grant({});
  await grant({ region: 'r', district: 'Farsta' });
  await expect(grant({ district: 'Farsta' })).rejects.toMatchObject({ code: '23514' });
  await expect(grant({ role: 'school_supervisor', region: 'r' })).rejects.toMatchObject({ code: '23514' });
  await expect(grant({ role: 'school_supervisor', region: 'r', teams: [] })).rejects.toMatchObject({
    code: '23514',
  });
  await grant({ role: 'school_supervisor', region: 'r', teams: ['team'] });
  await expect(grant({ role: 'partner', region: 'r' })).rejects.toMatchObject({ code: '23514' });
  await expect(grant({ role: 'partner', partner: 'p' })).rejects.toMatchObject({ code: '23514' });
  await expect(grant({ region: 'r', partner: 'p' })).rejects.toMatchObject({ code: '23514' });
  await grant({ role: 'partner', region: 'r', partner: 'p' });
});

test('a shredded key is gone, and one that is not there has a date', async () => {
  const where = db.updateTable('person_keys').where('region', '=', 'r');
  await expect(where.set({ wrapped: null }).execute()).rejects.toMatchObject({ code: '23514' });
  await expect(where.set({ shredded_at: new Date(0) }).execute()).rejects.toMatchObject({ code: '23514' });
});
