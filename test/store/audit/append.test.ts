import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { type AuditEntry, appendAudit } from '../../../src/store/audit/append.ts';
import { auditReads } from '../../../src/store/audit/reads.ts';
import { openTestStore } from '../open-test-store.ts';

const store = await openTestStore();
const { db } = store;
await db.insertInto('regions').values({ id: 'r', name: 'R' }).execute();

const entryFor = (subject: string): AuditEntry => ({
  actor: null,
  action: 'participant.read',
  region: 'r',
  subject,
  detail: { fields: ['id', 'team'] },
});

const append = (entry: AuditEntry) =>
  db.transaction().execute((transaction) => appendAudit(transaction, entry));

async function log() {
  return db
    .selectFrom('audit_log')
    .select(['seq', 'subject', 'previous_hash', 'hash'])
    .orderBy('seq')
    .execute();
}

test('many at once get numbers without gaps, each with the hash of the one before', async () => {
  const reads = auditReads(store);
  const subjects = Array.from({ length: 60 }, (_, number) => `p${number}`);
  await Promise.all(
    subjects.map((subject, number) =>
      number % 3 === 0 ? append(entryFor(subject)) : reads.record(entryFor(subject)),
    ),
  );
  const rows = await log();
  expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1));
  expect(rows.map(({ subject }) => subject).sort()).toEqual(subjects.toSorted());
  rows.reduce<Uint8Array>((previous, row) => {
    expect(row.previous_hash).toEqual(previous);
    return row.hash;
  }, Buffer.alloc(32));
});

test('an entry goes with its transaction, and leaves no gap where that fails', async () => {
  const before = await log();
  const failing = db.transaction().execute(async (transaction) => {
    await appendAudit(transaction, entryFor('never'));
    throw new Error('something after it');
  });
  await expect(failing).rejects.toThrow('something after it');
  expect(await log()).toEqual(before);
  await append(entryFor('next'));
  expect((await log()).at(-1)).toMatchObject({ seq: before.length + 1, subject: 'next' });
});

test('a read is told when it is committed, and one that cannot be kept fails alone', async () => {
  const reads = auditReads(store);
  const outcomes = await Promise.allSettled([
    reads.record(entryFor('first')),
    reads.record(entryFor('good')),
    reads.record({ ...entryFor('bad'), region: 'nowhere' }),
    reads.record(entryFor('also-good'), entryFor('twice')),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  const kept = (await log()).slice(-4).map(({ subject }) => subject);
  expect(kept).toEqual(['first', 'good', 'also-good', 'twice']);
});

test('the log itself refuses every change', async () => {
  await expect(sql`update audit_log set subject = 'x'`.execute(db)).rejects.toThrow('written once');
  await expect(sql`delete from audit_log`.execute(db)).rejects.toThrow('written once');
});
