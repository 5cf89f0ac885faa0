import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultPolicy } from '../../../src/domain/policy.ts';
import type { Region } from '../../../src/domain/region.ts';
import { differenceBetween, type Made } from '../../../src/matching/difference/difference.ts';
import { differenceSchema } from '../../../src/matching/difference/difference-format.ts';
import { assigned, proposalOf } from '../proposal-of.ts';
import { policies, regions } from '../proposal-regions.ts';
import {
  extract,
  participant,
  sessions,
  smallRegion,
  speaks,
  team,
  teamLanguage,
  unit,
} from '../small-region.ts';

const weekdays = 'mon tue wed thu fri';
/** t1 is wished for by both, and has one seat. */
const base = smallRegion({
  participants: [
    participant('p1', { permit_date: '2024-01-01' }),
    participant('p2', { gender: 'man', permit_date: '2025-06-01' }),
  ],
  participant_languages: [speaks('p1'), speaks('p2')],
  extracts: [extract('p1'), extract('p2')],
  units: [unit('u1'), unit('u2')],
  teams: [team('t1'), team('t2', { unit: 'u2' })],
  team_languages: [teamLanguage('t1'), teamLanguage('t2', 'som', { pupils: 1, pupils_last_year: 1 })],
  sessions: [
    ...sessions('team', 't1', weekdays, '08:00', '14:00'),
    ...sessions('team', 't2', weekdays, '08:00', '14:00'),
    ...sessions('sfi', 's1', weekdays, '15:00', '18:00'),
  ],
});
const decision = (id: string, at: string, kind: 'lock' | 'turned_down') => ({
  participant: id,
  team: at,
  decision: kind,
  reason: 'Too far.',
  decided_on: '2026-01-01',
});

async function made(over: Partial<Region> = {}, previous: Made | null = null): Promise<Made> {
  const region = { ...base, ...over };
  const before = previous?.proposal.pairs ?? [];
  return { region, proposal: assigned(await proposalOf(region, defaultPolicy, {}, before)) };
}

describe('the difference between two proposals', () => {
  const oneTeam = {
    teams: [team('t1')],
    team_languages: [teamLanguage('t1')],
    sessions: base.sessions.filter(({ id }) => id !== 't2'),
  };

  test('nothing changes where nothing has changed, though keeping gives points', async () => {
    const before = await made();
    const difference = differenceBetween(before, await made({}, before));
    expect(difference).toMatchObject({
      changes: [],
      totals: { moved: 0, placed: 0, lost: 0, unchanged: 2, points: 0 },
      summary: { sv: 'Ingen får en annan plats.' },
    });
  });

  test('a refusal and a lock are named as what they are, and who changed seats with whom', async () => {
    const before = await made({ decisions: [decision('p1', 't1', 'lock')] });
    const after = await made(
      { decisions: [decision('p1', 't1', 'turned_down'), decision('p2', 't1', 'lock')] },
      before,
    );
    const { changes, totals, summary } = differenceBetween(before, after);
    expect(changes.map(({ participant: id, kind, from, to }) => [id, kind, from?.team, to?.team])).toEqual([
      ['p1', 'moved', 't1', 't2'],
      ['p2', 'moved', 't2', 't1'],
    ]);
    expect(changes[0].why).toMatchObject([
      { code: 'turned_down', en: 'Turned down: Too far.' },
      { code: 'seat_taken', participants: ['p2'] },
      { code: 'seat_left', participants: ['p2'] },
    ]);
    expect(changes[1].why.map(({ code }) => code)).toEqual(['locked', 'seat_taken', 'seat_left', 'better']);
    expect(changes[0].terms.map(({ term }) => term)).toEqual(['pupils']);
    expect(changes[0].points).toBe(-changes[1].points);
    expect(totals).toMatchObject({ moved: 2, unchanged: 0, points: 0 });
    expect(totals.byGender.map(({ gender, points }) => [gender, Math.sign(points)])).toEqual([
      ['woman', -1],
      ['man', 1],
    ]);
    expect(summary.en).toBe(
      '2 people move, 0 get a place, 0 lose theirs and 0 keep theirs; together 0 points more.',
    );
  });

  test('a team that is gone, a person who is gone and one who has come', async () => {
    const before = await made();
    const closed = await made(oneTeam, before);
    const { changes } = differenceBetween(before, closed);
    const change = changes.find(({ kind }) => kind === 'lost');
    if (!change) throw new Error('nobody lost a place');
    // Whom, of two who are alike, the lottery decides.
    expect(changes.filter(({ kind }) => kind === 'lost')).toHaveLength(1);
    expect(change.to).toBeNull();
    expect(change.why.map(({ code }) => code)).toEqual(['place_gone', 'reason']);
    const only = {
      participants: [base.participants[1]],
      participant_languages: [speaks('p2')],
      extracts: [extract('p2')],
    };
    const alone = await made(only, before);
    expect(differenceBetween(before, alone).changes[0]).toMatchObject({
      kind: 'lost',
      why: [{ code: 'left_pool' }],
    });
    const back = differenceBetween(alone, await made({}, alone));
    expect(back.changes.find(({ participant: id }) => id === 'p1')?.why[0].code).toBe('new_in_pool');
  });

  test('adds up, whatever the proposals: points by person, by gender and in all, and back again is the opposite', async () => {
    await fc.assert(
      fc.asyncProperty(regions, policies, fc.integer({ min: 0, max: 5 }), async (region, policy, turn) => {
        const one = await proposalOf(region, policy, { engine: 'greedy' });
        const cut = region.teams.map((row, i) =>
          i === turn % region.teams.length ? { ...row, seats: 0 } : row,
        );
        const changed = { ...region, teams: cut };
        const two = await proposalOf(changed, policy, { engine: 'greedy' });
        if (!('pairs' in one) || !('pairs' in two)) return;
        const [before, after] = [
          { region, proposal: one },
          { region: changed, proposal: two },
        ];
        const there = differenceBetween(before, after);
        const back = differenceBetween(after, before);
        expect(differenceSchema.parse(JSON.parse(JSON.stringify(there)))).toEqual(there);
        expect(back.totals.points).toBe(0 - there.totals.points || 0);
        expect([back.totals.placed, back.totals.lost]).toEqual([there.totals.lost, there.totals.placed]);
        for (const key of ['moved', 'placed', 'lost', 'unchanged', 'points'] as const) {
          const sum = there.totals.byGender.reduce((all, counts) => all + counts[key], 0);
          expect(sum).toBe(there.totals[key]);
        }
        for (const { points, terms, from, to } of there.changes) {
          expect(terms.reduce((sum, term) => sum + term.after - term.before, 0)).toBe(points);
          expect((to?.points ?? 0) - (from?.points ?? 0)).toBe(points);
        }
        const worth = (made: typeof one) => made.pairs.reduce((sum, pair) => sum + pair.points, 0);
        expect(there.totals.points).toBe(worth(two) - worth(one));
      }),
      { numRuns: 60 },
    );
  });
});
