import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalise, inverse } from '../../solver/canonical.ts';
import { certify } from '../../solver/certificate/certify.ts';
import type { Assigned } from '../../solver/solution.ts';
import { solve } from '../../solver/solve.ts';
import { policySchema } from '../../src/domain/policy.ts';
import type { Region } from '../../src/domain/region.ts';
import { arrivalOrder } from '../../src/matching/baseline.ts';
import { buildMatching } from '../../src/matching/matching.ts';
import { propose } from '../../src/matching/proposal.ts';
import { type AssignedProposal, proposalSchema } from '../../src/matching/proposal-format.ts';
import { type Verification, verifyProposal } from '../../src/matching/verify-proposal.ts';
import { assigned, proposalOf } from './proposal-of.ts';
import { reordered } from './proposal-regions.ts';
import {
  extract,
  participant,
  sessions,
  sfiGroup,
  smallRegion,
  speaks,
  team,
  teamLanguage,
} from './small-region.ts';

const policy = policySchema.parse({
  equity: { placement_tolerance: 50, points_tolerance: null, smallest_group: 2 },
});
const participants = ['a', 'b', 'c', 'd', 'e'].map((id, i) =>
  participant(id, { gender: i % 2 === 0 ? 'woman' : 'man', prefer_units: i < 2 ? [] : ['u1'] }),
);
const region = smallRegion({
  participants,
  participant_languages: participants.map(({ id }) => speaks(id)),
  extracts: [extract('a'), extract('c')],
  teams: [team('t1', { seats: 2 }), team('t2', { seats: 1 })],
  team_languages: [teamLanguage('t1', 'som', { adults_wanted: 3 }), teamLanguage('t2')],
  sfi_groups: [sfiGroup('s1', { seats: 2 }), sfiGroup('s2', { seats: 3 })],
  sessions: [
    ...sessions('team', 't1', 'mon tue wed thu fri', '08:00', '14:00'),
    ...sessions('team', 't2', 'mon tue wed thu fri', '08:00', '13:00'),
    ...sessions('sfi', 's1', 'mon tue wed thu fri', '15:00', '18:00'),
    ...sessions('sfi', 's2', 'mon wed fri', '15:00', '20:00'),
  ],
});
const proposal = assigned(await proposalOf(region, policy));

const verify = (changed: AssignedProposal): Verification => verifyProposal(region, policy, changed);
const places = ({ mismatches }: Verification): readonly string[] => mismatches.map(({ where }) => where);

describe('a proposal as it was made', () => {
  test('verifies, from its own text too', () => {
    expect(verify(proposal)).toMatchObject({ status: 'verified', mismatches: [] });
    expect(
      verifyProposal(region, policy, proposalSchema.parse(JSON.parse(JSON.stringify(proposal)))).status,
    ).toBe('verified');
    expect(proposal.pairs).toHaveLength(3);
  });

  test('does not verify against another region or policy', () => {
    const seats = { ...region, teams: [team('t1', { seats: 1 }), team('t2', { seats: 1 })] };
    const elsewhere = verifyProposal(seats, policy, proposal);
    expect(elsewhere.status).toBe('refused');
    expect(places(elsewhere)).toContain('digest.region');
    const points = verifyProposal(region, { ...policy, placement_points: 900 }, proposal);
    expect(places(points)).toEqual(expect.arrayContaining(['digest.policy', 'objective']));
  });
});

