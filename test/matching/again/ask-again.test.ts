import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalise } from '../../../solver/canonical.ts';
import { UNPLACED } from '../../../solver/problem.ts';
import type { PairState } from '../../../src/domain/pair-life.ts';
import { leaveReasons, namesOf, turnDownReason, turnDownReasons } from '../../../src/domain/pair-reasons.ts';
import { type ParticipantAnswer, participantAnswer } from '../../../src/domain/participant-answer.ts';
import { defaultPolicy } from '../../../src/domain/policy.ts';
import type { Region, TableRow } from '../../../src/domain/region.ts';
import { readRegionJson } from '../../../src/files/read-region.ts';
import { type AskAgain, askAgain } from '../../../src/matching/again/ask-again.ts';
import type { StandingPair } from '../../../src/matching/again/standing-pair.ts';
import { baselineOf } from '../../../src/matching/baseline.ts';
import { buildMatching } from '../../../src/matching/matching.ts';
import { findOptions } from '../../../src/matching/options.ts';
import { indexRegion } from '../../../src/matching/region-index.ts';
import { assigned, proposalOf } from '../proposal-of.ts';
import { regions } from '../proposal-regions.ts';
import {
  extract,
  participant,
  sessions,
  sfiGroup,
  smallRegion,
  speaks,
  team,
  teamLanguage,
  unit,
} from '../small-region.ts';

const weekdays = 'mon tue wed thu fri';
const two = (over: Partial<Region> = {}) =>
  smallRegion({
    participants: [participant('p1'), participant('p2')],
    participant_languages: [speaks('p1'), speaks('p2', 'som', 'A1')],
    extracts: [extract('p1'), extract('p2')],
    units: [unit('u1'), unit('u2')],
    teams: [team('t1'), team('t2', { unit: 'u2' })],
    team_languages: [teamLanguage('t1'), teamLanguage('t2')],
    sfi_groups: [sfiGroup('s1'), sfiGroup('s2')],
    sessions: [
      ...sessions('team', 't1', weekdays, '08:00', '14:00'),
      ...sessions('team', 't2', weekdays, '08:00', '14:00'),
      ...sessions('sfi', 's1', weekdays, '15:00', '18:00'),
      ...sessions('sfi', 's2', weekdays, '15:00', '18:00'),
    ],
    ...over,
  });
const pair = (state: PairState, over: Partial<StandingPair> = {}): StandingPair => ({
  participant: 'p1',
  team: 't1',
  sfiGroup: 's1',
  state,
  decidedOn: '2026-02-01',
  ...over,
});
const answer = (over: Partial<ParticipantAnswer>): ParticipantAnswer =>
  participantAnswer.parse({
    participant: 'p1',
    answer: 'undecided',
    wishes: [],
    avoids: [],
    answered_on: '2026-02-02',
    ...over,
  });
const again = (over: Partial<AskAgain>) =>
  askAgain({ region: two(), pairs: [], answers: [], held: [], ...over });
const codes = ({ told }: ReturnType<typeof askAgain>) => told.map(({ code, about }) => `${code} ${about}`);
const refused = (reason: keyof typeof turnDownReasons, note = ''): PairState => ({
  status: 'turned_down',
  by: 'participant',
  reason,
  note,
});

