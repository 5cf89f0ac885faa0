/** What is done to the log by somebody who may do all to the database: each change must be found. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { type RawBuilder, sql, type Transaction } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { moveAnchor, verifyAnchored } from '../../../src/store/audit/anchor.ts';
import { type AuditEntry, appendAllAudit } from '../../../src/store/audit/append.ts';
import { hashOf, noHash } from '../../../src/store/audit/entry.ts';
import { verifyAudit } from '../../../src/store/audit/verify.ts';
import type { Database } from '../../../src/store/schema/database.ts';
import { createVault } from '../../../src/store/vault.ts';
import { openTestStore } from '../open-test-store.ts';

const store = await openTestStore();
const { db } = store;
const dataDir = mkdtempSync(join(tmpdir(), 'resursutbyte-anchor-'));
afterAll(() => rmSync(dataDir, { recursive: true }));
const entries = 12;

await db
  .insertInto('regions')
  .values([
    { id: 'r', name: 'R' },
    { id: 'q', name: 'Q' },
  ])
  .execute();
const users = await db
  .insertInto('users')
  .values([
    { login: 'a', display_name: 'A' },
    { login: 'b', display_name: 'B' },
  ])
  .returning('id')
  .execute();
const awkward = ['p1', 'å"\\', '\ud800', '-', '', 'null'];
const entryOf = (number: number): AuditEntry => ({
  actor: number % 3 === 0 ? null : users[number % 2].id.toUpperCase(),
  action: number % 2 === 0 ? 'participant.read' : 'pair.lock',
  region: number % 4 === 0 ? null : 'r',
  subject: number % 5 === 0 ? null : awkward[number % awkward.length],
  detail: { number, codes: ['x', '\ud800', 'å'], empty: null },
});
for (let number = 0; number < entries; number += 3) {
  const group = [number, number + 1, number + 2].map(entryOf);
  await db.transaction().execute((transaction) => appendAllAudit(transaction, group));
}

/** What `look` sees once the change is made, which then is undone; null where the database has no such state. */
async function after<T>(
  change: (transaction: Transaction<Database>) => Promise<unknown>,
  look: (transaction: Transaction<Database>) => Promise<T>,
): Promise<T | null> {
  const undone = new Error('undone');
  let seen: T | null = null;
  try {
    await db.transaction().execute(async (transaction) => {
      await sql`alter table audit_log disable trigger user`.execute(transaction);
      await change(transaction);
      seen = await look(transaction);
      throw undone;
    });
  } catch (error) {
    if (error !== undone && !(error instanceof Error && 'constraint' in error)) throw error;
  }
  return seen;
}

const seqs = fc.integer({ min: 1, max: entries });
const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((array) => Buffer.from(array));
const columnChange: fc.Arbitrary<RawBuilder<unknown>> = fc.oneof(
  fc
    .oneof(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.constant(1))
    .map((us) => sql`at = at + ${us} * interval '1 microsecond'`),
  fc.constantFrom(sql`at = 'infinity'`, sql`at = at - interval '4050 years'`),
  fc.constantFrom(null, ...users.map(({ id }) => id)).map((id) => sql`actor = ${id}::uuid`),
  fc.string().map((text) => sql`action = ${text.replaceAll('\0', '')}`),
  fc.constantFrom(null, 'r', 'q').map((region) => sql`region = ${region}`),
  fc
    .option(fc.oneof(fc.string(), fc.constantFrom(...awkward)))
    .map((text) => sql`subject = ${text?.replaceAll('\0', '') ?? null}`),
  fc.json().map((json) => sql`detail = ${json}::json`),
  fc.constant(sql`detail = (detail::text || ' ')::json`),
  fc
    .oneof(fc.integer({ min: 1, max: 30 }), fc.constant('9223372036854775807'))
    .map((seq) => sql`seq = ${seq}`),
  bytes.map((hash) => sql`hash = ${hash}`),
  bytes.map((hash) => sql`previous_hash = ${hash}`),
  fc.nat({ max: 31 }).map((at) => sql`hash = set_byte(hash, ${at}, get_byte(hash, ${at}) # 1)`),
);

const rowsOf = async (transaction: Transaction<Database>) =>
  (await sql<{ row: string }>`select audit_log::text as row from audit_log order by seq`.execute(transaction))
    .rows;

test('a log that nobody touched is whole', async () => {
  expect(await verifyAudit(db)).toMatchObject({ status: 'whole', entries, head: { seq: entries } });
});

test('any change to any column of any entry is found', async () => {
  const untouched = await db.transaction().execute(rowsOf);
  let found = 0;
  await fc.assert(
    fc.asyncProperty(seqs, columnChange, async (seq, change) => {
      const seen = await after(
        (transaction) => sql`update audit_log set ${change} where seq = ${seq}`.execute(transaction),
        async (transaction) => ({
          changed: JSON.stringify(await rowsOf(transaction)) !== JSON.stringify(untouched),
          status: (await verifyAudit(transaction)).status,
        }),
      );
      if (seen === null) return;
      expect(seen.status).toBe(seen.changed ? 'broken' : 'whole');
      if (seen.changed) found += 1;
    }),
    { numRuns: 400 },
  );
  expect(found).toBeGreaterThan(200);
});

