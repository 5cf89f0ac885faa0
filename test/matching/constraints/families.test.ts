import { describe, expect, test } from 'vitest';
import { type Policy, policySchema } from '../../../src/domain/policy.ts';
import type { Region } from '../../../src/domain/region.ts';
import { buildMatching, describeConstraint, type Matching } from '../../../src/matching/matching.ts';
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
import { HARD, rowsOf } from './rows.ts';

type Rows = Partial<Region>;

/** The policy without equity, so that a test sees only what it asks for. */
const plain = (over: object = {}): Policy =>
  policySchema.parse({ equity: { placement_tolerance: null, points_tolerance: null }, ...over });

const weekdays = 'mon tue wed thu fri';

/** Women w1 ... and men m1 ... who all speak Somali. */
function people(
  women: number,
  men: number,
): Pick<Region, 'participants' | 'participant_languages' | 'extracts'> {
  const participants = [
    ...Array.from({ length: women }, (_, i) => participant(`w${i + 1}`)),
    ...Array.from({ length: men }, (_, i) => participant(`m${i + 1}`, { gender: 'man' })),
  ];
  return {
    participants,
    participant_languages: participants.map(({ id }) => speaks(id)),
    extracts: participants.map(({ id }) => extract(id)),
  };
}

/** Two teams t1 and t2 at the units u1 and u2, in two districts. */
function twoTeams(over: Rows = {}): Rows {
  return {
    units: [unit('u1'), unit('u2', { district: 'Skärholmen' })],
    teams: [team('t1', { seats: 3 }), team('t2', { unit: 'u2', seats: 2 })],
    team_languages: [teamLanguage('t1'), teamLanguage('t2')],
    sessions: [
      ...sessions('team', 't1', weekdays, '08:00', '14:00'),
      ...sessions('team', 't2', weekdays, '08:00', '14:00'),
      ...sessions('sfi', 's1', weekdays, '15:00', '18:00'),
    ],
    ...over,
  };
}

describe('seats', () => {
  test('a team and an SFI group take as many as their seats that are not held in reserve', () => {
    const matching = buildMatching(
      smallRegion({
        ...people(2, 0),
        teams: [team('t1', { seats: 4, reserved_seats: 1 })],
        sfi_groups: [sfiGroup('s1', { seats: 7, reserved_seats: 2 })],
      }),
      plain(),
    );
    const uses = { 'w1>t1+s1': 1, 'w2>t1+s1': 1 };
    expect(rowsOf(matching, 'team:')).toEqual([{ id: 'team:t1', limit: 3, penalty: HARD, uses }]);
    expect(rowsOf(matching, 'sfi:')).toEqual([{ id: 'sfi:s1', limit: 5, penalty: HARD, uses }]);
  });

  test('supervisors bind only where they suffice for fewer than the seats, and keep reserved seats supervised', () => {
    const row = (over: object) =>
      rowsOf(
        buildMatching(smallRegion({ teams: [team('t1', { seats: 5, ...over })] }), plain()),
        'supervisors:',
      );
    expect(row({ supervisors: 2, per_supervisor: 2 })).toEqual([
      { id: 'supervisors:t1', limit: 4, penalty: HARD, uses: { 'p1>t1+s1': 1 } },
    ]);
    expect(row({ supervisors: 2, per_supervisor: 2, reserved_seats: 1 })[0].limit).toBe(3);
    expect(row({ supervisors: 2, per_supervisor: 3 })).toEqual([]);
    expect(row({ supervisors: 0 })).toEqual([]);
  });
});