describe('a changed claim is found where it is', () => {
  const [first] = proposal.pairs;
  const lies: readonly [string, AssignedProposal][] = [
    ['objective', { ...proposal, objective: proposal.objective + 1 }],
    ['bound', { ...proposal, bound: proposal.bound - 1 }],
    ['gap', { ...proposal, gap: 0.5 }],
    ['certifiedBound', { ...proposal, certifiedBound: proposal.certifiedBound - 1 }],
    ['status', { ...proposal, status: 'feasible' }],
    ['proven', { ...proposal, proven: false }],
    ['digest.region', { ...proposal, digest: { ...proposal.digest, region: 'f'.repeat(64) } }],
    ['lottery.seed', { ...proposal, lottery: { ...proposal.lottery, seed: 8 } }],
    ['region', { ...proposal, region: 'Elsewhere' }],
    [`pairs[${first.participant}].points`, withPair({ points: first.points + 1 })],
    [`pairs[${first.participant}].terms.language`, withPair({ terms: { ...first.terms, language: 0 } })],
    [`pairs[${first.participant}].teamHours`, withPair({ teamHours: 1 })],
    [`pairs[${first.participant}].sfiHours`, withPair({ sfiHours: 1 })],
    [`pairs[${first.participant}].unit`, withPair({ unit: 'u9' })],
    [
      `pairs[${first.participant}].conditions`,
      withPair({ conditions: [{ code: 'extract', sv: '', en: '' }] }),
    ],
    [
      'equity[woman].rate',
      { ...proposal, equity: proposal.equity.map((row) => ({ ...row, rate: row.rate / 2 })) },
    ],
    ['coverage[t1 som].met', { ...proposal, coverage: proposal.coverage.map((row) => ({ ...row, met: 3 })) }],
    ['baseline.objective', { ...proposal, baseline: { ...proposal.baseline, objective: 1 } }],
    ['unplaced[', { ...proposal, unplaced: [] }],
    ['pairs', { ...proposal, pairs: proposal.pairs.toReversed() }],
    ['prices[team:t9]', { ...proposal, prices: { ...proposal.prices, 'team:t9': 1 } }],
  ];

  function withPair(over: Partial<AssignedProposal['pairs'][number]>): AssignedProposal {
    return { ...proposal, pairs: proposal.pairs.map((pair, i) => (i === 0 ? { ...pair, ...over } : pair)) };
  }

  test.each(lies)('%s', (where, lie) => {
    const verification = verify(lie);
    expect(verification.status).toBe('refused');
    expect(places(verification).some((place) => place.startsWith(where))).toBe(true);
    expect(verification.mismatches.every(({ sv, en }) => sv.length > 0 && en.length > 0)).toBe(true);
  });

  test('a pair that breaks a rule, names nobody, or comes twice', () => {
    const stranger = verify(withPair({ participant: 'nobody' }));
    expect(stranger.mismatches[0].en).toBe('The region has no such person, team or SFI group.');
    const twice = verify({ ...proposal, pairs: [...proposal.pairs, { ...first, team: 't2' }] });
    expect(twice.mismatches.map(({ en }) => en)).toContain('The person has more than one place.');
    const declined = {
      ...region,
      decisions: [
        {
          participant: first.participant,
          decision: 'turned_down',
          reason: '',
          decided_on: '2026-01-01',
        } as const,
      ],
    };
    const broken = verifyProposal(declined, policy, proposal);
    expect(broken.mismatches[0]).toMatchObject({ where: `pairs[${first.participant}]` });
    expect(broken.mismatches[0].en).toMatch(/^The pair is not allowed: .*turned down/);
  });

  test('more people than seats, though each pair is allowed', () => {
    const other = proposal.unplaced[0].participant;
    const crowded = [...proposal.pairs, { ...first, participant: other }].sort((a, b) =>
      a.participant < b.participant ? -1 : 1,
    );
    const verification = verify({
      ...proposal,
      pairs: crowded,
      unplaced: proposal.unplaced.filter((row) => row.participant !== other),
    });
    expect(places(verification).some((place) => place.startsWith('broken['))).toBe(true);
  });

  test('prices that prove nothing', () => {
    const negative = Object.fromEntries(Object.entries(proposal.prices).map(([id, price]) => [id, -price]));
    expect(places(verify({ ...proposal, prices: negative }))[0]).toMatch(/^prices\[/);
  });

  test('any price: the bound is recomputed from it, so it passes only where everything else still holds', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(proposal.prices)),
        fc.double({ min: 0, max: 3, noNaN: true }),
        (id, by) => {
          const prices = { ...proposal.prices, [id]: proposal.prices[id] * by };
          const verification = verify({ ...proposal, prices });
          if (verification.status === 'verified') return;
          expect(
            places(verification).some((place) => /bound|certifiedBound|prices|proof|unplaced/.test(place)),
          ).toBe(true);
        },
      ),
      { numRuns: 50 },
    );
  });

  test('zero prices prove a weaker bound than what is claimed', () => {
    expect(places(verify({ ...proposal, prices: {} }))).toContain('certifiedBound');
  });
});

describe('other answers', () => {
  const conflicting = {
    ...region,
    decisions: ['a', 'b'].map(
      (id) =>
        ({ participant: id, team: 't2', decision: 'lock', reason: '', decided_on: '2026-01-01' }) as const,
    ),
  };

  test('a conflict is checked for its rows and words; that it is one stays on trust', async () => {
    const conflict = await proposalOf(conflicting, policy);
    if (conflict.status !== 'conflict') throw new Error(`expected a conflict, got ${conflict.status}`);
    const honest = verifyProposal(conflicting, policy, conflict);
    expect(honest.status).toBe('verified');
    expect(honest.onTrust.map(({ en }) => en)).toContain('That the demands cannot all be met.');
    const clash = [...conflict.clash, { constraint: 'team:t9', sv: 'x', en: 'x' }];
    expect(places(verifyProposal(conflicting, policy, { ...conflict, clash }))).toEqual(['clash[team:t9]']);
  });

  test('a bound that only the engine vouches for is said to be on trust', () => {
    const word = verify({ ...proposal, prices: {}, proof: 'engine' });
    expect(word.onTrust.some(({ en }) => en.includes("engine's own"))).toBe(true);
    expect(places(word)).not.toContain('bound');
    // Where the prices prove it, saying that only the engine does is a false claim.
    expect(places(verify({ ...proposal, proof: 'engine' }))).toEqual(['proof']);
  });
});

