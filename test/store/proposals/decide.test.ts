/** Decisions on pairs: who may, what they lead to, and that of two at once only one is taken. */
import { expect, test } from 'vitest';
import type { PairStep } from '../../../src/domain/pair-life.ts';
import { decide } from '../../../src/store/proposals/decide.ts';
import { decideMany } from '../../../src/store/proposals/decide-many.ts';
import { keepProposal } from '../../../src/store/proposals/keep.ts';
import { readPair } from '../../../src/store/proposals/read-pair.ts';
import { openTestStore } from '../open-test-store.ts';
import { addActor, addProposal, addRegion, twoDistricts } from './standing-region.ts';

const store = await openTestStore();
const { db } = store;
const region = await addRegion(store, 'r', twoDistricts(12));
const officer = await addActor(store, 'Anna', [{ role: 'officer', region: 'r' }]);
const ofFarsta = await addActor(store, 'Bo', [{ role: 'officer', region: 'r', district: 'Farsta' }]);
const ofTeam = await addActor(store, 'Cia', [{ role: 'school_supervisor', region: 'r', teams: ['t0'] }]);
const planner = await addActor(store, 'Dan', [{ role: 'planner' }]);

const lock = { step: 'lock', note: '' } as const;
const accept = { step: 'accept', note: '' } as const;
const refuse = { step: 'turn_down', by: 'participant', reason: 'too_far', note: 'två byten' } as const;

let number = 0;
/** A region of its own, p000 in t0 (Farsta) and p001 in t1 (Skärholmen) and p002 in t0. */
async function standing() {
  const own = await addRegion(store, `own-${number++}`, region.content);
  const proposal = await addProposal(store, own, [
    { participant: 'p000', team: 't0' },
    { participant: 'p001', team: 't1' },
    { participant: 'p002', team: 't0' },
  ]);
  const here = (actor: typeof officer) => ({
    ...actor,
    grants: actor.grants.map((grant) =>
      grant.region === undefined ? grant : { ...grant, region: own.region },
    ),
  });
  const step = (participant: string, expectedVersion: number, taken: PairStep, actor = officer) =>
    decide(store, { proposal, participant, expectedVersion, step: taken, actor: here(actor) });
  return { own, proposal, step, here };
}

test('a decision moves the pair, is kept with its note sealed, and is in the log', async () => {
  const { proposal, step, here } = await standing();
  expect(await step('p000', 1, refuse)).toEqual({
    status: 'decided',
    version: 2,
    state: { status: 'turned_down', by: 'participant', reason: 'too_far', note: 'två byten' },
  });
  const opened = await readPair(store, { proposal, participant: 'p000', actor: here(officer) });
  if (opened.status !== 'found') throw new Error(opened.status);
  expect(opened.pair).toMatchObject({
    version: 2,
    standing: 'standing',
    state: { status: 'turned_down', note: 'två byten' },
    history: [{ by: 'Anna', action: 'turn_down', from: 'proposed', to: 'turned_down', note: 'två byten' }],
    steps: ['take_back'],
    points: 1000,
  });
  const raw = await db.selectFrom('decisions').selectAll().where('proposal', '=', proposal).execute();
  expect(JSON.stringify(raw.map((row) => row.note_sealed?.toString('latin1')))).not.toContain('byten');
  const log = await db.selectFrom('audit_log').selectAll().where('subject', '=', 'p000').execute();
  expect(log.map(({ action, actor }) => [action, actor])).toContainEqual(['pair.turn_down', officer.userId]);
  expect(JSON.stringify(log)).not.toContain('byten');
});

test('whoever comes second is told what the pair has become, by whom', async () => {
  const { step } = await standing();
  const outcomes = await Promise.all([step('p000', 1, lock), step('p000', 1, accept, ofFarsta)]);
  const statuses = outcomes.map(({ status }) => status).sort();
  expect(statuses).toEqual(['changed_meanwhile', 'decided']);
  const lost = outcomes.find(({ status }) => status === 'changed_meanwhile');
  expect(lost).toMatchObject({
    version: 2,
    latest: { by: expect.stringMatching(/Anna|Bo/), at: expect.any(Date), isOwn: false },
  });
});

test('a step that leads nowhere is refused with a sentence, and nothing is written', async () => {
  const { step, proposal } = await standing();
  expect(await step('p000', 1, { step: 'start', note: '' })).toMatchObject({ status: 'refused' });
  const other = { step: 'turn_down', by: 'participant', reason: 'other', note: '' } as const;
  expect(await step('p000', 1, other)).toMatchObject({ status: 'refused', text: { en: /own words/ } });
  expect(await db.selectFrom('decisions').select('id').where('proposal', '=', proposal).execute()).toEqual(
    [],
  );
});

