/** What the database itself refuses, whoever asks. */
import { expect, test } from 'vitest';
import { openTestStore } from './open-test-store.ts';

const { db } = await openTestStore();

test('a region is known by a short name for addresses', async () => {
  await db.insertInto('regions').values({ id: 'farsta-2004', name: 'Farsta 2004' }).execute();
  for (const id of ['Farsta', '-a', 'a-', 'a--b', 'a b', '', 'x'.repeat(64)]) {
    await expect(db.insertInto('regions').values({ id, name: 'x' }).execute()).rejects.toMatchObject({
      constraint: 'regions_id_check',
    });
  }
});
