/** The first page's figures and map, from a real region, for each role what is theirs. */
import { expect, test } from 'vitest';
import { readExampleRegion, saveRegion } from '../jobs/queue/with-region.ts';
import { addProposal, addRegion, twoDistricts } from '../store/proposals/standing-region.ts';
import { openTestService, type SignedIn } from './test-service.ts';

const service = await openTestService();
const { app, store } = service;
const farsta = await readExampleRegion('farsta-2004');
await saveRegion(store, 'farsta', farsta);
const officer = await service.signIn({ role: 'officer' });
const planner = await service.signIn({ role: 'planner' });
const evaluator = await service.signIn({ role: 'evaluator' });

async function ask(who: SignedIn, url: string) {
  const answer = await app.inject({ url, headers: who.headers });
  return { status: answer.statusCode, body: answer.json() };
}

test('everybody waits until a proposal stands, and is counted once', { timeout: 60_000 }, async () => {
  const { status, body } = await ask(officer, '/v1/regions/farsta/overview');
  expect(status).toBe(200);
  expect(body).toMatchObject({ version: 1, today: '2026-03-02', waiting: 93, placed: 0 });
  const counts = body.waited.map(({ people }: { people: number }) => people);
  expect(counts.reduce((sum: number, count: number) => sum + count, 0)).toBe(93);
  expect(body.units).toHaveLength(farsta.units.length);
  const seats = farsta.teams.reduce((sum, team) => sum + team.seats, 0);
  expect(body.units.reduce((sum: number, unit: { seats: number }) => sum + unit.seats, 0)).toBe(seats);
  expect(body.sfiGroups).toHaveLength(farsta.sfi_groups.length);
});

test('who may not see people gets no small numbers, and places of their own district only', {
  timeout: 60_000,
}, async () => {
  const added = await addRegion(store, 'r', twoDistricts(9));
  await addProposal(store, added, [
    { participant: 'p000', team: 't0' },
    { participant: 'p001', team: 't1' },
  ]);
  const whole = await ask(officer, '/v1/regions/r/overview');
  expect(whole.body).toMatchObject({ waiting: 7, placed: 2 });
  expect(whole.body.units).toMatchObject([{ id: 'u0', teams: 1, seats: 3, taken: 1, left: 2 }, {}, {}, {}]);
  const figures = await ask(planner, '/v1/regions/r/overview');
  expect(figures.body).toMatchObject({ waiting: 'hidden', placed: '<5' });
  const ofDistrict = await service.signIn({ role: 'officer', region: 'r', district: 'Skärholmen' });
  const part = await ask(ofDistrict, '/v1/regions/r/overview');
  expect(part.body).toMatchObject({ placed: '<5', units: [{ id: 'u1' }, { id: 'u3' }] });
  expect((await ask(evaluator, '/v1/regions/r/overview')).status).toBe(403);
  expect((await ask(officer, '/v1/regions/r/overview?version=7')).status).toBe(404);
});

test('the map has the outlines of the areas that the region has, under its own names', async () => {
  const { body } = await ask(officer, '/v1/regions/farsta/map');
  const names = body.features.map(({ properties }: { properties: { name: string } }) => properties.name);
  expect(names).toEqual(farsta.areas.map(({ name }) => name).sort());
  expect(body.features[0].geometry.coordinates[0].length).toBeGreaterThan(10);
  expect((await ask(officer, '/v1/regions/r/map')).body.features).toEqual([]);
});
