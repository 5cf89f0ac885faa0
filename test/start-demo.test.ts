/** A first start that is broken off leaves nobody who could neither sign in nor do anything, and the next one makes what is missing. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { makeDemo } from '../src/start-demo.ts';
import { listGrants } from '../src/store/users/grants.ts';
import { signIn } from '../src/store/users/sign-in.ts';
import { openTestStore } from './store/open-test-store.ts';

const store = await openTestStore();
const { db } = store;
const now = new Date();

const rowsOf = async (table: string) =>
  (await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(db)).rows[0]
    ?.count;

test('broken off before the user has all roles, there is none yet; then there is, with the example once', async () => {
  await sql`
    create function break_off() returns trigger language plpgsql as $$
    begin
      if new.role = 'administrator' then raise exception 'broken off'; end if;
      return new;
    end $$`.execute(db);
  await sql`
    create trigger broken before insert on role_grants for each row execute function break_off()`.execute(db);
  await expect(makeDemo(store, null, now)).rejects.toThrow('broken off');
  expect(await rowsOf('users')).toBe(0);
  const outcomes = await rowsOf('outcomes');
  expect(outcomes).toBeGreaterThan(0);
  await sql`drop trigger broken on role_grants`.execute(db);

  const demo = await makeDemo(store, null, now);
  expect((await signIn(db, 'demo', demo?.password ?? '', now)).status).toBe('signed_in');
  const grants = await listGrants(db, { status: 'all' });
  expect(grants.map(({ grant }) => grant.role).sort()).toEqual(['administrator', 'officer', 'planner']);
  expect([await rowsOf('region_versions'), await rowsOf('outcomes')]).toEqual([1, outcomes]);
  expect(await makeDemo(store, null, now)).toBeNull();
});
