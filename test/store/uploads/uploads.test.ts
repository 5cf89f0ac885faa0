import { expect, test } from 'vitest';
import { erasePerson } from '../../../src/store/erasure/erase-person.ts';
import { importVersion } from '../../../src/store/uploads/import-version.ts';
import { findUpload, keepUpload, uploadLifeMs } from '../../../src/store/uploads/uploads.ts';
import { smallRegion } from '../../files/small-region.ts';
import { openTestStore } from '../open-test-store.ts';

const store = await openTestStore();
const { db } = store;
const { id: by } = await db
  .insertInto('users')
  .values({ login: 'officer', display_name: 'Officer' })
  .returning('id')
  .executeTakeFirstOrThrow();
const now = new Date('2026-03-02T08:00:00Z');
const bytes = new TextEncoder().encode('{"a": 1}');

function keep(region: string, at = now) {
  const upload = { region, follows: 0, kind: 'json' as const, bytes, by };
  return db.transaction().execute((transaction) => keepUpload(transaction, store, upload, at));
}

test('an upload comes back as it was sent, until it expires', async () => {
  const { id, expiresAt } = await keep('r');
  const find = (at: Date) => findUpload(store, { id, region: 'r', by }, at);
  expect(Buffer.from((await find(now))?.bytes ?? []).toString()).toBe('{"a": 1}');
  expect(expiresAt.getTime() - now.getTime()).toBe(uploadLifeMs);
  expect(await find(new Date(expiresAt.getTime() - 1))).not.toBeNull();
  expect(await find(expiresAt)).toBeNull();
});

test('of several at once one is left', async () => {
  const kept = await Promise.all([1, 2, 3].map(() => keep('many')));
  const rows = await db.selectFrom('uploads').select('id').where('region', '=', 'many').execute();
  expect(rows).toHaveLength(1);
  expect(kept.map(({ id }) => id)).toContain(rows[0]?.id);
});

test('whoever is erased is in no upload either', async () => {
  const content = smallRegion;
  const given = { region: 'e', content, digest: 'ab'.repeat(32), note: '', importedBy: by, follows: 0 };
  expect(await importVersion(store, given, null)).toMatchObject({ status: 'saved' });
  const { id } = await keep('e');
  const erasing = { region: 'e', participant: smallRegion.participants[0].id, actor: by, at: now };
  expect(await erasePerson(store, erasing)).toMatchObject({ status: 'erased' });
  expect(await findUpload(store, { id, region: 'e', by }, now)).toBeNull();
  expect(await importVersion(store, { ...given, follows: 1 }, null)).toEqual({
    status: 'erased',
    participants: [erasing.participant],
  });
});

test('a save that is refused leaves the region as it is called', async () => {
  const given = { digest: 'ab'.repeat(32), note: '', importedBy: by };
  await importVersion(store, { ...given, region: 'named', content: smallRegion, follows: 0 }, null);
  const renamed = { ...given, content: { ...smallRegion, name: 'Other' }, follows: 7 };
  for (const region of ['named', 'nowhere'])
    expect(await importVersion(store, { ...renamed, region }, null)).toMatchObject({ status: 'superseded' });
  const regions = await db.selectFrom('regions').select(['id', 'name']).execute();
  expect(regions).toContainEqual({ id: 'named', name: 'Farsta' });
  expect(regions.map(({ id }) => id)).not.toContain('nowhere');
});