describe('wanted adults', () => {
  const region = (wanted: number, present: number, language = 'som') =>
    smallRegion({
      ...people(1, 1),
      team_languages: [teamLanguage('t1', language, { adults_wanted: wanted, adults_present: present })],
    });

  test('a row a tier for those still missing, the last penalty serving all further tiers', () => {
    const rows = rowsOf(
      buildMatching(region(4, 1), plain({ wanted: { tier_penalties: [200, 100] } })),
      'wanted:',
    );
    const uses = { 'w1>t1+s1': -1, 'm1>t1+s1': -1 };
    expect(rows).toEqual([
      // More than two cannot come where two wait.
      { id: 'wanted:t1:som:1', limit: -1, penalty: 200, uses },
      { id: 'wanted:t1:som:2', limit: -2, penalty: 100, uses },
    ]);
  });

  test('of two missing adults the first is worth w1 + w2, the second w2', () => {
    const { problem } = buildMatching(region(2, 0), plain({ wanted: { tier_penalties: [200, 70] } }));
    const penaltyWith = (placed: number) =>
      problem.constraints.reduce((sum, id, r) => {
        if (!id.startsWith('wanted:')) return sum;
        return sum + problem.penalty[r] * Math.max(0, -placed - problem.limit[r]);
      }, 0);
    expect([penaltyWith(0), penaltyWith(1), penaltyWith(2)]).toEqual([200 + 2 * 70, 70, 0]);
  });

  test('nobody missing, no row; a speaker of another language uses none; an intelligible language counts', () => {
    expect(rowsOf(buildMatching(region(1, 1), plain()), 'wanted:')).toEqual([]);
    const mixed = smallRegion({
      participants: [participant('p1'), participant('p2'), participant('p3')],
      participant_languages: [speaks('p1', 'som'), speaks('p2', 'prs'), speaks('p3', 'pes')],
      extracts: [],
      team_languages: [teamLanguage('t1', 'som'), teamLanguage('t1', 'pes', { adults_wanted: 1 })],
    });
    const [row] = rowsOf(buildMatching(mixed, plain()), 'wanted:');
    expect(row).toEqual({
      id: 'wanted:t1:pes:1',
      limit: -1,
      penalty: 200,
      uses: { 'p2>t1+s1': -1, 'p3>t1+s1': -1 },
    });
  });
});

describe('equity', () => {
  /** What the rows at a penalty take off when those for whom this is true have their first option. */
  const lost = ({ problem, options, region }: Matching, placed: (id: string) => boolean): number => {
    const used = new Map<number, number>();
    region.participants.forEach(({ id }, p) => {
      if (!placed(id)) return;
      const k = options.start[p];
      for (let e = problem.useStart[k]; e < problem.useStart[k + 1]; e++) {
        const r = problem.useConstraint[e];
        used.set(r, (used.get(r) ?? 0) + problem.useAmount[e]);
      }
    });
    return [...used]
      .filter(([r]) => problem.penalty[r] !== HARD)
      .reduce((sum, [r, amount]) => sum + problem.penalty[r] * Math.max(0, amount - problem.limit[r]), 0);
  };
  const policy = (over: object) =>
    plain({ equity: { points_tolerance: null, placement_tolerance: null, ...over } });

  test('placement rates, both ways: counts of the other group, over everybody', () => {
    const region = smallRegion({ ...people(6, 5), teams: [team('t1', { seats: 9 })] });
    const rows = rowsOf(buildMatching(region, policy({ placement_tolerance: 10 })), 'equity:');
    // 10 % of 6 x 5 = 3.
    expect(rows.map(({ id, limit, penalty }) => [id, limit, penalty])).toEqual([
      ['equity:placement:woman-man', 3, HARD],
      ['equity:placement:man-woman', 3, HARD],
    ]);
    expect(rows.map(({ uses }) => [uses['w1>t1+s1'], uses['m1>t1+s1']])).toEqual([
      [5, -6],
      [-5, 6],
    ]);
  });

  test('the limit is rounded down, exactly', () => {
    const region = smallRegion(people(10, 10));
    const rows = rowsOf(buildMatching(region, policy({ placement_tolerance: 29 })), 'equity:');
    expect(rows.map(({ limit }) => limit)).toEqual([29, 29]);
    const odd = rowsOf(
      buildMatching(smallRegion(people(5, 5)), policy({ placement_tolerance: 7 })),
      'equity:',
    );
    expect(odd[0].limit).toBe(1);
  });

  test('mean points: the amounts times the points, the limit a share of the most an option can have', () => {
    const region = smallRegion({ ...people(5, 5), teams: [team('t1', { seats: 9 })] });
    const matching = buildMatching(region, policy({ points_tolerance: 5 }));
    const [row, back] = rowsOf(matching, 'equity:points:');
    const points = matching.options.points[0];
    // 1000 for being placed and 1000 of weights: 5 % of 2000 x 25.
    expect(row).toMatchObject({ id: 'equity:points:woman-man', limit: 2500 });
    expect([row.uses['w1>t1+s1'], row.uses['m1>t1+s1']]).toEqual([5 * points, -5 * points]);
    expect([back.uses['w1>t1+s1'], back.uses['m1>t1+s1']]).toEqual([-5 * points, 5 * points]);
  });

  test('a penalty is points lost for each percentage point beyond the tolerance', () => {
    // 5 women and 10 men, all placed but 3 women: 40 % against 100 %, 50 percentage points beyond a tolerance of 10.
    const region = smallRegion({ ...people(5, 10), teams: [team('t1', { seats: 15 })] });
    const matching = buildMatching(region, policy({ placement_tolerance: 10, penalty: 40 }));
    expect(
      rowsOf(matching, 'equity:').map(({ id, limit, penalty, uses }) => [
        id,
        limit,
        penalty,
        uses['w1>t1+s1'],
        uses['m1>t1+s1'],
      ]),
    ).toEqual([
      ['equity:placement:woman-man', 400, 1, 800, -400],
      ['equity:placement:man-woman', 400, 1, -800, 400],
    ]);
    expect(lost(matching, (id) => !['w1', 'w2', 'w3'].includes(id))).toBe(50 * 40);
    expect(lost(matching, (id) => id !== 'w1')).toBe(10 * 40);
    expect(lost(matching, (id) => !['w1', 'm1', 'm2'].includes(id))).toBe(0);
  });

  test('a penalty for mean points: a percentage point is a hundredth of the most that one can have', () => {
    const region = smallRegion({ ...people(5, 5), teams: [team('t1', { seats: 9 })] });
    const matching = buildMatching(region, policy({ points_tolerance: 5, penalty: 100 }));
    const points = matching.options.points[0];
    // Five men with these points of 2000 and no woman: their mean is points / 20 percentage points higher.
    const each = Math.round((100 * 100 * points) / (5 * 2000));
    expect(lost(matching, (id) => id.startsWith('m'))).toBe(5 * each - 500);
    expect(Math.abs(5 * each - (100 * points) / 20)).toBeLessThanOrEqual(2.5);
  });

  test('no penalty is too small for whole points, and 0 asks for nothing', () => {
    const region = smallRegion(people(6, 5));
    const rowsAt = (penalty: number) =>
      rowsOf(buildMatching(region, policy({ placement_tolerance: 10, penalty })), 'equity:');
    expect(rowsAt(1)).toEqual(rowsAt(11));
    expect(rowsAt(12)).not.toEqual(rowsAt(11));
    expect(rowsAt(0)).toEqual([]);
  });

  test('a group below the smallest is not constrained, nor is anybody against it', () => {
    const region = smallRegion(people(6, 4));
    expect(rowsOf(buildMatching(region, policy({ placement_tolerance: 10 })), 'equity:')).toEqual([]);
    const five = people(5, 5);
    const others = Array.from({ length: 5 }, (_, i) => participant(`x${i}`, { gender: 'other' }));
    const all = smallRegion({ ...five, participants: [...five.participants, ...others] });
    expect(rowsOf(buildMatching(all, policy({ placement_tolerance: 10 })), 'equity:')).toHaveLength(6);
  });
});

