import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { solve } from '../../solver/solve.ts';
import { policySchema } from '../../src/domain/policy.ts';
import type { Region } from '../../src/domain/region.ts';
import { type ExplainOutcome, explain, type Question } from '../../src/matching/explain/explain.ts';
import { type Explanation, explanationSchema } from '../../src/matching/explain/explanation-format.ts';
import { buildMatching } from '../../src/matching/matching.ts';
import { assigned, proposalOf } from './proposal-of.ts';
import { regions } from './proposal-regions.ts';
import { extract, participant, sessions, smallRegion, speaks, team, teamLanguage } from './small-region.ts';

const policy = policySchema.parse({ equity: { placement_tolerance: null, points_tolerance: null } });
const settings = { engine: 'highs', gap: 0, seed: 7, timeLimitMs: 20_000 } as const;

async function ask(region: Region, question: Question): Promise<ExplainOutcome> {
  const proposal = assigned(await proposalOf(region, policy));
  return explain(buildMatching(region, policy), proposal, question, settings, (problem, asked) =>
    solve(problem, { ...asked, now: () => performance.now() }),
  );
}

async function explained(region: Region, question: Question): Promise<Explanation> {
  const outcome = await ask(region, question);
  if (outcome.status !== 'explained') throw new Error(outcome.status);
  return explanationSchema.parse(outcome.explanation);
}

const weekday = 'mon tue wed thu fri';

/** Two teams of one seat and two people; many pupils of t1 speak the language of p1, elsewhere it makes no difference. */
const twoSeats = (): Region =>
  smallRegion({
    participants: [
      participant('p1', { permit_date: '2024-01-01' }),
      participant('p2', { permit_date: '2025-06-01' }),
    ],
    participant_languages: [speaks('p1'), speaks('p2', 'tir', 'B1')],
    extracts: [extract('p1'), extract('p2')],
    teams: [team('t1'), team('t2')],
    team_languages: ['t1', 't2'].flatMap((id) => [
      teamLanguage(id, 'som', { pupils: id === 't1' ? 12 : 1 }),
      teamLanguage(id, 'tir', { pupils: 1 }),
    ]),
    sessions: [
      ...sessions('team', 't1', weekday, '08:00', '14:00'),
      ...sessions('team', 't2', weekday, '08:00', '14:00'),
      ...sessions('sfi', 's1', weekday, '15:00', '18:00'),
    ],
  });

describe('explain', () => {
  test('the terms of a place add up to its points', async () => {
    const { place } = await explained(twoSeats(), { participant: 'p1' });
    expect(place?.terms.reduce((sum, { points }) => sum + points, 0)).toBe(place?.points);
    expect(place?.terms.every(({ points, most }) => points >= 0 && points <= most)).toBe(true);
  });

  test('another team is told with its difference, and asking for it tells the exact loss and who moves', async () => {
    const region = twoSeats();
    const proposal = assigned(await proposalOf(region, policy));
    const at = (id: string) => proposal.pairs.find((pair) => pair.participant === id);
    const [mine, other] = [at('p1'), at('p2')];
    if (!mine || !other) throw new Error('both have a place');
    const { alternatives, team: answer } = await explained(region, { participant: 'p1', team: other.team });
    expect(alternatives.map((alternative) => alternative.team)).toEqual([other.team]);
    // By hand: swapping the two changes the total by both differences, and nothing else is possible.
    const swapped = await explained(region, { participant: 'p2' });
    const change = alternatives[0].difference + swapped.alternatives[0].difference;
    expect(change).toBeLessThan(0);
    expect(answer).toMatchObject({ verdict: 'possible', loss: { least: -change, most: -change } });
    expect(answer?.verdict === 'possible' && answer.moves.map((move) => move.participant)).toEqual([
      'p1',
      'p2',
    ]);
  });

  test('a team that a rule excludes is told with the rule', async () => {
    const region = twoSeats();
    const avoiding = {
      ...region,
      participants: [participant('p1', { avoid_units: ['u1'] }), region.participants[1]],
    };
    const { team: answer, place, reason } = await explained(avoiding, { participant: 'p1', team: 't1' });
    expect(answer).toMatchObject({ verdict: 'excluded', rules: [{ rule: 'avoided_units' }] });
    expect(place).toBeNull();
    expect(reason).toMatchObject({ code: 'avoided_units' });
  });

  test('a seat that somebody is locked to is a conflict, with the lock named', async () => {
    const lock = {
      participant: 'p2',
      team: 't1',
      decision: 'lock',
      reason: '',
      decided_on: '2026-01-01',
    } as const;
    const { team: answer } = await explained(
      { ...twoSeats(), decisions: [lock] },
      { participant: 'p1', team: 't1' },
    );
    expect(answer).toMatchObject({
      verdict: 'conflict',
      clash: [{ constraint: 'lock:p2' }, { constraint: 'team:t1' }],
    });
  });

  test('the proposed team, a stranger and a stale proposal are told as what they are', async () => {
    const region = twoSeats();
    const proposal = assigned(await proposalOf(region, policy));
    const own = proposal.pairs[0];
    expect((await explained(region, { participant: own.participant, team: own.team })).team?.verdict).toBe(
      'proposed',
    );
    expect(await ask(region, { participant: 'nobody' })).toEqual({
      status: 'not_found',
      table: 'participants',
      id: 'nobody',
    });
    expect(await ask(region, { participant: 'p1', team: 't9' })).toEqual({
      status: 'not_found',
      table: 'teams',
      id: 't9',
    });
    const other = buildMatching(
      { ...region, teams: [team('t1', { seats: 0 }), team('t2', { seats: 0 })] },
      policy,
    );
    const never = () => Promise.reject(new Error('nothing to solve'));
    expect((await explain(other, proposal, { participant: 'p1' }, settings, never)).status).toBe('stale');
  });

  test('in any region every question has an answer, and no forced pair is worth more than the proposal', async () => {
    await fc.assert(
      fc.asyncProperty(regions, async (region) => {
        const proposal = await proposalOf(region, policy);
        if (!('pairs' in proposal)) return;
        for (const { id } of region.teams) {
          const {
            team: answer,
            alternatives,
            place,
          } = await explained(region, {
            participant: region.participants[0].id,
            team: id,
          });
          if (answer?.verdict === 'possible') expect(answer.loss.least).toBe(answer.loss.most);
          const eligible = alternatives.some((alternative) => alternative.team === id) || place?.team === id;
          expect(answer?.verdict === 'excluded').toBe(!eligible);
        }
      }),
      { numRuns: 25 },
    );
  });
});
