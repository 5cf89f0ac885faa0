/** Any commands of several people, singly and two at once, with versions right and stale, against the model: nothing lost, nothing half done. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Grant } from '../../../src/domain/access/grants.ts';
import { type PairStep, type PairStepName, stepsFrom } from '../../../src/domain/pair-life.ts';
import { recordAnswer } from '../../../src/store/proposals/answers.ts';
import { decide } from '../../../src/store/proposals/decide.ts';
import { pairByHand } from '../../../src/store/proposals/pair-by-hand.ts';
import { stateOf } from '../../../src/store/proposals/pair-state.ts';
import { openTestStore } from '../open-test-store.ts';
import { apply, type Command, type Model, placeOf, seatsPerTeam, taken } from './model.ts';
import { addActor, addProposal, addRegion, twoDistricts } from './standing-region.ts';

const store = await openTestStore();
const { db } = store;
const content = twoDistricts(9);
const people = content.participants.map(({ id }) => id);
const grantsOf: readonly ((region: string) => Grant)[] = [
  (region) => ({ role: 'officer', region }),
  (region) => ({ role: 'officer', region, district: 'Farsta' }),
  (region) => ({ role: 'school_supervisor', region, teams: ['t0', 't1'] }),
];
const actors = await Promise.all(['Anna', 'Bo', 'Cia'].map((name) => addActor(store, name, [])));

const plain = ['lock', 'unlock', 'accept', 'withdraw_acceptance', 'confirm', 'start', 'complete'] as const;
const anyStep: fc.Arbitrary<PairStep> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ step: fc.constantFrom(...plain), note: fc.constant('') }) },
  {
    weight: 2,
    arbitrary: fc.record({
      step: fc.constant('turn_down' as const),
      by: fc.constantFrom('participant' as const, 'school' as const, 'officer' as const),
      reason: fc.constantFrom('too_far' as const, 'no_supervision' as const, 'better_elsewhere' as const),
      note: fc.constant(''),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ step: fc.constant('take_back' as const), note: fc.constant('ändrade sig') }),
  },
);

/** Which command comes of it depends on how things then stand. */
interface Intent {
  readonly who: number;
  readonly participant: string;
  readonly stale: boolean;
  readonly what: PairStep | { readonly likely: number } | { readonly byHandTo: string } | 'answer';
}
const intent: fc.Arbitrary<Intent> = fc.record({
  who: fc.constantFrom(0, 0, 0, 1, 2),
  participant: fc.constantFrom(...people.slice(0, 6), ...people.slice(0, 2), ...people.slice(0, 2)),
  stale: fc.nat({ max: 5 }).map((n) => n === 0),
  what: fc.oneof(
    { weight: 9, arbitrary: fc.record({ likely: fc.nat({ max: 5 }) }) },
    { weight: 2, arbitrary: anyStep },
    { weight: 3, arbitrary: fc.record({ byHandTo: fc.constantFrom('t0', 't1', 't2') }) },
    { weight: 1, arbitrary: fc.constant('answer' as const) },
  ),
});
/** Two at once are mostly about the same person. */
const round = fc.oneof(fc.tuple(intent), fc.tuple(intent, intent), {
  weight: 4,
  arbitrary: fc.tuple(intent, intent).map(([a, b]) => [a, { ...b, participant: a.participant }]),
});
const rounds = fc.array(round, { minLength: 10, maxLength: 30 });

function stepOf(names: readonly PairStepName[], which: number): PairStep {
  const note = 'med ord';
  const step = names[which % Math.max(1, names.length)] ?? 'lock';
  if (step === 'turn_down') return { step, by: 'participant', reason: 'too_far', note };
  return step === 'leave_early' ? { step, reason: 'illness', note } : { step, note };
}

function commandOf(model: Model, { participant, stale, what }: Intent): Command {
  const expectedVersion = (model.pairs.get(participant)?.version ?? 0) - (stale ? 1 : 0);
  if (what === 'answer') return { kind: 'answer', participant };
  if ('step' in what) return { kind: 'step', participant, expectedVersion, step: what };
  if ('likely' in what) {
    const { state } = model.pairs.get(participant) ?? { state: { status: 'proposed' } as const };
    return { kind: 'step', participant, expectedVersion, step: stepOf(stepsFrom(state), what.likely) };
  }
  const team = what.byHandTo;
  const full = taken(model, team) >= seatsPerTeam && model.pairs.get(participant)?.team !== team;
  const displaced = [...model.pairs]
    .filter(
      ([id, pair]) => full && id !== participant && pair.team === team && pair.state.status === 'proposed',
    )
    .slice(0, 1)
    .map(([id, pair]) => ({ participant: id, team: pair.team }));
  return {
    kind: 'by_hand',
    participant,
    expectedVersion,
    team,
    displaced,
    pointer: model.pointer - (stale ? 1 : 0),
  };
}

