/** A person with a protected identity takes a seat that nobody else is then given, and is found by nobody without the role. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import {
  addProtected,
  endProtected,
  placeProtected,
  readProtected,
} from '../../../src/store/protected/protected-person.ts';
import { liveSeats } from '../../../src/store/seats/live-seats.ts';
import { participant } from '../../matching/small-region.ts';
import { openTestStore } from '../open-test-store.ts';
import { addActor, addProposal, addRegion, twoDistricts } from '../proposals/standing-region.ts';

const store = await openTestStore();
const added = await addRegion(store, 'r', twoDistricts(9));
const two = ['p000', 'p001'].map((id) => ({ participant: id, team: 't0' }));
const proposal = await addProposal(store, added, two);
const handler = await addActor(store, 'Hanna', [{ role: 'protected_identity_handler', region: 'r' }]);
const officer = await addActor(store, 'Anna', [{ role: 'officer', region: 'r' }]);
const { id: _, ...person } = participant('x', { area: 'Hemligvik' });
const data = {
  person,
  languages: [{ language: 'som', level: 'native' as const }],
  sessions: [],
  extracts: [],
};

async function left(place: string) {
  const seats = await liveSeats(store.db, { proposal, region: 'r', region_version: added.version });
  return seats.find((row) => row.place === place)?.left;
}

test('only the role for it adds, reads, places and ends, one person at a time', async () => {
  expect(await addProtected(store, { region: 'r', data, actor: officer })).toEqual({ status: 'not_found' });
  const made = await addProtected(store, { region: 'r', data, actor: handler });
  if (made.status !== 'added') throw new Error(made.status);
  const { id } = made;
  const to = { id, team: 't0', sfiGroup: 's1' };
  expect(await readProtected(store, { id, actor: officer })).toEqual({ status: 'not_found' });
  expect(await placeProtected(store, { ...to, actor: officer })).toEqual({ status: 'not_found' });
  expect(await readProtected(store, { id, actor: handler })).toEqual({
    status: 'found',
    region: 'r',
    data,
    place: null,
  });
  expect(await left('t0')).toBe(1);
  const both = await Promise.all([1, 2].map(() => placeProtected(store, { ...to, actor: handler })));
  expect(both.map(({ status }) => status).sort()).toEqual(['placed', 'refused']);
  expect([await left('t0'), await left('s1')]).toEqual([0, 997]);
  expect(await readProtected(store, { id, actor: handler })).toMatchObject({
    place: { team: 't0', sfiGroup: 's1' },
  });
  const other = await addProtected(store, { region: 'r', data, actor: handler });
  if (other.status !== 'added') throw new Error(other.status);
  const full = await placeProtected(store, { ...to, id: other.id, actor: handler });
  expect(full).toMatchObject({ status: 'refused', text: { en: /0 are left/ } });
  expect(await endProtected(store, { id, actor: officer })).toEqual({ status: 'not_found' });
  expect(await endProtected(store, { id, actor: handler })).toEqual({ status: 'ended' });
  expect([await left('t0'), await left('s1')]).toEqual([1, 998]);
  expect(await endProtected(store, { id, actor: handler })).toEqual({ status: 'not_found' });
});

test('nothing of the person is to be read in the database, nor is there a participant, pair or key of theirs', async () => {
  const { rows } = await sql<{ text: string }>`
    select coalesce(string_agg(encode(sealed, 'escape'), ''), '') as text from (
      select sealed from protected_persons union all select sealed from protected_placements) as kept`.execute(
    store.db,
  );
  expect(rows[0].text.length).toBeGreaterThan(100);
  expect(rows[0].text).not.toContain('Hemligvik');
  const log = await store.db.selectFrom('audit_log').selectAll().execute();
  expect(JSON.stringify(log)).not.toMatch(/Hemligvik|t0|s1/);
  const people = await store.db.selectFrom('person_keys').select('participant').execute();
  expect(people).toHaveLength(9);
});
