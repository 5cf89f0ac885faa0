import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Policy, policySchema } from '../../src/domain/policy.ts';
import type { Region } from '../../src/domain/region.ts';
import { exclusionsOf } from '../../src/matching/exclusions.ts';
import { type AssignedProposal, proposalSchema } from '../../src/matching/proposal-format.ts';
import { indexRegion } from '../../src/matching/region-index.ts';
import { verifyProposal } from '../../src/matching/verify-proposal.ts';
import { assigned, proposalOf } from './proposal-of.ts';
import { policies, regions, reordered } from './proposal-regions.ts';
import { participant, smallRegion, speaks, team, teamLanguage } from './small-region.ts';

const count = <T>(items: readonly T[], holds: (item: T) => boolean): number => items.filter(holds).length;

/** What a proposal overruns of the region's own limits, counted anew from its pairs alone. */
function overruns(region: Region, policy: Policy, { pairs, equity }: AssignedProposal): string[] {
  const found: string[] = [];
  const gender = new Map(region.participants.map((row) => [row.id, row.gender]));
  for (const row of region.teams) {
    const members = pairs.filter((pair) => pair.team === row.id);
    const women = count(members, (pair) => gender.get(pair.participant) === 'woman');
    const men = count(members, (pair) => gender.get(pair.participant) === 'man');
    if (members.length > Math.max(0, row.seats - (row.reserved_seats ?? 0))) found.push(`seats of ${row.id}`);
    if (members.length > row.supervisors * (row.per_supervisor ?? 99)) found.push(`supervisors of ${row.id}`);
    if (women < (row.women_share_min ?? 0) * (women + men) - 1e-9) found.push(`women of ${row.id}`);
    if (men < (row.men_share_min ?? 0) * (women + men) - 1e-9) found.push(`men of ${row.id}`);
  }
  for (const group of region.sfi_groups) {
    if (count(pairs, (pair) => pair.sfiGroup === group.id) > group.seats) found.push(`seats of ${group.id}`);
  }
  const { unit_share, penalty } = policy.balance;
  for (const { id } of region.units) {
    const there = count(pairs, (pair) => pair.unit === id);
    if (unit_share !== null && penalty === null && there > unit_share * region.participants.length)
      found.push(id);
  }
  for (const { decision, participant: id, team: at } of region.decisions) {
    const place = pairs.find((pair) => pair.participant === id)?.team;
    if ((decision === 'lock') !== (place === at))
      if (decision === 'lock' || place === at) found.push(`decision on ${id}`);
  }
  const { placement_tolerance, points_tolerance, smallest_group } = policy.equity;
  if (policy.equity.penalty !== null) return found;
  const large = equity.filter(({ pool }) => pool >= smallest_group);
  for (const a of large) {
    for (const b of large) {
      if (placement_tolerance !== null && a.rate - b.rate > placement_tolerance / 100 + 1e-9)
        found.push('rates');
      const most = (points_tolerance ?? 1000) * 20;
      if (a.meanPoints - b.meanPoints > most + 1e-9) found.push('points');
    }
  }
  return found;
}