test('who may not see a pair finds none, and who sees it may not do everything', async () => {
  const { step } = await standing();
  expect(await step('p001', 1, lock, ofFarsta)).toEqual({ status: 'not_found' });
  expect(await step('p001', 1, lock, ofTeam)).toEqual({ status: 'not_found' });
  expect(await step('p000', 1, lock, planner)).toEqual({ status: 'not_found' });
  expect(await step('p000', 1, lock, ofTeam)).toEqual({ status: 'forbidden', right: 'pair.lock' });
  expect(await step('p000', 1, accept, ofFarsta)).toMatchObject({ status: 'decided' });
  expect(await step('p000', 2, { step: 'confirm', note: '' }, officer)).toMatchObject({
    status: 'forbidden',
  });
  expect(await step('p000', 2, { step: 'confirm', note: '' }, ofTeam)).toMatchObject({ status: 'decided' });
  const narrowed = { ...ofFarsta, only: new Set(['proposal.pairs']) };
  expect(await step('p002', 1, lock, narrowed)).toEqual({ status: 'forbidden', right: 'pair.lock' });
});

test('a refusal is taken back only while there is a seat', async () => {
  const { own, step, proposal } = await standing();
  await step('p000', 1, refuse);
  const hold = { region: own.region, place_kind: 'team' as const, place: 't0', held_by: officer.userId };
  await db
    .insertInto('held_seats')
    .values({ ...hold, seats: 2 })
    .execute();
  const back = { step: 'take_back', note: 'ändrade sig' } as const;
  expect(await step('p000', 2, back)).toMatchObject({
    status: 'refused',
    text: { en: /no seat left in t0/ },
  });
  await db
    .updateTable('held_seats')
    .set({ released_at: new Date() })
    .where('region', '=', own.region)
    .execute();
  expect(await step('p000', 2, back)).toMatchObject({ status: 'decided', state: { status: 'proposed' } });
  expect(proposal).toBeTruthy();
});

test('all or none: one that cannot be decided keeps the others', async () => {
  const { proposal, here, step } = await standing();
  await step('p002', 1, lock);
  const pairs = ['p002', 'p001', 'p000'].map((participant) => ({ participant, expectedVersion: 1 }));
  const many = { proposal, pairs, step: accept, actor: here(officer) };
  const all = await decideMany(store, { ...many, mode: 'all' });
  expect(all.committed).toBe(false);
  expect(all.outcomes.map(({ outcome }) => outcome.status)).toEqual([
    'changed_meanwhile',
    'decided',
    'decided',
  ]);
  expect(await step('p000', 2, lock)).toMatchObject({ status: 'changed_meanwhile', version: 1 });
  const each = await decideMany(store, { ...many, mode: 'each' });
  expect(each.committed).toBe(true);
  expect(each.outcomes.map(({ outcome }) => outcome.status)).toEqual([
    'changed_meanwhile',
    'decided',
    'decided',
  ]);
  expect(await step('p000', 2, lock)).toMatchObject({ status: 'refused' });
});

test('a draft is not decided on, nor is a proposal that a newer one has replaced; but its refusals can be taken back', async () => {
  const { own, proposal, step, here } = await standing();
  await step('p000', 1, refuse);
  const draft = await addProposal(store, own, [{ participant: 'p001', team: 't1' }], proposal);
  const onDraft = {
    proposal: draft,
    participant: 'p001',
    expectedVersion: 1,
    step: lock,
    actor: here(officer),
  };
  expect(await decide(store, onDraft)).toMatchObject({ status: 'refused', text: { en: /draft/ } });
  expect(await keepProposal(store, { proposal: draft, actor: here(ofFarsta) })).toMatchObject({
    status: 'forbidden',
  });
  expect(await keepProposal(store, { proposal: draft, actor: here(officer) })).toMatchObject({
    status: 'kept',
  });
  expect(await decide(store, onDraft)).toMatchObject({ status: 'decided' });
  expect(await step('p002', 1, lock)).toMatchObject({ status: 'refused', text: { en: /newer proposal/ } });
  expect(await step('p000', 2, { step: 'take_back', note: 'ändrade sig' })).toMatchObject({
    status: 'decided',
  });
});