describe('cuts and trees', () => {
  /** The price of t1's seats moved onto a cut that says the same, and a tree on the options of person a that changes nothing. */
  async function withCutAndTree(of: Region, tree: boolean, seed = 7) {
    const matching = buildMatching(of, policy);
    const { problem, index, options } = matching;
    // An engine that adds no cuts of its own.
    const settings = { engine: 'simplex', gap: 0, seed, timeLimitMs: 20_000 } as const;
    const solved = await solve(problem, {
      ...settings,
      now: () => performance.now(),
      order: arrivalOrder(of),
    });
    if (!('chosen' in solved)) throw new Error(`expected an assignment, got ${solved.status}`);
    const seats = problem.constraints.indexOf('team:t1');
    const prices = Float64Array.from([...solved.prices, solved.prices[seats]]);
    prices[seats] = 0;
    const a = index.names.participant.get('a') ?? -1;
    const multipliers = { constraints: [[seats, 1]], participants: [[a, 0]], cuts: [] } as const;
    const split = [...options.participant.keys()].filter((k) => options.participant[k] === a);
    const leaf = { prices: Array.from(prices) };
    const proof = {
      prices,
      cuts: [{ kind: 'rounded', denominator: 1, multipliers } as const],
      ...(tree && { tree: { split, in: leaf, out: leaf } }),
    };
    const { bound } = certify(problem, solved.chosen, proof);
    const solution: Assigned = {
      ...solved,
      ...proof,
      bound,
      certifiedBound: bound,
      proof: tree ? 'tree' : 'cuts',
    };
    return propose(matching, solution, canonicalise(problem, seed));
  }

  test.each([false, true])('verify, whatever the order of rows (tree: %s)', async (tree) => {
    const told = await withCutAndTree(region, tree);
    expect(told.cuts).toHaveLength(1);
    expect(told.cutPrices?.[0]).toBeGreaterThan(1000);
    expect(told.tree !== undefined).toBe(tree);
    expect(told.bound).toBe(proposal.bound);
    expect(verify(assigned(proposalSchema.parse(JSON.parse(JSON.stringify(told))))).mismatches).toEqual([]);
    expect(JSON.stringify(await withCutAndTree(reordered(region, 2), tree))).toBe(JSON.stringify(told));
  });

  test('speak of the canonical problem', async () => {
    // A seed whose lottery is not its own inverse, so that the two directions differ.
    const { cuts, tree } = await withCutAndTree(region, true, 2);
    const { problem, options } = buildMatching(region, policy);
    const { optionOf, participantOf, constraintOf } = canonicalise(problem, 2);
    expect(inverse(participantOf)).not.toEqual(participantOf);
    const [cut] = cuts ?? [];
    if (cut?.kind !== 'rounded' || !tree || !('split' in tree)) throw new Error('expected a cut and a split');
    expect(problem.constraints[constraintOf[cut.multipliers.constraints[0][0]]]).toBe('team:t1');
    expect(problem.participants[participantOf[cut.multipliers.participants[0][0]]]).toBe('a');
    const owners = tree.split.map((k) => problem.participants[options.participant[optionOf[k]]]);
    expect(new Set(owners)).toEqual(new Set(['a']));
    expect(tree.in).toEqual(tree.out);
  });

  test('a cut that does not hold, a price too few, and a tree that is none', async () => {
    const told = await withCutAndTree(region, true);
    const bad: NonNullable<AssignedProposal['cuts']>[number] = {
      kind: 'rounded',
      denominator: 0,
      multipliers: { constraints: [], participants: [], cuts: [] },
    };
    const leaf = { prices: [] };
    expect(places(verify({ ...told, cuts: [bad] }))).toContain('cuts[0]');
    expect(places(verify({ ...told, cutPrices: [] }))).toContain('cutPrices');
    expect(places(verify({ ...told, tree: { split: [0, 10_000], in: leaf, out: leaf } }))).toContain('tree');
  });
});