describe('a proposal of a random region', () => {
  test('breaks no rule and no limit, keeps to its format, adds up and verifies; rows in another order give the same bytes', async () => {
    await fc.assert(
      fc.asyncProperty(regions, policies, fc.integer({ min: 0, max: 99 }), async (region, policy, turn) => {
        const proposal = await proposalOf(region, policy);
        const text = JSON.stringify(proposal);
        const read = proposalSchema.parse(JSON.parse(text));
        expect(verifyProposal(region, policy, read).mismatches).toEqual([]);
        expect(JSON.stringify(await proposalOf(reordered(region, turn), policy))).toBe(text);
        expect(proposal.status).not.toBe('unknown');
        if (!('pairs' in proposal)) {
          expect(proposal.status === 'conflict' && proposal.clash.length).toBeGreaterThan(0);
          return;
        }
        expect(proposal.status).toBe('optimal');
        expect(overruns(region, policy, proposal)).toEqual([]);
        const index = indexRegion(region, policy);
        const number = (names: ReadonlyMap<string, number>, id: string) => names.get(id) ?? -1;
        for (const pair of proposal.pairs) {
          expect(Object.values(pair.terms).reduce((sum, points) => sum + points, 0)).toBe(pair.points);
          const at = [
            number(index.names.participant, pair.participant),
            number(index.names.team, pair.team),
            number(index.names.sfi, pair.sfiGroup),
          ] as const;
          expect(exclusionsOf(index, ...at)).toEqual([]);
        }
        expect(Object.keys(proposal.prices)).toEqual(Object.keys(proposal.prices).sort());
        const everyone = [...proposal.pairs, ...proposal.unplaced].map((row) => row.participant).sort();
        expect(everyone).toEqual(region.participants.map(({ id }) => id).sort());
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});

/** Two women and two men who speak Somali, one team with seats for two, one with half men. */
const four = (over: Partial<Region> = {}): Region => {
  const participants = [
    participant('a', { permit_date: '2024-01-01' }),
    participant('b', { permit_date: '2024-02-01', prefer_units: ['u1'] }),
    participant('c', { permit_date: '2024-03-01', gender: 'man' }),
    participant('d', { permit_date: '2024-04-01', gender: 'man', prefer_units: ['u1'] }),
  ];
  return smallRegion({
    participants,
    participant_languages: participants.map(({ id }) => speaks(id)),
    extracts: [],
    teams: [team('t1', { seats: 2 })],
    team_languages: [teamLanguage('t1', 'som', { pupils: '<5', adults_wanted: 1 })],
    ...over,
  });
};
const noEquity = policySchema.parse({ equity: { placement_tolerance: null, points_tolerance: null } });

describe('what a proposal tells', () => {
  test('the pairs, with hours and conditions, and what is covered', async () => {
    const proposal = assigned(await proposalOf(four(), noEquity));
    expect(proposal.pairs.map(({ participant: id }) => id)).toEqual(['b', 'd']);
    expect(proposal.pairs[0]).toMatchObject({
      team: 't1',
      unit: 'u1',
      sfiGroup: 's1',
      // 37 h a week for both (40 less 3 of civic orientation), 15 of them in SFI.
      teamHours: 22,
      sfiHours: 15,
      terms: { placement: 1000, wishes: 60 },
      conditions: [{ code: 'extract' }],
    });
    expect(proposal.coverage).toEqual([
      { team: 't1', language: 'som', pupils: '<5', wanted: 1, present: 0, placed: 2, met: 1 },
    ]);
  });

  test('rates and mean points over everybody, beside what is done by hand', async () => {
    const proposal = assigned(await proposalOf(four(), noEquity));
    const points = proposal.pairs.map((pair) => pair.points);
    expect(proposal.equity).toEqual([
      { gender: 'woman', pool: 2, placed: 1, rate: 0.5, meanPoints: points[0] / 2, constrained: false },
      { gender: 'man', pool: 2, placed: 1, rate: 0.5, meanPoints: points[1] / 2, constrained: false },
    ]);
    // In order of the permit: a and b, both women.
    expect(proposal.baseline).toMatchObject({
      placed: 2,
      rates: [
        { gender: 'woman', placed: 2, rate: 1 },
        { gender: 'man', placed: 0, rate: 0 },
      ],
      broken: [],
    });
    expect(proposal.objective).toBeGreaterThan(proposal.baseline.objective);
  });

  test('an unplaced person is told what the seats are worth to others', async () => {
    const proposal = assigned(await proposalOf(four(), noEquity));
    expect(proposal.unplaced.map(({ participant: id, reason }) => [id, reason.code])).toEqual([
      ['a', 'seats_worth_more'],
      ['c', 'seats_worth_more'],
    ]);
    const [{ reason }] = proposal.unplaced;
    expect(reason.en).toContain(
      '“At most 2 people in the team Team t1 at School u1 (t1): so many seats are open.”',
    );
    expect(reason.sv).toContain('värt');
    expect(proposal.prices['team:t1']).toBeGreaterThan(1000);
  });

  test('an unplaced person without options is told the rule', async () => {
    const alone = four({
      participant_languages: [speaks('a', 'fin'), speaks('b'), speaks('c'), speaks('d')],
    });
    const { unplaced } = assigned(await proposalOf(alone, noEquity));
    expect(unplaced[0]).toMatchObject({ participant: 'a', reason: { code: 'shared_language' } });
  });

  test('by hand, whom nothing fits is told which limit is reached', async () => {
    const proposal = assigned(await proposalOf(four(), noEquity, { engine: 'greedy' }));
    expect(proposal.pairs.map(({ participant: id }) => id)).toEqual(['a', 'b']);
    expect(proposal.unplaced.map(({ reason }) => reason.code)).toEqual(['limits_reached', 'limits_reached']);
  });

  test('an answer by hand that breaks a hard row says which', async () => {
    const strict = policySchema.parse({
      equity: { placement_tolerance: 10, points_tolerance: null, smallest_group: 2 },
    });
    const proposal = assigned(await proposalOf(four(), strict, { engine: 'greedy' }));
    expect(proposal.status).toBe('infeasible');
    expect(proposal.broken.map(({ constraint }) => constraint)).toEqual(['equity:placement:woman-man']);
    expect(assigned(await proposalOf(four(), strict)).baseline.broken).toEqual([
      'equity:placement:woman-man',
    ]);
  });

  test('the seed is in the lottery, and the digest changes with what it is made from', async () => {
    const first = await proposalOf(four(), noEquity);
    expect(first.lottery).toMatchObject({ seed: 7 });
    const other = await proposalOf(four({ name: 'Another' }), noEquity);
    expect(other.digest.policy).toBe(first.digest.policy);
    expect(other.digest.region).not.toBe(first.digest.region);
    const paid = await proposalOf(four(), policySchema.parse({ ...noEquity, placement_points: 900 }));
    expect(paid.digest.policy).not.toBe(first.digest.policy);
    expect(paid.digest.region).toBe(first.digest.region);
  });
});

describe('conflicts', () => {
  const lock = (id: string, over: object = {}) =>
    ({
      participant: id,
      team: 't1',
      decision: 'lock',
      reason: '',
      decided_on: '2026-01-01',
      ...over,
    }) as const;

  test('more locks than seats: the locks and the seats clash, in words', async () => {
    const region = four({ teams: [team('t1', { seats: 1 })], decisions: [lock('a'), lock('c')] });
    const proposal = await proposalOf(region, noEquity);
    expect(proposal).toMatchObject({
      status: 'conflict',
      clash: [{ constraint: 'lock:a' }, { constraint: 'lock:c' }, { constraint: 'team:t1' }],
    });
    expect(verifyProposal(region, noEquity, proposal).status).toBe('verified');
  });

  test('by hand, whom a lock leaves without options is told of the lock, others of the rule', async () => {
    const region = four({
      decisions: [
        lock('a'),
        lock('a', { decision: 'turned_down' }),
        lock('b', { decision: 'turned_down', team: undefined }),
      ],
    });
    const { unplaced } = assigned(await proposalOf(region, noEquity, { engine: 'greedy' }));
    expect(unplaced.slice(0, 2)).toMatchObject([
      { participant: 'a', reason: { code: 'locked' } },
      { participant: 'b', reason: { code: 'turned_down' } },
    ]);
  });

  test('a lock to a pair that is no longer eligible says which rule fails', async () => {
    const region = four({ decisions: [lock('a'), lock('a', { decision: 'turned_down' })] });
    const proposal = await proposalOf(region, noEquity);
    expect(proposal.status).toBe('conflict');
    if (proposal.status !== 'conflict') return;
    expect(proposal.clash.map(({ constraint }) => constraint)).toEqual(['lock:a']);
    expect(proposal.clash[0].en).toContain('turned down');
    expect(proposal.clash[0].sv).toContain('avböjts');
  });
});
