import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { regionDifference } from '../../src/domain/region-difference.ts';
import { applyScenario } from '../../src/scenarios/apply-scenario.ts';
import { scenarioSchema } from '../../src/scenarios/scenario-format.ts';
import { editedBy, example, scenarioOf } from './example.ts';

const { region, policy } = await example('farsta-2004');

/** What differs from today, but for the order of rows. */
const changes = (...edits: readonly object[]) => {
  const made = editedBy(region, policy, ...edits);
  return { tables: regionDifference(region, made.region).tables, policy: made.policy };
};

const evening = ['mon', 'tue', 'wed', 'thu'].map((weekday) => ({ weekday, start: '17:30', end: '20:45' }));
const timesOf = (group: string) =>
  region.sessions
    .filter(({ owner, id }) => owner === 'sfi' && id === group)
    .map(({ weekday, start, end }) => ({ weekday, start, end }));
const groupOf = (id: string) => {
  const found = region.sfi_groups.find((row) => row.id === id);
  if (!found) throw new Error(id);
  return found;
};

describe('a scenario', () => {
  test('without edits is today', () => {
    expect(changes()).toEqual({ tables: [], policy });
  });

  const { lat, lon } = groupOf('sfi-1a');
  const inverses: readonly (readonly [string, readonly object[]])[] = [
    [
      'a team opens and closes',
      [
        { kind: 'open_team', id: 'new', like: 'farsta-1' },
        { kind: 'close_team', team: 'new' },
      ],
    ],
    [
      'an SFI group opens and closes',
      [
        { kind: 'add_sfi_group', id: 'new', like: 'sfi-1a' },
        { kind: 'close_sfi_group', group: 'new' },
      ],
    ],
    [
      'seats come and go',
      [
        { kind: 'team_seats', team: 'farsta-1', by: 3 },
        { kind: 'team_seats', team: 'farsta-1', by: -3 },
      ],
    ],
    [
      "a district's seats come and go",
      [
        { kind: 'team_seats', district: 'Farsta', by: 20 },
        { kind: 'team_seats', district: 'Farsta', by: -20 },
      ],
    ],
    [
      'supervisors come and go',
      [
        { kind: 'supervisors', team: 'farsta-1', by: 2 },
        { kind: 'supervisors', team: 'farsta-1', by: -2 },
      ],
    ],
    [
      'SFI seats come and go',
      [
        { kind: 'sfi_seats', group: 'sfi-1a', by: 2 },
        { kind: 'sfi_seats', group: 'sfi-1a', by: -2 },
      ],
    ],
    [
      'an SFI group moves there and back',
      [
        { kind: 'move_sfi_group', group: 'sfi-1a', lat: 59.2, lon: 18 },
        { kind: 'move_sfi_group', group: 'sfi-1a', lat, lon },
      ],
    ],
    [
      'an SFI group meets at night and as before',
      [
        { kind: 'retime_sfi_group', group: 'sfi-1a', sessions: evening },
        { kind: 'retime_sfi_group', group: 'sfi-1a', sessions: timesOf('sfi-1a') },
      ],
    ],
    [
      'people come and leave',
      [
        { kind: 'participants_arrive', count: 5, area: 'Farsta', gender: 'other', language: 'mon' },
        { kind: 'participants_leave', count: 5, language: 'mon' },
      ],
    ],
    [
      'the policy changes and is changed back',
      [
        { kind: 'policy', set: { equity: { placement_tolerance: 20 } } },
        { kind: 'policy', set: { equity: { placement_tolerance: policy.equity.placement_tolerance } } },
      ],
    ],
  ];
  test.each(inverses)('and its inverse cancel: %s', (_, edits) => {
    const [first] = edits;
    expect(changes(first)).not.toEqual({ tables: [], policy });
    expect(changes(...edits)).toEqual({ tables: [], policy });
  });

  test('leaves what it is given as it was', () => {
    const before = structuredClone(region);
    changes(
      { kind: 'withdraw_partner', principal: 'Farsta stadsdelsnämnd' },
      { kind: 'participants_arrive', count: 10 },
      { kind: 'policy', set: { keep_points: 1 } },
    );
    expect(region).toEqual(before);
  });
});

