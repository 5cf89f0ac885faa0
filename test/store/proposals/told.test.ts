/** What could not be kept when a proposal was asked for again: kept once, and told to whoever may see whom it is about. */
import { expect, test } from 'vitest';
import { shredPersonKey } from '../../../src/store/person-keys.ts';
import { listTold, saveTold } from '../../../src/store/proposals/told.ts';
import { openTestStore } from '../open-test-store.ts';
import { addActor, addProposal, addRegion, twoDistricts } from './standing-region.ts';

const store = await openTestStore();
const added = await addRegion(store, 'r', twoDistricts(6));
const first = await addProposal(store, added, [
  { participant: 'p000', team: 't0' },
  { participant: 'p001', team: 't1' },
]);
// p001 has no place any more, but had one in Skärholmen.
const proposal = await addProposal(store, added, [{ participant: 'p000', team: 't0' }], first);
const whole = await addActor(store, 'Anna', [{ role: 'officer', region: 'r' }]);
const ofFarsta = await addActor(store, 'Bo', [{ role: 'officer', region: 'r', district: 'Farsta' }]);
const elsewhere = await addActor(store, 'Cia', [{ role: 'officer', region: 'other' }]);
const about = (participant: string | null, place: string | null, sv: string) => ({
  ...{ code: participant === null ? 'seats_gone' : 'place_gone', participant, place, sv, en: sv },
});
await store.db
  .transaction()
  .execute((trx) =>
    saveTold(trx, store.vault, { id: proposal, region: 'r' }, [
      about('p000', null, 'om den första'),
      about('p001', null, 'om den andra'),
      about('p002', null, 'om en som väntar'),
      about(null, 't9', 'om ett arbetslag'),
    ]),
  );
const toldTo = async (actor: typeof whole, after = 0, limit = 100) => {
  const page = await listTold(store, { proposal, actor, after, limit });
  if (page.status !== 'listed') throw new Error(page.status);
  return page.told.map(({ sv }) => sv);
};

test('each is told of those whom they may see where they are, or were', async () => {
  expect(await toldTo(whole)).toEqual([
    'om den första',
    'om den andra',
    'om en som väntar',
    'om ett arbetslag',
  ]);
  expect(await toldTo(ofFarsta)).toEqual(['om den första', 'om en som väntar', 'om ett arbetslag']);
  expect(await toldTo(elsewhere)).toEqual([]);
  expect(await toldTo(whole, 1, 2)).toEqual(['om den andra', 'om en som väntar']);
});

test('the words about a person lie under their key, and go with it', async () => {
  const rows = await store.db.selectFrom('proposal_told').selectAll().execute();
  expect(JSON.stringify(rows.filter(({ participant }) => participant !== null))).not.toContain('om ');
  await shredPersonKey(store.db, 'r', 'p001', new Date(0));
  expect(await toldTo(whole)).toEqual(['om den första', 'om en som väntar', 'om ett arbetslag']);
});