test('an entry that is removed, put in between or exchanged with another is found', async () => {
  for (let seq = 1; seq < entries; seq += 1) {
    const removed = await after(
      (transaction) => sql`delete from audit_log where seq = ${seq}`.execute(transaction),
      verifyAudit,
    );
    expect(removed).toMatchObject({ status: 'broken' });
    const closedUp = await after(async (transaction) => {
      await sql`delete from audit_log where seq = ${seq}`.execute(transaction);
      for (let later = seq + 1; later <= entries; later += 1)
        await sql`update audit_log set seq = seq - 1 where seq = ${later}`.execute(transaction);
    }, verifyAudit);
    expect(closedUp).toMatchObject({ status: 'broken' });
    const exchanged = await after(async (transaction) => {
      await sql`update audit_log set seq = 1000 where seq = ${seq}`.execute(transaction);
      await sql`update audit_log set seq = ${seq} where seq = ${seq + 1}`.execute(transaction);
      await sql`update audit_log set seq = ${seq + 1} where seq = 1000`.execute(transaction);
    }, verifyAudit);
    expect(exchanged).toMatchObject({ status: 'broken' });
  }
  const inserted = await after(async (transaction) => {
    const [last] = (
      await sql<{ hash: Buffer }>`select hash from audit_log where seq = ${entries}`.execute(transaction)
    ).rows;
    const forged = {
      seq: entries + 1,
      at: '0',
      actor: null,
      action: 'x',
      region: null,
      subject: null,
      detail: '{}',
    };
    const hash = hashOf({ ...forged, previous: noHash });
    await sql`insert into audit_log (seq, at, action, detail, previous_hash, hash)
      values (${entries + 1}, 'epoch', 'x', '{}', ${last.hash}, ${hash})`.execute(transaction);
  }, verifyAudit);
  expect(inserted).toMatchObject({
    status: 'broken',
    faults: [{ seq: String(entries + 1), kind: 'changed' }],
  });
});

/** Makes the whole chain anew over what the rows now say, as one could who knows how it is made. */
async function rehash(transaction: Transaction<Database>): Promise<void> {
  const { rows } = await sql<{
    seq: number;
    at: string;
    actor: string;
    action: string;
    region: string;
    subject: string;
    detail: string;
  }>`
    select seq, trim_scale(extract(epoch from at) * 1000)::text as at, actor, action, region, subject, detail::text
    from audit_log order by audit_log.seq`.execute(transaction);
  let previous = noHash;
  for (const row of rows) {
    const hash = hashOf({ ...row, previous });
    await sql`update audit_log set previous_hash = ${Buffer.from(previous)}, hash = ${hash} where seq = ${row.seq}`.execute(
      transaction,
    );
    previous = hash;
  }
}

test('a chain made anew and a cut at the end are found by the anchor, which does not move then', async () => {
  expect(await verifyAnchored(store, dataDir)).toMatchObject({ status: 'whole', anchoredTo: null });
  const anchor = readFileSync(join(dataDir, 'audit-anchor'), 'utf8');
  const against = (transaction: Transaction<Database>) =>
    verifyAnchored({ db: transaction, vault: store.vault }, dataDir);
  const move = (transaction: Transaction<Database>) =>
    moveAnchor({ db: transaction, vault: store.vault }, dataDir);
  const cut = (transaction: Transaction<Database>) =>
    sql`delete from audit_log where seq = ${entries}`.execute(transaction);
  const anew = async (transaction: Transaction<Database>) => {
    await sql`update audit_log set subject = 'another' where seq = 3`.execute(transaction);
    await rehash(transaction);
  };
  expect(await after(cut, against)).toEqual({ status: 'cut', entries: entries - 1, anchoredTo: entries });
  expect(await after(anew, verifyAudit)).toMatchObject({ status: 'whole' });
  expect(await after(anew, against)).toEqual({ status: 'rewritten', entries, anchoredTo: entries });
  expect([await after(cut, move), await after(anew, move)]).toEqual([false, false]);
  expect(readFileSync(join(dataDir, 'audit-anchor'), 'utf8')).toBe(anchor);
});

test('the anchor moves with the log, and one that another key signed is told', async () => {
  await db.transaction().execute((transaction) => appendAllAudit(transaction, [entryOf(1)]));
  expect(await moveAnchor(store, dataDir)).toBe(true);
  expect(await verifyAnchored(store, dataDir)).toMatchObject({ status: 'whole', anchoredTo: entries + 1 });
  const stranger = { db, vault: createVault(new Uint8Array(32).fill(1)) };
  expect(await verifyAnchored(stranger, dataDir)).toMatchObject({ status: 'anchor_unreadable' });
  writeFileSync(join(dataDir, 'audit-anchor'), 'not json');
  expect(await verifyAnchored(store, dataDir)).toMatchObject({ status: 'anchor_unreadable' });
  expect(await moveAnchor(store, dataDir)).toBe(false);
});
