import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { defaultRetention, dueOn } from '../../../src/domain/retention.ts';
import { verifyAudit } from '../../../src/store/audit/verify.ts';
import { loadRegionVersion } from '../../../src/store/regions/load-region-version.ts';
import { saveRegionVersion } from '../../../src/store/regions/save-region-version.ts';
import { applyRetention } from '../../../src/store/retention/apply.ts';
import { retentionLimitsOf, setRetentionLimits } from '../../../src/store/retention/limits.ts';
import { planRetention } from '../../../src/store/retention/plan.ts';
import { openTestStore } from '../open-test-store.ts';
import { anna, bo, leaveTrail, trailRegion } from '../person-trail.ts';

const store = await openTestStore();
const { db } = store;
const trail = await leaveTrail(store, 'r', '2004-12-31');
await leaveTrail(store, 'elsewhere', '2004-12-31');
const { region, version, proposal, empty } = trail;

/** A second version with a later period, in which only Bo still is. */
const later = trailRegion('2006-12-31');
const second = await saveRegionVersion(store, {
  region,
  content: {
    ...later,
    participants: later.participants.filter(({ id }) => id === bo),
    participant_languages: later.participant_languages.filter(({ participant }) => participant === bo),
  },
  digest: 'cd'.repeat(32),
  note: '',
  importedBy: null,
  follows: 1,
});
if (second.status !== 'saved') throw new Error(second.status);
await sql`update proposals set status = 'failed', started_at = now(), ended_at = now(), failure = '{}' where region = 'r'`.execute(
  db,
);

const counts = async () =>
  (
    await sql<Record<string, number>>`
      select (select count(*) from region_versions) as versions, (select count(*) from proposals) as proposals,
        (select count(*) from pairs) as pairs, (select count(*) from decisions) as decisions,
        (select count(*) from participants) as participants, (select count(*) from units) as units,
        (select count(*) from person_keys where wrapped is null) as erased`.execute(db)
  ).rows[0];

test('what is due is counted from the period that ends last, day by day', async () => {
  const ids = async (today: string) => {
    const { persons, proposals, versions } = await planRetention(db, region, today);
    return {
      persons: persons.map(({ id }) => id),
      proposals: proposals.length,
      versions: versions.map((v) => v.number),
    };
  };
  expect(await ids('2006-12-31')).toEqual({ persons: [], proposals: 0, versions: [] });
  expect(await ids('2007-01-01')).toEqual({ persons: [anna], proposals: 0, versions: [] });
  expect(await ids('2009-01-01')).toEqual({ persons: [bo, anna].toSorted(), proposals: 0, versions: [] });
  // The newest version stays however old it is.
  expect(await ids('2040-01-01')).toEqual({ persons: [bo, anna].toSorted(), proposals: 2, versions: [1] });
  expect((await planRetention(db, region, '2007-01-01')).persons).toEqual([
    { id: anna, periodEnd: '2004-12-31', dueOn: '2007-01-01' },
  ]);
});

test('to plan changes nothing', async () => {
  const before = await counts();
  await planRetention(db, region, '2040-01-01');
  expect(await counts()).toEqual(before);
});

test('who still has a place is not erased, and that is told', async () => {
  await sql`update pairs set state = 'started' where region = 'r' and participant = ${anna}`.execute(db);
  expect(await planRetention(db, region, '2007-01-01')).toMatchObject({ persons: [], stillPlaced: [anna] });
  await sql`update pairs set state = 'ended', ended_as = 'completed' where region = 'r' and participant = ${anna}`.execute(
    db,
  );
});

test('a version stays as long as a proposal or a scenario rests on it, a proposal as long as it is being made', async () => {
  await sql`update proposals set status = 'requested', started_at = null, ended_at = null, failure = null where id = ${empty}`.execute(
    db,
  );
  const plan = await planRetention(db, region, '2040-01-01');
  expect([plan.proposals.map(({ id }) => id), plan.versions]).toEqual([[proposal], []]);
  await sql`update proposals set status = 'failed', ended_at = now(), failure = '{}' where id = ${empty}`.execute(
    db,
  );
});

