/** Why somebody has the place that they have, what else there is, and what they take home on paper; each shown to whoever may see it. */
import { expect, test } from 'vitest';
import { addProposal, addRegion, twoDistricts } from '../store/proposals/standing-region.ts';
import { openTestService, type SignedIn } from './test-service.ts';

const service = await openTestService();
const { app, store } = service;
// One seat in the only SFI group is left, so that whoever else comes makes somebody give way.
const content = twoDistricts(9);
const added = await addRegion(store, 'r', {
  ...content,
  sfi_groups: content.sfi_groups.map((group) => ({ ...group, seats: 6 })),
});
const pairs = Array.from({ length: 6 }, (_, i) => ({ participant: `p00${i}`, team: `t${i % 2}` }));
const proposal = await addProposal(store, added, pairs);
const officer = await service.signIn({ role: 'officer', region: 'r' });
const ofFarsta = await service.signIn({ role: 'officer', region: 'r', district: 'Farsta' });
const school = await service.signIn({ role: 'school_supervisor', region: 'r', teams: ['t0'] });
const base = `/v1/proposals/${proposal}/pairs`;

async function ask(who: SignedIn, url: string) {
  const answer = await app.inject({ url: `${base}/${url}`, headers: who.headers });
  return { status: answer.statusCode, body: answer.json() };
}

test('whoever has a place learns its terms in words, the whole week, and what other teams would give', {
  timeout: 60_000,
}, async () => {
  const { status, body } = await ask(officer, 'p000/why');
  expect(status).toBe(200);
  const { place, alternatives } = body;
  expect(place).toMatchObject({ team: 't0', sfiGroup: 's1', teamHours: 22, sfiHours: 15 });
  const sum = place.terms.reduce((total: number, { points }: { points: number }) => total + points, 0);
  expect(sum).toBe(place.points);
  expect(place.terms[0]).toEqual({
    ...{ term: 'placement', points: 1000, most: 1000 },
    ...{ sv: 'få en plats alls', en: 'being placed at all' },
  });
  const monday = place.week.blocks.filter(({ weekday }: { weekday: string }) => weekday === 'mon');
  expect(monday.map(({ what }: { what: string }) => what)).toEqual([
    ...['travel', 'team', 'travel', 'sfi', 'travel'],
  ]);
  expect(monday[1]).toMatchObject({ start: '08:00', end: '14:00' });
  expect([monday[0].end, monday[2].end]).toEqual(['08:00', '15:00']);
  expect(alternatives.map(({ team }: { team: string }) => team).sort()).toEqual(['t1', 't2', 't3']);
  for (const other of alternatives) expect(other.difference).toBe(other.points - place.points);
  const full = alternatives.find(({ team }: { team: string }) => team === 't1');
  expect(full).toMatchObject({ displaced: [{ team: 't1' }], displacedElsewhere: 0 });
});

test('who would have to give way is named to nobody who may not see them', { timeout: 60_000 }, async () => {
  const named = await ask(officer, 'p006/why-not/t2');
  expect(named.body).toMatchObject({ verdict: 'open', place: { displaced: { length: 1 } } });
  const counted = await ask(ofFarsta, 'p006/why');
  const elsewhere = counted.body.alternatives.filter(({ team }: { team: string }) => team === 't1');
  expect(elsewhere).toMatchObject([{ displaced: [], displacedElsewhere: 1 }]);
  expect(JSON.stringify(counted.body)).not.toMatch(/p001|p003|p005/);
});

test('a team is answered for by what stands, or by the rules against it', { timeout: 60_000 }, async () => {
  expect((await ask(officer, 'p000/why-not/t0')).body).toMatchObject({ verdict: 'stands' });
  expect((await ask(officer, 'p000/why-not/t9')).status).toBe(404);
  expect((await ask(ofFarsta, 'p001/why-not/t1')).status).toBe(404);
  expect((await ask(school, 'p000/why')).status).toBe(403);
});

test('a printed page says where and when, and nothing that was weighed', { timeout: 60_000 }, async () => {
  const { status, body } = await ask(officer, 'p000/page');
  expect(status).toBe(200);
  expect(body).toMatchObject({ participant: 'p000', sfi: { group: 's1' }, teamHours: 22, conditions: [] });
  expect(JSON.stringify(body)).not.toMatch(/points|terms|price/);
  expect((await ask(officer, 'p006/page')).status).toBe(404);
  expect((await ask(school, 'p000/page')).status).toBe(403);
});

test('every such read is in the log, without a word of what was read', async () => {
  const log = await store.db
    .selectFrom('audit_log')
    .select(['action', 'subject', 'detail'])
    .where('actor', '=', officer.userId)
    .orderBy('seq')
    .execute();
  expect(log).toEqual([
    { action: 'proposal.explain', subject: 'p000', detail: { proposal } },
    { action: 'proposal.explain', subject: 'p006', detail: { proposal, team: 't2' } },
    { action: 'proposal.explain', subject: 'p000', detail: { proposal, team: 't0' } },
    { action: 'participant.print', subject: 'p000', detail: { proposal } },
  ]);
});
