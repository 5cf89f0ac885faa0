/** Asking again: what is written down, and that keeping the new proposal loses nothing that was decided meanwhile. */
import { expect, test } from 'vitest';
import type { PairStep } from '../../../src/domain/pair-life.ts';
import { askAgain } from '../../../src/matching/again/ask-again.ts';
import { recordAnswer } from '../../../src/store/proposals/answers.ts';
import { decide } from '../../../src/store/proposals/decide.ts';
import { keepProposal } from '../../../src/store/proposals/keep.ts';
import { loadStanding } from '../../../src/store/proposals/standing.ts';
import { holdSeats } from '../../../src/store/seats/held-seats.ts';
import { openTestStore } from '../open-test-store.ts';
import {
  addActor,
  addProposal,
  addRegion,
  finishProposal,
  requestProposal,
  twoDistricts,
} from './standing-region.ts';

const store = await openTestStore();
const officer = await addActor(store, 'Anna', [{ role: 'officer' }]);
let number = 0;

async function standing() {
  const added = await addRegion(store, `again-${number++}`, twoDistricts(9));
  const people = ['p000', 'p001', 'p002', 'p003'];
  const proposal = await addProposal(
    store,
    added,
    people.map((participant, i) => ({ participant, team: `t${i}` })),
  );
  const step = async (participant: string, expectedVersion: number, taken: PairStep, at = proposal) => {
    const outcome = await decide(store, {
      proposal: at,
      participant,
      expectedVersion,
      step: taken,
      actor: officer,
    });
    expect(outcome.status).toBe('decided');
  };
  return { added, proposal, step };
}

const lock = { step: 'lock', note: '' } as const;
const accept = { step: 'accept', note: '' } as const;
const refuse = { step: 'turn_down', by: 'participant', reason: 'other_work', note: 'vill laga mat' } as const;

async function rowsOf(proposal: string) {
  const rows = await store.db
    .selectFrom('pairs')
    .selectAll()
    .where('proposal', '=', proposal)
    .orderBy('participant')
    .execute();
  return rows.map(({ participant, team, state }) => `${participant} ${team} ${state}`);
}

test('what people have decided, answered and held is written down, and what was refused outlives its proposal', async () => {
  const { added, proposal, step } = await standing();
  const { region } = added;
  await step('p000', 1, accept);
  await step('p001', 1, refuse);
  const answer = {
    participant: 'p004',
    answer: 'undecided',
    wishes: ['u2'],
    avoids: [],
    answered_on: '2026-02-02',
  } as const;
  const answering = {
    proposal,
    answer: { ...answer, wishes: [...answer.wishes], avoids: [] },
    actor: officer,
  };
  expect(await recordAnswer(store, answering)).toMatchObject({ status: 'recorded' });
  const nowhere = { ...answering, answer: { ...answering.answer, wishes: ['u99'] } };
  expect(await recordAnswer(store, nowhere)).toMatchObject({ status: 'refused', text: { en: /u99/ } });
  const hold = { region, kind: 'team', place: 't0', actor: officer } as const;
  expect(await holdSeats(store, { ...hold, seats: 3 })).toMatchObject({
    status: 'refused',
    text: { en: /2 are left/ },
  });
  expect(await holdSeats(store, { ...hold, seats: 2 })).toMatchObject({ status: 'held' });
  const draft = await requestProposal(store, added, proposal);
  await step('p002', 1, lock);
  const written = await loadStanding(store, draft);
  expect(written?.erased).toEqual([]);
  expect(written?.held).toEqual([{ table: 'teams', id: 't0', seats: 2 }]);
  expect(written?.answers).toMatchObject([{ participant: 'p004', wishes: ['u2'] }]);
  expect(written?.pairs.map(({ participant, team, state }) => [participant, team, state.status])).toEqual([
    ['p000', 't0', 'accepted'],
    ['p001', 't1', 'turned_down'],
    ['p002', 't2', 'proposed'],
    ['p003', 't3', 'proposed'],
  ]);
  expect(written?.pairs[1].state).toMatchObject({ note: 'vill laga mat' });
  const again = askAgain({ region: added.content, pairs: [], answers: [], held: [], ...written });
  expect(again.region.decisions).toMatchObject([
    { participant: 'p000', team: 't0', decision: 'lock' },
    { participant: 'p001', team: 't1', decision: 'turned_down' },
  ]);
  await finishProposal(store, added, draft, [
    { participant: 'p000', team: 't0' },
    { participant: 'p001', team: 't3' },
    { participant: 'p002', team: 't2' },
    { participant: 'p003', team: 't1' },
  ]);
  expect(await keepProposal(store, { proposal: draft, actor: officer })).toMatchObject({ status: 'kept' });
  expect(await rowsOf(draft)).toEqual([
    'p000 t0 accepted',
    'p001 t3 proposed',
    'p002 t2 locked',
    'p003 t1 proposed',
  ]);
  const third = await requestProposal(store, added, draft);
  expect((await loadStanding(store, third))?.pairs).toContainEqual(
    expect.objectContaining({
      participant: 'p001',
      team: 't1',
      state: expect.objectContaining({ status: 'turned_down' }),
    }),
  );
});

test('a draft that would lose what was decided since is not kept, and says whose', async () => {
  const { added, proposal, step } = await standing();
  const draft = await requestProposal(store, added, proposal);
  await step('p003', 1, accept);
  await finishProposal(store, added, draft, [{ participant: 'p003', team: 't1' }]);
  const kept = await keepProposal(store, { proposal: draft, actor: officer });
  expect(kept).toEqual({ status: 'decided_meanwhile', participants: ['p003'] });
  expect(await rowsOf(draft)).toEqual(['p003 t1 proposed']);
});

test('of two drafts that follow the same proposal one can be kept, and of decisions at that moment none is lost', async () => {
  const { added, proposal } = await standing();
  const pairs = [
    { participant: 'p000', team: 't0' },
    { participant: 'p001', team: 't1' },
  ];
  const drafts = [
    await addProposal(store, added, pairs, proposal),
    await addProposal(store, added, pairs, proposal),
  ];
  const decision = { proposal, participant: 'p000', expectedVersion: 1, step: lock, actor: officer };
  const [first, second, decided] = await Promise.all([
    ...drafts.map((draft) => keepProposal(store, { proposal: draft, actor: officer })),
    decide(store, decision),
  ]);
  expect([first.status, second.status].sort()).toEqual(['kept', 'refused']);
  const stands = drafts[first.status === 'kept' ? 0 : 1];
  const state = decided.status === 'decided' ? 'locked' : 'proposed';
  expect(await rowsOf(stands)).toEqual([`p000 t0 ${state}`, 'p001 t1 proposed']);
});
