/** Lists, counts and single reads show each actor their own rows and fields, and nothing else leaves the store. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Grant, mayDo } from '../../../src/domain/access/grants.ts';
import { answerCase, openCase, readCase } from '../../../src/store/proposals/cases.ts';
import { decide } from '../../../src/store/proposals/decide.ts';
import { listCases } from '../../../src/store/proposals/list-cases.ts';
import { countPairs, listPairs, type PairSort, pairSorts } from '../../../src/store/proposals/list-pairs.ts';
import { countUnplaced, listUnplaced } from '../../../src/store/proposals/list-unplaced.ts';
import { readPair } from '../../../src/store/proposals/read-pair.ts';
import { openTestStore } from '../open-test-store.ts';
import { addActor, addProposal, addRegion, twoDistricts } from './standing-region.ts';

const store = await openTestStore();
const region = await addRegion(store, 'r', twoDistricts(16));
const pairs = Array.from({ length: 12 }, (_, i) => ({
  participant: `p${String(i).padStart(3, '0')}`,
  team: `t${i % 4}`,
  points: 1000 + ((i * 7) % 5),
}));
const proposal = await addProposal(store, region, pairs);
const whole = await addActor(store, 'Anna', [{ role: 'officer', region: 'r' }]);
const ofFarsta = await addActor(store, 'Bo', [{ role: 'officer', region: 'r', district: 'Farsta' }]);
const ofTeam = await addActor(store, 'Cia', [{ role: 'school_supervisor', region: 'r', teams: ['t1'] }]);
const ofSfi = await addActor(store, 'Eva', [{ role: 'sfi_coordinator', region: 'r' }]);
const elsewhere = await addActor(store, 'Fia', [{ role: 'officer', region: 'other' }]);
const placeOf = (team: string) => ({
  region: 'r',
  team,
  ...(['t0', 't2'].includes(team)
    ? { district: 'Farsta', principal: 'Farsta' }
    : { district: 'Skärholmen', principal: 'Skärholmen' }),
});

async function all(actor: typeof whole, sort: PairSort = 'participant', descending = false, limit = 5) {
  const found = [];
  for (let after: string | undefined; ; ) {
    const page = await listPairs(store, { proposal, actor, filter: {}, sort, descending, limit, after });
    if (page.status !== 'listed') throw new Error(page.status);
    found.push(...page.pairs);
    expect(page.pairs.length).toBeLessThanOrEqual(limit);
    if (page.next === null) return found;
    after = page.next;
  }
}

test.each(pairSorts)('every page by %s together are every pair once, in order', async (sort) => {
  for (const descending of [false, true]) {
    const found = await all(whole, sort, descending);
    expect(found.map(({ participant }) => participant).sort()).toEqual(
      pairs.map(({ participant }) => participant),
    );
    const values = found.map((row) => row[sort] ?? '');
    const sorted = values.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    expect(values).toEqual(descending ? sorted.reverse() : sorted);
  }
});

test.each(pairSorts)(
  'whoever walks by %s from pair to pair meets them as the list has them, there and back',
  async (sort) => {
    const nextTo = async (actor: typeof whole, beyond: string, descending: boolean) => {
      const page = await listPairs(store, {
        ...{ proposal, actor, filter: {}, sort, descending, limit: 1, beyond },
      });
      return page.status === 'listed' ? page.pairs[0]?.participant : page.status;
    };
    const inOrder = (await all(whole, sort)).map(({ participant }) => participant);
    for (const [at, participant] of inOrder.entries()) {
      expect(await nextTo(whole, participant, false)).toBe(inOrder[at + 1]);
      expect(await nextTo(whole, participant, true)).toBe(inOrder[at - 1]);
    }
    // p001 lies in another district, so that nothing is told of what lies beside it.
    expect(await nextTo(ofFarsta, 'p001', false)).toBeUndefined();
  },
);

test('an officer of one district never gets rows of another, in lists, counts, searches or single reads', async () => {
  const own = pairs.filter(({ team }) => placeOf(team).district === 'Farsta');
  expect((await all(ofFarsta)).map(({ participant }) => participant)).toEqual(
    own.map(({ participant }) => participant),
  );
  expect(await countPairs(store, { proposal, actor: ofFarsta, filter: {} })).toEqual({
    proposed: own.length,
  });
  const search = (text: string) =>
    listPairs(store, {
      ...{ proposal, actor: ofFarsta, sort: 'participant', descending: false, limit: 50 },
      filter: { search: text },
    });
  expect(await search('p001')).toEqual({ status: 'listed', pairs: [], next: null });
  expect(await search('t1')).toEqual({ status: 'listed', pairs: [], next: null });
  const filtered = { filter: { district: 'Skärholmen' }, proposal, actor: ofFarsta };
  expect(await countPairs(store, filtered)).toEqual({});
  expect(await readPair(store, { proposal, participant: 'p001', actor: ofFarsta })).toEqual({
    status: 'not_found',
  });
  expect(await readPair(store, { proposal, participant: 'p000', actor: ofFarsta })).toMatchObject({
    status: 'found',
  });
  expect(await all(elsewhere)).toEqual([]);
});

test('a school sees who comes to its team and when, never why; no field shows through sorting, filtering or searching', async () => {
  const found = await all(ofTeam);
  expect(found.map(({ participant }) => participant)).toEqual(['p001', 'p005', 'p009']);
  expect(Object.keys(found[0] ?? {}).sort()).toEqual(
    ['district', 'participant', 'state', 'team', 'teamName', 'unit', 'unitName', 'version'].sort(),
  );
  expect(await all(ofTeam, 'points')).toEqual([]);
  const opened = await readPair(store, { proposal, participant: 'p001', actor: ofTeam });
  if (opened.status !== 'found') throw new Error(opened.status);
  expect(Object.keys(opened.pair)).not.toEqual(expect.arrayContaining(['points']));
  expect(opened.pair.terms).toBeUndefined();
  expect(opened.pair.history).toBeUndefined();
  expect(opened.pair.week?.every(({ owner }) => owner === 'team')).toBe(true);
  expect(opened.pair).toMatchObject({ startsOn: '2026-01-12', teamHours: 30 });
  const sfi = await all(ofSfi);
  expect(Object.keys(sfi[0] ?? {}).sort()).toEqual(['participant', 'sfiGroup', 'state', 'version']);
  expect(await all(ofSfi, 'team')).toEqual([]);
  const byTeam = { proposal, actor: ofSfi, sort: 'participant', descending: false, limit: 50 } as const;
  expect(await listPairs(store, { ...byTeam, filter: { search: 't1' } })).toMatchObject({ pairs: [] });
  expect(await listPairs(store, { ...byTeam, filter: { search: 'p00' } })).toMatchObject({
    pairs: { length: 10 },
  });
});

const anyGrant: fc.Arbitrary<Grant> = fc.oneof(
  fc.record(
    {
      role: fc.constantFrom(
        'officer' as const,
        'sfi_coordinator' as const,
        'planner' as const,
        'evaluator' as const,
      ),
      region: fc.constantFrom('r', 'other'),
      district: fc.constantFrom('Farsta', 'Skärholmen'),
      principal: fc.constantFrom('Farsta', 'Skärholmen'),
    },
    { requiredKeys: ['role', 'region'] },
  ),
  fc.record({
    role: fc.constant('school_supervisor' as const),
    region: fc.constant('r'),
    teams: fc.subarray(['t0', 't1', 't2', 't3'], { minLength: 1 }),
  }),
);

test('whatever the grants, a list has exactly the pairs that may be read one by one', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyGrant, { maxLength: 3 }), async (grants) => {
      const actor = { ...whole, grants };
      const mine = pairs.filter(({ team }) => mayDo(grants, 'participant.read', placeOf(team)));
      const ids = mine.map(({ participant }) => participant);
      expect((await all(actor, 'participant', false, 50)).map(({ participant }) => participant)).toEqual(ids);
      const counts = await countPairs(store, { proposal, actor, filter: {} });
      expect(counts.proposed ?? 0).toBe(ids.length);
    }),
    { numRuns: 60 },
  );
});

test('who waits is seen by officers, wherever in the region, and by nobody else', async () => {
  const ask = (actor: typeof whole) => listUnplaced(store, { proposal, actor, limit: 3 });
  expect(await ask(ofFarsta)).toMatchObject({
    unplaced: [{ participant: 'p012', reason: { code: 'seats_worth_more' } }, {}, {}],
    next: expect.any(String),
  });
  expect(await countUnplaced(store, { proposal, actor: ofFarsta })).toEqual({ seats_worth_more: 4 });
  for (const actor of [ofTeam, ofSfi, elsewhere]) {
    expect(await ask(actor)).toEqual({ status: 'listed', unplaced: [], next: null });
    expect(await countUnplaced(store, { proposal, actor })).toEqual({});
  }
});

test('an objection is answered once, by whoever may, and others do not see that there is one', async () => {
  const opened = await openCase(store, {
    proposal,
    participant: 'p001',
    question: 'För långt.',
    actor: whole,
  });
  if (opened.status !== 'opened') throw new Error(opened.status);
  const { id } = opened;
  const list = (actor: typeof whole) => listCases(store, { region: 'r', actor, onlyOpen: true, limit: 10 });
  expect(await list(whole)).toMatchObject({ cases: [{ id, participant: 'p001' }], next: null });
  for (const actor of [ofFarsta, ofTeam, elsewhere]) {
    expect(await list(actor)).toMatchObject({ cases: [] });
    expect(await readCase(store, { id, actor })).toEqual({ status: 'not_found' });
    const answer = { id, expectedVersion: 1, answer: 'Nej.', actor };
    expect(await answerCase(store, answer)).toEqual(
      actor === ofTeam ? { status: 'forbidden', right: 'contest.answer' } : { status: 'not_found' },
    );
  }
  const answer = { id, expectedVersion: 1, answer: 'Vi ser över det.', actor: whole };
  const both = await Promise.all([answerCase(store, answer), answerCase(store, answer)]);
  expect(both.map(({ status }) => status).sort()).toEqual(['answered', 'answered_meanwhile']);
  expect(await readCase(store, { id, actor: whole })).toMatchObject({
    case: { question: 'För långt.', answer: 'Vi ser över det.', version: 2 },
  });
  expect(await list(whole)).toMatchObject({ cases: [] });
});

test('counts follow decisions', async () => {
  const step = { step: 'lock', note: '' } as const;
  await decide(store, { proposal, participant: 'p000', expectedVersion: 1, step, actor: whole });
  expect(await countPairs(store, { proposal, actor: whole, filter: {} })).toEqual({
    proposed: 11,
    locked: 1,
  });
  expect(await countPairs(store, { proposal, actor: whole, filter: { state: 'locked' } })).toEqual({
    locked: 1,
  });
});

test('a search finds part of a name in any case, also of letters beyond a-z, and takes signs for what they are', async () => {
  const content = twoDistricts(4);
  const names = ['Åkerbär (norr)', 'Äppelgården 100%', 'Öst', 'Vest'];
  const named = { ...content, teams: content.teams.map((row, i) => ({ ...row, name: names[i] ?? '' })) };
  const other = await addRegion(store, 'named', named);
  const placed = names.map((_, i) => ({ participant: `p00${i}`, team: `t${i}`, points: 1000 }));
  const asked = { proposal: await addProposal(store, other, placed), sort: 'participant', limit: 9 } as const;
  const actor = await addActor(store, 'Gun', [{ role: 'officer', region: 'named' }]);
  const found = async (search: string) => {
    const page = await listPairs(store, { ...asked, descending: false, actor, filter: { search } });
    return page.status === 'listed' ? page.pairs.map(({ teamName }) => teamName) : page.status;
  };
  expect(await found('ÅKERBÄR')).toEqual(['Åkerbär (norr)']);
  expect(await found('åkerbär (')).toEqual(['Åkerbär (norr)']);
  expect(await found('äPPEL')).toEqual(['Äppelgården 100%']);
  expect(await found('100%')).toEqual(['Äppelgården 100%']);
  expect(await found('st')).toEqual(['Öst', 'Vest']);
  for (const nothing of ['.st', '_st', '[a-z]', '\\', 'Ö|V']) expect(await found(nothing)).toEqual([]);
});