describe('asking again', () => {
  test('keeps what is held by a lock, what is only proposed by its points', () => {
    for (const status of ['locked', 'accepted', 'confirmed', 'started'] as const) {
      const { region, previous } = again({ pairs: [pair({ status })] });
      expect(region.decisions).toMatchObject([
        { participant: 'p1', team: 't1', sfi_group: 's1', decision: 'lock' },
      ]);
      expect(region.decisions[0].override).toBe(status === 'started' ? true : undefined);
      expect(previous).toEqual([{ participant: 'p1', team: 't1', sfiGroup: 's1' }]);
    }
    const { region, previous } = again({ pairs: [pair({ status: 'proposed' })] });
    expect([region.decisions.length, previous.length]).toEqual([0, 1]);
  });

  test('excludes as much as the reason of a refusal says, and pays for no seat that was turned down', () => {
    const rowOf = (reason: keyof typeof turnDownReasons) => again({ pairs: [pair(refused(reason))] });
    expect(rowOf('too_far').region.decisions).toMatchObject([{ team: 't1', decision: 'turned_down' }]);
    expect(rowOf('too_far').region.decisions[0].sfi_group).toBeUndefined();
    expect(rowOf('times').region.decisions).toMatchObject([{ team: 't1', sfi_group: 's1' }]);
    expect(rowOf('sfi_group').region.decisions[0].team).toBeUndefined();
    expect(rowOf('found_work').region.decisions[0]).toMatchObject({
      reason: 'avböjt: har fått arbete / turned down: has found work',
    });
    expect(rowOf('data_wrong').region.decisions).toEqual([]);
    expect(rowOf('too_far').previous).toEqual([]);
  });

  test('whoever completed is out of the pool; whoever left early is, or waits again, as the reason says', () => {
    const ended = (reason: keyof typeof leaveReasons): PairState => ({
      status: 'ended',
      how: 'left_early',
      reason,
      note: '',
    });
    const completed = again({ pairs: [pair({ status: 'ended', how: 'completed' })] });
    expect(completed.leftPool).toEqual(['p1']);
    expect(completed.region.participants.map(({ id }) => id)).toEqual(['p2']);
    expect(completed.region.participant_languages.map((row) => row.participant)).toEqual(['p2']);
    expect(again({ pairs: [pair(ended('moved_away'))] }).leftPool).toEqual(['p1']);
    const unfit = again({ pairs: [pair(ended('did_not_fit'))] });
    expect(unfit.leftPool).toEqual([]);
    expect(unfit.region.decisions).toMatchObject([{ team: 't1', decision: 'turned_down' }]);
  });

  test('the participant’s own no is stronger than an officer’s lock, but not than what has started', () => {
    const no = answer({ answer: 'no', team: 't1' });
    const locked = again({ pairs: [pair({ status: 'accepted' })], answers: [no] });
    expect(locked.region.decisions).toMatchObject([{ team: 't1', decision: 'turned_down' }]);
    expect(codes(locked)).toEqual(['no_over_decision p1']);
    const started = again({ pairs: [pair({ status: 'started' })], answers: [no] });
    expect(started.region.decisions).toMatchObject([{ team: 't1', decision: 'lock' }]);
    const avoids = again({ pairs: [pair({ status: 'accepted' })], answers: [answer({ avoids: ['u1'] })] });
    expect(avoids.region.decisions).toEqual([]);
    expect(codes(avoids)).toEqual(['no_over_decision p1']);
  });

  test('a later yes takes an earlier no back', () => {
    const no = answer({ answer: 'no', team: 't1', answered_on: '2026-02-01' });
    const yes = answer({ answer: 'yes', team: 't1', answered_on: '2026-02-03' });
    expect(again({ answers: [yes, no] }).region.decisions).toEqual([]);
  });

  test('wishes count as preferences, and the latest word wins over the file', () => {
    const region = two({
      participants: [participant('p1', { avoid_units: ['u2'], prefer_units: ['u1'] }), participant('p2')],
    });
    const asked = again({ region, answers: [answer({ wishes: ['u2', 'gone'], avoids: ['u1'] })] });
    expect(asked.region.participants[0]).toMatchObject({ avoid_units: ['u1'], prefer_units: ['u2'] });
    expect(codes(asked)).toEqual(['unit_gone p1']);
  });

  test('held seats lower what a batch may fill, never below what is kept', () => {
    const region = two({ teams: [team('t1', { seats: 3, reserved_seats: 1 }), team('t2', { unit: 'u2' })] });
    const held = (seats: number) =>
      again({ region, pairs: [pair({ status: 'accepted' })], held: [{ table: 'teams', id: 't1', seats }] });
    expect(held(1).region.teams[0].reserved_seats).toBe(2);
    expect(held(1).told).toEqual([]);
    expect(held(2).region.teams[0].reserved_seats).toBe(2);
    expect(codes(held(2))).toEqual(['seats_taken t1']);
    expect(codes(again({ held: [{ table: 'sfi_groups', id: 's9', seats: 1 }] }))).toEqual(['seats_gone s9']);
  });

  test('tells of those who are gone from the newest version, and of places that are', () => {
    const asked = again({
      pairs: [
        pair({ status: 'accepted' }, { participant: 'p9' }),
        pair({ status: 'confirmed' }, { team: 't9' }),
        pair(refused('too_far'), { participant: 'p2', team: 't9' }),
      ],
    });
    expect(codes(asked)).toEqual(['place_gone p1', 'participant_gone p9']);
    expect(asked.region.decisions).toEqual([]);
    expect(asked.previous).toEqual([{ participant: 'p1', team: 't9', sfiGroup: 's1' }]);
  });

  test('what was decided since wins over decisions.csv', () => {
    const row = (over: Partial<TableRow<'decisions'>>): TableRow<'decisions'> => ({
      participant: 'p1',
      team: 't1',
      decision: 'lock',
      reason: 'Agreed.',
      decided_on: '2026-01-01',
      ...over,
    });
    const turned = again({ region: two({ decisions: [row({})] }), pairs: [pair(refused('too_far'))] });
    expect(turned.region.decisions.map(({ decision }) => decision)).toEqual(['turned_down']);
    expect(codes(turned)).toEqual(['lock_replaced p1']);
    const other = again({
      region: two({ decisions: [row({ team: 't2' })] }),
      pairs: [pair({ status: 'accepted' })],
    });
    expect(other.region.decisions).toMatchObject([{ team: 't1', decision: 'lock' }]);
    expect(codes(other)).toEqual(['lock_replaced p1']);
    const same = again({ region: two({ decisions: [row({})] }), pairs: [pair({ status: 'accepted' })] });
    expect(codes(same)).toEqual([]);
    const lifted = again({
      region: two({ decisions: [row({ decision: 'turned_down' })] }),
      pairs: [pair({ status: 'accepted' })],
    });
    expect(lifted.region.decisions.map(({ decision }) => decision)).toEqual(['lock']);
  });

  test('the next proposal keeps the held pair, frees the seat of the refused one and gives it to another', async () => {
    const region = two({
      teams: [team('t1')],
      sessions: two().sessions.filter(({ id }) => id !== 't2'),
      team_languages: [teamLanguage('t1')],
    });
    const proposed = async (over: Partial<AskAgain>) => {
      const asked = again({ region, ...over });
      return assigned(await proposalOf(asked.region, defaultPolicy, {}, asked.previous)).pairs.map(
        (row) => `${row.participant} ${row.team}`,
      );
    };
    expect(await proposed({})).toEqual(['p1 t1']);
    expect(await proposed({ pairs: [pair({ status: 'accepted' }, { participant: 'p2' })] })).toEqual([
      'p2 t1',
    ]);
    expect(await proposed({ pairs: [pair(refused('too_far'))] })).toEqual(['p2 t1']);
    expect(await proposed({ pairs: [pair({ status: 'ended', how: 'completed' })] })).toEqual(['p2 t1']);
  });

  test('what comes out is a region that passes every check, in which held pairs can stand and refused ones cannot', () => {
    const state = fc.oneof(
      fc.constantFrom<PairState[]>(
        { status: 'proposed' },
        { status: 'locked' },
        { status: 'accepted' },
        { status: 'started' },
        { status: 'ended', how: 'completed' },
      ),
      fc.constantFrom(...namesOf(turnDownReasons)).map((reason) => refused(reason, 'In words.')),
      fc
        .constantFrom(...namesOf(leaveReasons))
        .map((reason): PairState => ({ status: 'ended', how: 'left_early', reason, note: '' })),
    );
    const answers = fc.array(
      fc
        .record({
          participant: fc.constantFrom('p1', 'p2', 'p3'),
          answer: fc.constantFrom('yes' as const, 'no' as const),
          wishes: fc.subarray(['u1', 'u2']),
          avoids: fc.subarray(['u2']),
        })
        .map(answer),
      { maxLength: 2 },
    );
    fc.assert(
      fc.property(
        regions,
        fc.array(state, { minLength: 8, maxLength: 8 }),
        answers,
        (drawn, states, given) => {
          const locks = drawn.decisions.filter(({ decision }) => decision === 'lock');
          const region = { ...drawn, decisions: locks.slice(0, 1) };
          fc.pre(readRegionJson(region).status === 'read');
          const { options, problem } = buildMatching(region, defaultPolicy);
          const { chosen } = baselineOf(region, canonicalise(problem, 1));
          const pairs = [...chosen].flatMap((k, p) =>
            k === UNPLACED
              ? []
              : [
                  pair(states[p], {
                    participant: region.participants[p].id,
                    team: region.teams[options.team[k]].id,
                    sfiGroup: region.sfi_groups[options.sfi[k]].id,
                  }),
                ],
          );
          const asked = askAgain({ region, pairs, answers: given, held: [] });
          expect(readRegionJson(asked.region)).toMatchObject({ status: 'read' });
          const index = indexRegion(asked.region, defaultPolicy, asked.previous);
          const open = findOptions(index);
          for (const { participant: id, team: t, sfiGroup, state: is } of pairs) {
            const p = index.names.participant.get(id);
            if (p === undefined) continue;
            const own = Array.from(open.team.subarray(open.start[p], open.start[p + 1]), (at, k) => {
              const group = asked.region.sfi_groups[open.sfi[open.start[p] + k]];
              return `${asked.region.teams[at].id} ${group.id}`;
            });
            const kept = asked.region.decisions.some(
              (row) => row.participant === id && row.sfi_group === sfiGroup,
            );
            if (kept && ['locked', 'accepted', 'started'].includes(is.status))
              expect(own).toContain(`${t} ${sfiGroup}`);
            if (is.status === 'turned_down' && turnDownReason(is.reason).notAgain !== 'nothing') {
              expect(own).not.toContain(`${t} ${sfiGroup}`);
            }
          }
        },
      ),
    );
  });
});