test('a proposal stays whose decision made the state of a pair that is kept, and the one that stands', async () => {
  const due = async () => (await planRetention(db, region, '2040-01-01')).proposals.map(({ id }) => id);
  expect((await due()).toSorted()).toEqual([proposal, empty].toSorted());
  await db.insertInto('standing_proposals').values({ region, proposal: empty }).execute();
  expect(await due()).toEqual([proposal]);
  await sql`
    insert into pairs (proposal, participant, region, region_version, team, sfi_group, unit, district, principal, points, origin, sealed, state, decision)
    select ${empty}, participant, region, region_version, team, sfi_group, unit, district, principal, points, 'kept', sealed, 'locked', decision
    from pairs where proposal = ${proposal} and participant = ${bo}`.execute(db);
  expect(await due()).toEqual([]);
  await sql`delete from pairs where proposal = ${empty}`.execute(db);
  await sql`delete from standing_proposals where region = ${region}`.execute(db);
});

test('what is due goes, the rest stays, and the log tells it', async () => {
  const before = await counts();
  const erased = await applyRetention(store, { region, at: new Date('2007-01-01T12:00:00Z'), actor: null });
  expect(erased.persons.map(({ id }) => id)).toEqual([anna]);
  expect(await counts()).toEqual({ ...before, erased: 1 });
  expect(await loadRegionVersion(store, version)).toMatchObject({ status: 'incomplete', erased: [anna] });

  const later = new Date('2040-01-01T12:00:00Z');
  const gone = await applyRetention(store, { region, at: later, actor: null });
  expect([gone.proposals.length, gone.versions.length]).toEqual([2, 1]);
  expect(await counts()).toEqual({
    versions: before.versions - 1,
    proposals: before.proposals - 2,
    pairs: before.pairs - 2,
    decisions: before.decisions - 2,
    participants: before.participants - 2,
    units: before.units - 1,
    erased: 2,
  });
  expect(await loadRegionVersion(store, version)).toEqual({ status: 'not_found' });
  const entries = await db
    .selectFrom('audit_log')
    .select(['action', 'subject', 'detail'])
    .where('action', 'in', ['person.erase', 'retention.run'])
    .orderBy('seq')
    .execute();
  expect(entries).toMatchObject([
    { action: 'person.erase', subject: anna, detail: { by: 'retention', due_on: '2007-01-01' } },
    { action: 'retention.run', detail: { persons: 1, proposals: [], versions: [] } },
    { action: 'person.erase', subject: bo },
    { action: 'retention.run', detail: { persons: 1, versions: ['1'] } },
  ]);
  expect((await verifyAudit(db)).status).toBe('whole');
  const logged = entries.length;
  await applyRetention(store, { region, at: later, actor: null });
  const { rows } = await sql<{
    n: number;
  }>`select count(*) as n from audit_log where action in ('person.erase', 'retention.run')`.execute(db);
  expect(rows).toEqual([{ n: logged }]);
});

test('only retention may delete what is written once, and not even it the log', async () => {
  await expect(sql`delete from decisions`.execute(db)).rejects.toThrow('written once');
  const asRetention = (statement: ReturnType<typeof sql>) =>
    db.transaction().execute(async (transaction) => {
      await sql`select set_config('resursutbyte.retention', 'on', true)`.execute(transaction);
      await statement.execute(transaction);
    });
  await expect(asRetention(sql`delete from audit_log`)).rejects.toThrow('written once');
  await expect(asRetention(sql`update decisions set reason = 'x'`)).rejects.toThrow('written once');
});

test("a region's limits are the defaults until they are set", async () => {
  expect(await retentionLimitsOf(db, region)).toEqual(defaultRetention);
  const limits = { persons: 6, proposals: 12, versions: 12 };
  expect(await setRetentionLimits(store, region, limits, null)).toBe(true);
  expect(await setRetentionLimits(store, region, { ...limits, persons: 7 }, null)).toBe(true);
  expect(await retentionLimitsOf(db, region)).toEqual({ ...limits, persons: 7 });
  expect(await setRetentionLimits(store, 'nowhere', limits, null)).toBe(false);
});

test('a month has as many days as it has', () => {
  expect(dueOn('2004-12-31', 2)).toBe('2005-03-01');
  expect(dueOn('2003-12-31', 2)).toBe('2004-03-01');
  expect(dueOn('2004-01-15', 1)).toBe('2004-02-16');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 100 }), (day, limit) => {
      const end = new Date(day * 86_400_000).toISOString().slice(0, 10);
      expect(dueOn(end, limit) > end).toBe(true);
      expect(dueOn(end, limit + 1) > dueOn(end, limit)).toBe(true);
    }),
  );
});