function run(
  proposal: string,
  actor: (typeof actors)[number],
  command: Command,
): Promise<{ readonly status: string }> {
  const { participant } = command;
  switch (command.kind) {
    case 'step':
      return decide(store, { proposal, actor, ...command });
    case 'answer':
      return recordAnswer(store, {
        proposal,
        actor,
        answer: { participant, answer: 'yes', wishes: ['u0'], avoids: [], answered_on: '2026-01-02' },
      });
    case 'by_hand': {
      const { team, expectedVersion, pointer } = command;
      const unit = team.replace('t', 'u');
      const pair = { participant, team, unit, sfiGroup: 's1', points: 7, terms: { placement: 7 } };
      const displaced = command.displaced.map((gone) => ({ ...gone, sfiGroup: 's1' }));
      const hours = { teamHours: 30, sfiHours: 15, conditions: [] };
      const checked = { pointer, pair: { ...pair, ...hours }, rules: [], displaced };
      return pairByHand(store, { proposal, actor, expectedVersion, checked, reason: '' });
    }
  }
}

let number = 0;

async function played(script: readonly (readonly Intent[])[]) {
  const region = `model-${number++}`;
  const added = await addRegion(store, region, content);
  const first = people.slice(0, 6).map((participant, i) => ({ participant, team: `t${i % 2}` }));
  const proposal = await addProposal(store, added, first);
  let model: Model = {
    pointer: 1,
    pairs: new Map(
      first.map(({ participant, team }) => [
        participant,
        { team, version: 1, state: { status: 'proposed' } },
      ]),
    ),
    answers: 0,
    entries: 0,
  };
  const grants = (who: number) => [grantsOf[who](region)];
  for (const round of script) {
    const commands = round.map((one) => ({ who: one.who, command: commandOf(model, one) }));
    const before = await decisionsOf(proposal);
    const outcomes = await Promise.all(
      commands.map(({ who, command }) => run(proposal, { ...actors[who], grants: grants(who) }, command)),
    );
    const statuses = outcomes.map(({ status }) => status);
    const orders =
      commands.length === 1
        ? [[0]]
        : [
            [0, 1],
            [1, 0],
          ];
    const possible = orders.map((order) => {
      let then = model;
      const told: string[] = [];
      for (const i of order)
        [told[i], then] = apply(then, grants(commands[i].who), region, commands[i].command);
      return { told, then };
    });
    expect(possible.map(({ told }) => told)).toContainEqual(statuses);
    const candidates = possible.filter(({ told }) => told.join() === statuses.join());
    const stored = await pairsOf(proposal);
    const right = candidates.find(
      ({ then }) => JSON.stringify(pairsOfModel(then)) === JSON.stringify(stored),
    );
    expect(candidates.map(({ then }) => pairsOfModel(then))).toContainEqual(stored);
    model = right?.then ?? model;
    expect((await decisionsOf(proposal)).slice(0, before.length)).toEqual(before);
  }
  return { region, proposal, model };
}

function pairsOfModel({ pairs }: Model) {
  return [...pairs]
    .map(([participant, { team, version, state }]) => {
      const { note: _, ...plainState } = { note: '', ...state };
      return { participant, team, version, district: placeOf(team).district, state: { ...plainState } };
    })
    .sort((a, b) => (a.participant < b.participant ? -1 : 1))
    .map((row) => ({ ...row, state: JSON.stringify(row.state, Object.keys(row.state).sort()) }));
}

async function pairsOf(proposal: string) {
  const rows = await db
    .selectFrom('pairs')
    .selectAll()
    .where('proposal', '=', proposal)
    .orderBy('participant')
    .execute();
  return rows.map((row) => {
    const { note: _, ...state } = { note: '', ...stateOf(row) };
    const { participant, team, version, district } = row;
    return { participant, team, version, district, state: JSON.stringify(state, Object.keys(state).sort()) };
  });
}

function decisionsOf(proposal: string) {
  return db.selectFrom('decisions').selectAll().where('proposal', '=', proposal).orderBy('seq').execute();
}

test('the store does what the model does, whoever comes first', { timeout: 240_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(rounds, async (script) => {
      const { region, proposal, model } = await played(script);
      const decisions = await decisionsOf(proposal);
      for (const [participant, pair] of model.pairs) {
        const own = decisions.filter((row) => row.participant === participant);
        const first = people.indexOf(participant) < 6 ? 2 : 1;
        expect(own.map(({ pair_version }) => pair_version)).toEqual(
          Array.from({ length: pair.version + 1 - first }, (_, i) => i + first),
        );
        expect(own.slice(1).map((row) => row.from_state)).toEqual(
          own.slice(0, -1).map((row) => row.to_state),
        );
        const { decision } = await db
          .selectFrom('pairs')
          .select('decision')
          .where('proposal', '=', proposal)
          .where('participant', '=', participant)
          .executeTakeFirstOrThrow();
        expect(decision).toBe(own.at(-1)?.id ?? null);
      }
      const answers = await db.selectFrom('answers').select('id').where('proposal', '=', proposal).execute();
      expect(answers).toHaveLength(model.answers);
      const log = await db.selectFrom('audit_log').select('seq').where('region', '=', region).execute();
      expect(log).toHaveLength(model.entries);
    }),
    { numRuns: 30 },
  );
});
