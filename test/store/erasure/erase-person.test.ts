import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { accessReportText } from '../../../src/domain/access-report.ts';
import { cannotBeRepeated } from '../../../src/domain/what-stays.ts';
import { makeAccessReport } from '../../../src/store/access-report/make-report.ts';
import { verifyAudit } from '../../../src/store/audit/verify.ts';
import { countErased } from '../../../src/store/erasure/count-erased.ts';
import { erasePerson } from '../../../src/store/erasure/erase-person.ts';
import { loadRegionVersion } from '../../../src/store/regions/load-region-version.ts';
import { openTestStore } from '../open-test-store.ts';
import { anna, bo, leaveTrail, words } from '../person-trail.ts';

const store = await openTestStore();
const { db } = store;
const trail = await leaveTrail(store, 'r');
const { region, officer, version, proposal } = trail;
const erasing = { region, participant: anna, actor: officer, at: new Date('2005-01-01T00:00:00Z') };
const remaining = { versions: 1, proposals: 2, decisions: 1, answers: 1, outcomes: 1, cases: 1 };

test('a person with a place that stands is not erased before it is ended', async () => {
  await db
    .updateTable('pairs')
    .set((eb) => ({
      state: 'started',
      decision: eb.selectFrom('decisions').select('id').where('participant', '=', anna),
    }))
    .where('participant', '=', anna)
    .execute();
  expect(await erasePerson(store, erasing)).toEqual({ status: 'still_placed', proposals: [proposal] });
  await db
    .updateTable('pairs')
    .set({ state: 'ended', ended_as: 'completed' })
    .where('participant', '=', anna)
    .execute();
});

test('an erasure says what stays, and is told to the log; of several at once one erases', async () => {
  const outcomes = await Promise.all([1, 2].map(() => erasePerson(store, erasing)));
  const [first, second] = outcomes.toSorted((a, b) => a.status.length - b.status.length);
  expect(first).toEqual({
    status: 'erased',
    contactDeleted: true,
    remaining: { ...remaining, log_entries: 2 },
  });
  expect(second).toEqual({
    status: 'erased_already',
    at: erasing.at,
    remaining: { ...remaining, log_entries: 3 },
  });
  expect(await erasePerson(store, { ...erasing, participant: 'nobody' })).toEqual({ status: 'not_found' });
  const last = await db.selectFrom('audit_log').selectAll().orderBy('seq', 'desc').executeTakeFirstOrThrow();
  expect(last).toMatchObject({ action: 'person.erase', actor: officer, subject: anna });
  expect(last.detail).toEqual({ contact_deleted: true, ...remaining, log_entries: 2 });
  expect((await verifyAudit(db)).status).toBe('whole');
});

test('an old version still loads, without the person, and says that what came of it cannot be repeated', async () => {
  const loaded = await loadRegionVersion(store, version);
  expect(loaded).toMatchObject({ status: 'incomplete', erased: [anna] });
  if (loaded.status !== 'incomplete') throw new Error(loaded.status);
  expect(loaded.region.participants.map(({ id }) => id)).toEqual([bo]);
  expect(await countErased(db, version)).toBe(1);
  expect(cannotBeRepeated(await countErased(db, version))?.en).toContain('1 person has been erased');
  expect(cannotBeRepeated(0)).toBeNull();
  expect(cannotBeRepeated(2)?.sv).toContain('2 personer har raderats');
});

test("the erased person's report holds what stays and nothing that was sealed; the other's is whole", async () => {
  const made = await makeAccessReport(store, erasing, erasing.at);
  if (made.status !== 'made') throw new Error(made.status);
  expect(made.report).toMatchObject({ erased: true, parts: { contact: [] } });
  expect(made.report.parts.pairs).toMatchObject([
    { proposal, state: 'ended', points: 1_234, as_proposed: null },
  ]);
  expect(made.report.parts.decisions).toMatchObject([{ reason: 'too_far', note: null }]);
  expect(JSON.stringify(made.report)).not.toContain(words[anna]);
  expect(accessReportText(made.report, 'sv')).toContain('Uppgifterna har raderats');
  const other = await makeAccessReport(store, { region, participant: bo }, erasing.at);
  expect(other).toMatchObject({ status: 'made', report: { erased: false } });
});

test('no table holds the key or the contact any longer', async () => {
  const { rows } = await sql<{ left: number }>`
    select (select count(*) from contacts where participant = ${anna})
      + (select count(*) from person_keys where participant = ${anna} and wrapped is not null) as left`.execute(
    db,
  );
  expect(rows).toEqual([{ left: 0 }]);
});