describe('edits that clash are told', () => {
  const fault = (...edits: readonly object[]) => {
    const applied = applyScenario(region, policy, scenarioOf(...edits));
    if (applied.status === 'applied') throw new Error('it was applied');
    return applied.faults[0];
  };

  test('with the edit that took away what a later one needs', () => {
    const { file, column, message } = fault(
      { kind: 'close_team', team: 'farsta-1' },
      { kind: 'sfi_seats', group: 'sfi-1a', by: 1 },
      { kind: 'close_team', team: 'farsta-1' },
    );
    expect(file).toBe('edits[2] close_team');
    expect(column).toBe('team');
    expect(message.sv).toContain('ändring 1 tog bort det');
    expect(message.en).toContain('edit 1 took it away');
  });

  test.each([
    ['a team that never was', { kind: 'close_team', team: 'nowhere' }],
    ['a new team under an old name', { kind: 'open_team', id: 'farsta-1', like: 'farsta-2' }],
    ['a new team at no unit', { kind: 'open_team', id: 'new', like: 'farsta-2', unit: 'nowhere' }],
    ['a new team of which too little is said', { kind: 'open_team', id: 'new', seats: 2 }],
    ['more seats taken than there are', { kind: 'team_seats', team: 'farsta-1', by: -6 }],
    ['a partner that takes no part', { kind: 'withdraw_partner', provider: 'nobody' }],
    ['a policy that is none', { kind: 'policy', set: { equity: { tolerance: 3 } } }],
    ['more people leaving than wait', { kind: 'participants_leave', count: 94 }],
    ['a region that cannot be opened', { kind: 'join_district', from: 'elsewhere', district: 'Farsta' }],
  ])('%s', (_, edit) => {
    expect(fault(edit).message.sv).not.toBe('');
  });

  test('and so is a region that would not stand', () => {
    const backwards = [{ weekday: 'mon', start: '20:00', end: '18:00' }];
    expect(fault({ kind: 'retime_sfi_group', group: 'sfi-1a', sessions: backwards }).file).toBe('sessions');
  });

  test('a scenario of an unknown kind of edit is refused', () => {
    const scenario = {
      format: 'resursutbyte/scenario@1',
      name: { sv: 'a', en: 'a' },
      edits: [{ kind: 'burn' }],
    };
    expect(scenarioSchema.safeParse(scenario).success).toBe(false);
  });
});

describe('whoever leaves takes all along', () => {
  test('a principal its units, teams and what was decided and shown', () => {
    const made = editedBy(region, policy, { kind: 'withdraw_partner', principal: 'Farsta stadsdelsnämnd' });
    const text = JSON.stringify(made.region);
    expect(made.region.teams.map(({ unit }) => unit)).toEqual(
      expect.not.arrayContaining(['farsta', 'blombacka']),
    );
    expect(text).not.toContain('Farsta stadsdelsnämnd');
    expect(text).not.toContain('"blombacka');
  });

  test('any team, group or unit, in any order, and the region still stands', () => {
    const teams = region.teams.map(({ id }) => ({ kind: 'close_team', team: id }));
    const groups = region.sfi_groups.map(({ id }) => ({ kind: 'close_sfi_group', group: id }));
    const leave = { kind: 'participants_leave', count: 30, seed: 4 };
    fc.assert(
      fc.property(fc.shuffledSubarray([...teams, ...groups, leave], { minLength: 1 }), (edits) => {
        editedBy(region, policy, ...edits);
      }),
      { numRuns: 20 },
    );
  });
});

describe('a district joins', () => {
  const district = 'Skärholmen';
  const left = editedBy(region, policy, {
    kind: 'withdraw_partner',
    principal: 'Skärholmens stadsdelsnämnd',
  }).region;

  test('out of another region, with its units, teams, languages and times', () => {
    const edit = { kind: 'join_district', from: 'there', district };
    const applied = applyScenario(left, policy, scenarioOf(edit), new Map([['there', region]]));
    if (applied.status === 'conflict') throw new Error(JSON.stringify(applied.faults));
    const { tables } = regionDifference(region, applied.region);
    // What officers had decided about its teams, and what people had wished for there, does not come back with it.
    expect(
      tables
        .map(({ table }) => table)
        .filter((table) => ['units', 'teams', 'team_languages', 'sessions'].includes(table)),
    ).toEqual([]);
  });

  test('not twice', () => {
    const edit = { kind: 'join_district', from: 'there', district };
    const applied = applyScenario(region, policy, scenarioOf(edit), new Map([['there', region]]));
    expect(applied.status).toBe('conflict');
  });
});

describe('people who arrive', () => {
  test('are the same for a seed, and others for another', () => {
    const arrive = (seed: number) =>
      editedBy(region, policy, { kind: 'participants_arrive', count: 8, seed }).region.participants.slice(93);
    expect(arrive(1)).toEqual(arrive(1));
    expect(arrive(1)).not.toEqual(arrive(2));
  });

  test('are as asked for, and for the rest like somebody who waits', () => {
    const asked = { gender: 'man', sfi_path: 1, language: 'som', area: 'Farsta' };
    const { participants, participant_languages } = editedBy(region, policy, {
      kind: 'participants_arrive',
      count: 12,
      ...asked,
    }).region;
    const arrived = participants.slice(93);
    expect(arrived).toHaveLength(12);
    for (const { id, gender, sfi_path, area } of arrived) {
      expect({ gender, sfi_path, area }).toEqual({ gender: 'man', sfi_path: 1, area: 'Farsta' });
      expect(participant_languages).toContainEqual(
        expect.objectContaining({ participant: id, language: 'som' }),
      );
    }
  });
});
