import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Region } from '../../../src/domain/region.ts';
import { shredPersonKey } from '../../../src/store/person-keys.ts';
import { listVersions } from '../../../src/store/regions/list-versions.ts';
import { loadRegionVersion } from '../../../src/store/regions/load-region-version.ts';
import { latestVersion } from '../../../src/store/regions/region-version.ts';
import { saveRegionVersion } from '../../../src/store/regions/save-region-version.ts';
import { smallRegion } from '../../files/small-region.ts';
import { anyRegion } from '../any-region.ts';
import { openTestStore } from '../open-test-store.ts';

const store = await openTestStore();
const digest = 'ab'.repeat(32);

function save(region: string, content: Region, follows = 0) {
  return saveRegionVersion(store, { region, content, digest, note: 'a note', importedBy: null, follows });
}

async function saved(region: string, content: Region, follows = 0) {
  const outcome = await save(region, content, follows);
  if (outcome.status !== 'saved') throw new Error(outcome.status);
  return outcome.version;
}

test('what is saved is loaded exactly, rows in their order', async () => {
  let number = 0;
  await fc.assert(
    fc.asyncProperty(anyRegion, async (content) => {
      const version = await saved(`any-${number++}`, content);
      const loaded = await loadRegionVersion(store, version.id);
      expect(loaded).toEqual({ status: 'whole', region: content });
    }),
    { numRuns: 60 },
  );
});

test('a version follows the one that was seen, and of several at once only one can', async () => {
  const outcomes = await Promise.all([1, 2, 3, 4].map(() => save('race', smallRegion)));
  expect(outcomes.map(({ status }) => status).sort()).toEqual([
    'saved',
    'superseded',
    'superseded',
    'superseded',
  ]);
  expect(await save('race', smallRegion, 2)).toEqual({ status: 'superseded', latest: 1 });
  const second = await saved('race', { ...smallRegion, name: 'Renamed' }, 1);
  expect(second).toMatchObject({ region: 'race', number: 2, digest, note: 'a note', importedBy: null });
  expect((await listVersions(store.db, 'race', { status: 'all' }, null)).map(({ number }) => number)).toEqual(
    [2, 1],
  );
  expect(await latestVersion(store.db, 'race')).toEqual(second);
  expect(await latestVersion(store.db, 'nowhere')).toBeNull();
  expect(await loadRegionVersion(store, 1_000_000)).toEqual({ status: 'not_found' });
});

test('a version that cannot be saved leaves nothing behind', async () => {
  const [team] = smallRegion.teams;
  const broken = { ...smallRegion, teams: [team, team] };
  await expect(save('half', broken)).rejects.toMatchObject({ constraint: 'teams_version_id_key' });
  expect(await latestVersion(store.db, 'half')).toBeNull();
  const left = await store.db.selectFrom('person_keys').selectAll().where('region', '=', 'half').execute();
  expect(left).toEqual([]);
});

test('what tells about a person is nowhere to be read in the database', async () => {
  const [participant] = smallRegion.participants;
  const content = { ...smallRegion, participants: [{ ...participant, competences: ['cello-making'] }] };
  const version = await saved('sealed', content);
  const { sealed } = await store.db
    .selectFrom('participants')
    .select('sealed')
    .where('version', '=', version.id)
    .executeTakeFirstOrThrow();
  expect(sealed.toString('latin1')).not.toContain('cello');
  const { rows } = await sql<{ row: string }>`
    select to_json(v)::text as row from region_versions v where region = 'sealed'`.execute(store.db);
  expect(rows[0]?.row).not.toContain('cello');
});

test('after erasure a version says whom it can no longer show, and they are not taken in again', async () => {
  const [participant] = smallRegion.participants;
  const other = { ...participant, id: 'stays' };
  const content = { ...smallRegion, participants: [participant, other] };
  const version = await saved('erasing', content);
  const { db } = store;
  expect(await shredPersonKey(db, 'erasing', participant.id, new Date(0))).toBe(true);
  expect(await shredPersonKey(db, 'erasing', participant.id, new Date(0))).toBe(false);
  const loaded = await loadRegionVersion(store, version.id);
  if (loaded.status !== 'incomplete') throw new Error(loaded.status);
  expect(loaded.erased).toEqual([participant.id]);
  expect(loaded.region.participants).toEqual([other]);
  expect(loaded.region.participant_languages).toEqual([]);
  expect(loaded.region.teams).toEqual(content.teams);
  expect(await save('erasing', content, 1)).toEqual({ status: 'erased', participants: [participant.id] });
});

test('a sealed bundle that is moved to another person or version does not open there', async () => {
  const [participant] = smallRegion.participants;
  const first = await saved('moved', smallRegion);
  const second = await saved(
    'moved',
    {
      ...smallRegion,
      participants: [],
      participant_languages: [],
      sessions: [],
      extracts: [],
      decisions: [],
    },
    1,
  );
  const { id, position, district, sealed } = await store.db
    .selectFrom('participants')
    .selectAll()
    .where('version', '=', first.id)
    .executeTakeFirstOrThrow();
  expect(id).toBe(participant.id);
  await store.db
    .insertInto('participants')
    .values({ version: second.id, id, position, district, sealed })
    .execute();
  await expect(loadRegionVersion(store, second.id)).rejects.toThrow();
});