describe('mix', () => {
  test('one woman a man in a team of two: her option and his hold each other up; another gender uses no row', () => {
    const { participants, participant_languages, extracts } = people(1, 1);
    const region = smallRegion({
      participants: [...participants, participant('x1', { gender: 'other' })],
      participant_languages: [...participant_languages, speaks('x1')],
      extracts,
      teams: [team('t1', { seats: 2, women_share_min: 0.5, men_share_min: 0.5 })],
    });
    const rows = rowsOf(buildMatching(region, plain()), 'mix:');
    expect(rows.map(({ limit, uses }) => [limit, uses])).toEqual(
      expect.arrayContaining([
        [0, { 'w1>t1+s1': 1, 'm1>t1+s1': -1 }],
        [0, { 'w1>t1+s1': -1, 'm1>t1+s1': 1 }],
      ]),
    );
    expect(rows.every(({ id, penalty }) => id.startsWith('mix:t1:') && penalty === HARD)).toBe(true);
  });

  test('supervisors count as places, and a team without shares has no row', () => {
    const withOnePlace = team('t1', { seats: 2, supervisors: 1, per_supervisor: 1, men_share_min: 0.5 });
    const rows = rowsOf(
      buildMatching(smallRegion({ ...people(1, 1), teams: [withOnePlace] }), plain()),
      'mix:',
    );
    // One place and half men: no woman alone.
    expect(rows.map(({ limit, uses }) => [limit, uses])).toEqual([[0, { 'w1>t1+s1': 1 }]]);
    expect(rowsOf(buildMatching(smallRegion(people(1, 1)), plain()), 'mix:')).toEqual([]);
  });
});

describe('balance', () => {
  test('a share of everybody who waits, rounded down, per unit and district, hard or at a penalty', () => {
    const region = smallRegion({ ...people(4, 3), ...twoTeams() });
    const matching = buildMatching(
      region,
      plain({ balance: { unit_share: 0.5, district_share: 0.29, penalty: 40 } }),
    );
    expect(rowsOf(matching, 'unit:').map(({ id, limit, penalty }) => [id, limit, penalty])).toEqual([
      ['unit:u1', 3, 40],
      ['unit:u2', 3, 40],
    ]);
    expect(rowsOf(matching, 'district:').map(({ id, limit }) => [id, limit])).toEqual([
      ['district:Farsta', 2],
      ['district:Skärholmen', 2],
    ]);
    const [u1, u2] = rowsOf(matching, 'unit:');
    expect([u1.uses['w1>t1+s1'], u1.uses['w1>t2+s1'], u2.uses['w1>t2+s1']]).toEqual([1, undefined, 1]);
    const [farsta] = rowsOf(matching, 'district:');
    expect([farsta.uses['w1>t1+s1'], farsta.uses['w1>t2+s1']]).toEqual([1, undefined]);
    expect(rowsOf(buildMatching(region, plain()), 'unit:')).toEqual([]);
    expect(rowsOf(buildMatching(region, plain()), 'district:')).toEqual([]);
  });
});

describe('locks', () => {
  const locked = (over: object, more: Rows = {}) =>
    buildMatching(
      smallRegion({
        ...people(1, 1),
        ...twoTeams(),
        decisions: [
          {
            participant: 'w1',
            team: 't2',
            decision: 'lock',
            reason: 'Agreed',
            decided_on: '2026-01-01',
            ...over,
          },
        ],
        ...more,
      }),
      plain(),
    );

  test("the person's other options are gone, others' stay, and the row demands one", () => {
    const matching = locked({});
    expect(rowsOf(matching, 'lock:')).toEqual([
      { id: 'lock:w1', limit: -1, penalty: HARD, uses: { 'w1>t2+s1': -1 } },
    ]);
    expect(Array.from(matching.options.participant)).toEqual([0, 1, 1]);
    expect(Array.from(matching.options.start)).toEqual([0, 1, 3]);
  });

  test('a lock without a team lets the person be placed anywhere, but placed', () => {
    const [row] = rowsOf(locked({ team: undefined }), 'lock:');
    expect(row.uses).toEqual({ 'w1>t1+s1': -1, 'w1>t2+s1': -1 });
  });

  test('a lock to a pair that breaks a rule keeps its row without options, and says which rule', () => {
    const matching = locked({}, { team_languages: [teamLanguage('t1'), teamLanguage('t2', 'fin')] });
    expect(rowsOf(matching, 'lock:')).toEqual([{ id: 'lock:w1', limit: -1, penalty: HARD, uses: {} }]);
    const text = describeConstraint(matching, 'lock:w1');
    expect(text?.en).toMatch(/w1 is locked to the team Team t2 .* That cannot be: .*language/);
    expect(text?.sv).toMatch(/w1 är låst till arbetslaget Team t2 .* Det går inte: .*språk/);
  });

  test('locks that contradict each other leave nothing, and say so', () => {
    const decision = { participant: 'w1', decision: 'lock', reason: '', decided_on: '2026-01-01' } as const;
    const matching = locked(
      {},
      {
        decisions: [
          { ...decision, team: 't1' },
          { ...decision, team: 't2' },
        ],
      },
    );
    expect(rowsOf(matching, 'lock:')[0].uses).toEqual({});
    expect(describeConstraint(matching, 'lock:w1')?.en).toContain('The decisions contradict each other.');
  });
});

test('every constraint is described in both languages, and an unknown one is not', () => {
  const matching = buildMatching(
    smallRegion({
      ...people(5, 5),
      teams: [team('t1', { seats: 4, supervisors: 1, per_supervisor: 2, women_share_min: 0.4 })],
      team_languages: [teamLanguage('t1', 'som', { adults_wanted: 2 })],
    }),
    policySchema.parse({ balance: { unit_share: 0.5, district_share: 0.5 } }),
  );
  expect(matching.problem.constraints.length).toBeGreaterThan(9);
  for (const id of matching.problem.constraints) {
    const text = describeConstraint(matching, id);
    expect(text?.sv).toMatch(/^\p{Lu}.*\.$/u);
    expect(text?.en).toMatch(/^\p{Lu}.*\.$/u);
  }
  expect(describeConstraint(matching, 'team:nowhere')).toBeNull();
});
