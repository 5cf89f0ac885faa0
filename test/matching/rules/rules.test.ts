import { describe, expect, test } from 'vitest';
import { type Policy, policySchema } from '../../../src/domain/policy.ts';
import type { Region } from '../../../src/domain/region.ts';
import { exclusionsOf } from '../../../src/matching/exclusions.ts';
import { indexRegion } from '../../../src/matching/region-index.ts';
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

const policy = policySchema.parse({});
const consented = policySchema.parse({ legal_basis: 'A legal basis, in words, for the sake of the test.' });
const demanding = policySchema.parse({ extract: { on_condition: false } });

/** The rules that say no to p1 at t1 with s1. */
function refusedBy(over: Partial<Region>, by: Policy = policy): string[] {
  return exclusionsOf(indexRegion(smallRegion(over), by), 0, 0, 0).map(({ rule }) => rule);
}

type Case = [name: string, over: Partial<Region>, refused: readonly string[], by?: Policy];

const person = (over: Parameters<typeof participant>[1]) => ({ participants: [participant('p1', over)] });
const turnedDown = (of: { team?: string; sfi_group?: string; participant?: string }) => ({
  participants: [participant('p1'), participant('p2')],
  teams: [team('t1'), team('t2')],
  sfi_groups: [sfiGroup('s1'), sfiGroup('s2')],
  decisions: [
    { participant: 'p1', decision: 'turned_down' as const, reason: 'No', decided_on: '2026-01-01', ...of },
  ],
});
/** 1 km to the north takes 1.3 km / 18 km/h = 4.33 minutes, and 8: 13 whole minutes. */
const northBy = (km: number) => 59.24 + km / 111.195;

describe('each hard rule', () => {
  test('has nothing against the small region', () => {
    expect(refusedBy({})).toEqual([]);
  });

  const cases: readonly Case[] = [
    ['protected identity', person({ protected: true }), ['protected']],
    ['no shared language', { participant_languages: [speaks('p1', 'fin')] }, ['shared_language']],
    ['the same language at A1 is enough', { participant_languages: [speaks('p1', 'som', 'A1')] }, []],
    [
      'a variety that is understood',
      { participant_languages: [speaks('p1', 'apc')], team_languages: [teamLanguage('t1', 'acm')] },
      [],
    ],
    [
      'Sorani is not understood by speakers of Kurmanji',
      { participant_languages: [speaks('p1', 'ckb')], team_languages: [teamLanguage('t1', 'kmr')] },
      ['shared_language'],
    ],
    [
      'Swedish does not count',
      { participant_languages: [speaks('p1', 'swe')], team_languages: [teamLanguage('t1', 'swe')] },
      ['shared_language'],
    ],
    [
      'a language that no pupil speaks any more',
      { team_languages: [teamLanguage('t1', 'som', { pupils: 0 })] },
      ['shared_language'],
    ],
    [
      'a language without pupils for which an adult is wanted',
      { team_languages: [teamLanguage('t1', 'som', { pupils: 0, adults_wanted: 1 })] },
      [],
    ],
    ['another path', person({ sfi_path: 3 }), ['sfi_course']],
    ['the next course', person({ sfi_course: 'D' }), ['sfi_course']],
    ["the participant's own group, of another course", person({ sfi_course: 'D', sfi_group: 's1' }), []],
    ['another school form', person({ school_forms: ['preschool', 'leisure'] }), ['school_form']],
    ['one of the school forms wanted', person({ school_forms: ['preschool', 'compulsory'] }), []],
    [
      'none of the roles wanted',
      { ...person({ roles: ['library'] }), teams: [team('t1', { roles: ['kitchen'] })] },
      ['roles'],
    ],
    [
      'one of the roles wanted',
      {
        ...person({ roles: ['library', 'kitchen'] }),
        teams: [team('t1', { roles: ['kitchen', 'caretaker'] })],
      },
      [],
    ],
    ['any role wanted', { teams: [team('t1', { roles: ['kitchen'] })] }, []],
    ['an avoided unit', person({ avoid_units: ['u1'] }), ['avoided_units']],
    ["a child's unit", person({ child_units: ['u1'] }), ['own_children']],
    ['the last day of the period', person({ available_from: '2026-12-31' }), []],
    ['available after the period', person({ available_from: '2027-01-01' }), ['start_dates']],
    [
      'a team that begins after the period',
      { teams: [team('t1', { starts_on: '2027-01-01' })] },
      ['start_dates'],
    ],
    [
      'an SFI group that begins after the period',
      { sfi_groups: [sfiGroup('s1', { starts_on: '2027-01-01' })] },
      ['start_dates'],
    ],
    ['no extract, which may be a condition', { extracts: [] }, []],
    ['no extract, which may be no condition', { extracts: [] }, ['extract'], demanding],
    ['an extract in time', {}, [], demanding],
    [
      'an extract shown to another principal',
      { extracts: [extract('p1', { principal: 'Skärholmen' })] },
      ['extract'],
      demanding,
    ],
    // The team begins on 2026-01-12.
    ['an extract 365 days old', { extracts: [extract('p1', { issued_on: '2025-01-12' })] }, [], demanding],
    [
      'an extract 366 days old',
      { extracts: [extract('p1', { issued_on: '2025-01-11' })] },
      ['extract'],
      demanding,
    ],
    [
      'an extract shown only after the start',
      { extracts: [extract('p1', { shown_on: '2026-01-13' })] },
      ['extract'],
      demanding,
    ],
    [
      '13 minutes to the team, 13 allowed',
      { ...person({ max_commute_min: 13 }), units: [unit('u1', { lat: northBy(1) })] },
      [],
    ],
    [
      '13 minutes to the team, 12 allowed',
      { ...person({ max_commute_min: 12 }), units: [unit('u1', { lat: northBy(1) })], sessions: apart() },
      ['commute'],
    ],
    [
      '13 minutes to the SFI group, 12 allowed',
      {
        ...person({ max_commute_min: 12 }),
        sfi_groups: [sfiGroup('s1', { lat: northBy(1) })],
        sessions: apart(),
      },
      ['commute'],
    ],
    [
      'too far from team to SFI group on the same day',
      { ...person({ max_commute_min: 40 }), travel: [{ from: 'u1', to: 's1', minutes: 41 }] },
      ['commute'],
    ],
    [
      'too far from team to SFI group, which never meet on the same day',
      {
        ...person({ max_commute_min: 40 }),
        travel: [{ from: 'u1', to: 's1', minutes: 41 }],
        sessions: apart(),
      },
      [],
    ],
    ...(
      [
        ['home', 'Farsta', 'u1'],
        ['home', 'Farsta', 's1'],
        ['team', 'u1', 's1'],
      ] as const
    ).flatMap(([name, one, other]): Case[] => {
      const ways = (there: number, back: number) => ({
        ...person({ max_commute_min: 40 }),
        travel: [
          { from: one, to: other, minutes: there },
          { from: other, to: one, minutes: back },
        ],
      });
      return [
        [`too far from ${name} to ${other}, not back`, ways(41, 10), ['commute']],
        [`too far back from ${other} to ${name}, not there`, ways(10, 41), ['commute']],
        [`just near enough, ${name} and ${other}`, ways(40, 40), []],
      ];
    }),
    ['no seats', { teams: [team('t1', { seats: 0 })] }, ['seats']],
    ['all seats in reserve', { teams: [team('t1', { seats: 1, reserved_seats: 1 })] }, ['seats']],
    ['one seat beside those in reserve', { teams: [team('t1', { seats: 2, reserved_seats: 1 })] }, []],
    ['no seats in the SFI group', { sfi_groups: [sfiGroup('s1', { seats: 0 })] }, ['seats']],
    [
      'SFI seats all in reserve',
      { sfi_groups: [sfiGroup('s1', { seats: 2, reserved_seats: 2 })] },
      ['seats'],
    ],
    ['the pair turned down', turnedDown({ team: 't1', sfi_group: 's1' }), ['turned_down']],
    ['the team turned down', turnedDown({ team: 't1' }), ['turned_down']],
    ['the SFI group turned down', turnedDown({ sfi_group: 's1' }), ['turned_down']],
    ['all turned down', turnedDown({}), ['turned_down']],
    ['another pair turned down', turnedDown({ team: 't1', sfi_group: 's2' }), []],
    ['another team turned down', turnedDown({ team: 't2' }), []],
    ["somebody else's turned down", turnedDown({ participant: 'p2', team: 't1' }), []],
  ];

  test.each(cases)('%s', (_, over, refused, by) => {
    expect(refusedBy(over, by)).toEqual(refused);
  });

  test('says why in both languages', () => {
    const reasons = cases.flatMap(([, over, , by]) =>
      exclusionsOf(indexRegion(smallRegion(over), by ?? policy), 0, 0, 0).map(({ reason }) => reason),
    );
    for (const { sv, en } of reasons) {
      expect(sv).toMatch(/^[A-ZÅÄÖ].*\.$/);
      expect(en).toMatch(/^[A-Z].*\.$/);
      expect(sv).not.toBe(en);
    }
  });
});

/** The team on Monday to Wednesday, SFI on Thursday and Friday. */
function apart() {
  return [
    ...sessions('team', 't1', 'mon tue wed', '08:00', '14:00'),
    ...sessions('sfi', 's1', 'thu fri', '08:00', '14:00'),
  ];
}

describe('background', () => {
  const asked = {
    participant_languages: [speaks('p1', 'fin')],
    team_backgrounds: [{ team: 't1', country: 'SO', pupils: 4 }],
  };

  test('lets in whoever consents, where the policy has a legal basis', () => {
    const stated = person({ background: 'SO', background_consent: true });
    expect(refusedBy({ ...asked, ...stated }, consented)).toEqual([]);
    expect(refusedBy({ ...asked, ...stated }, policy)).toEqual(['shared_language']);
  });

  test('counts for nothing without consent, and where the team asks for another', () => {
    expect(refusedBy({ ...asked, ...person({ background: 'SO' }) }, consented)).toEqual(['shared_language']);
    expect(
      refusedBy({ ...asked, ...person({ background: 'SO', background_consent: false }) }, consented),
    ).toEqual(['shared_language']);
    expect(
      refusedBy({ ...asked, ...person({ background: 'SY', background_consent: true }) }, consented),
    ).toEqual(['shared_language']);
  });

  test('never keeps out whoever shares the language', () => {
    const stated = person({ background: 'SY', background_consent: true });
    expect(refusedBy({ ...stated, team_backgrounds: asked.team_backgrounds }, consented)).toEqual([]);
  });
});

describe('the timetable', () => {
  const teamWeek = sessions('team', 't1', 'mon tue wed thu fri', '08:00', '14:00');
  // SFI at 11-14 and 8 minutes there leave 8-10.52, 2 h 52 min a day, 14 h 20 min a week.
  const sfiAtNoon = sessions('sfi', 's1', 'mon tue wed thu fri', '11:00', '14:00');
  const midday = [...teamWeek, ...sfiAtNoon];

  test.each([
    ['what is left is enough for both', { teams: [team('t1', { min_hours: 14 })] }, []],
    ['it does not reach the least of the team', { teams: [team('t1', { min_hours: 14.5 })] }, ['timetable']],
    ['it does not reach the least of the participant', person({ min_team_hours: 14.5 }), ['timetable']],
    // 33 less 3 of civic orientation less 15 of SFI are 15.
    ['the week has room for it', { ...person({ max_week_hours: 33, min_team_hours: 14 }) }, []],
    // 28 less 3 less 15 are 10, so the person works 10 hours of the 14 h 20 min.
    ['the week has room for less, which is enough', person({ max_week_hours: 28 }), []],
    ['the week has room for too little', person({ max_week_hours: 27.5 }), ['timetable']],
    [
      'SFI alone fills the week',
      person({ max_week_hours: 18, min_team_hours: 0 }),
      ['timetable', 'timetable'],
    ],
  ])('%s', (_, over, refused) => {
    expect(refusedBy({ sessions: midday, ...over })).toEqual(refused);
  });

  test('takes out hindrances at the team', () => {
    // 4 h 20 min fewer are 10 hours, 4 h 21 min fewer are too few.
    const hindered = (tuesday: string) => [
      ...midday,
      ...sessions('participant', 'p1', 'mon', '07:00', '10:52'),
      ...sessions('participant', 'p1', 'tue', '07:00', tuesday),
    ];
    expect(refusedBy({ sessions: hindered('09:28') })).toEqual([]);
    expect(refusedBy({ sessions: hindered('09:29') })).toEqual(['timetable']);
  });

  test('refuses a group one of whose lessons a hindrance overlaps, if by a minute', () => {
    const from = (start: string) => [...midday, ...sessions('participant', 'p1', 'fri', start, '18:00')];
    expect(refusedBy({ sessions: from('14:00') })).toEqual([]);
    expect(refusedBy({ sessions: from('13:59') })).toEqual(['timetable']);
  });

  test('needs some time at the team, even where nobody asks for any', () => {
    const free = { ...person({ min_team_hours: 0 }), teams: [team('t1', { min_hours: 0 })] };
    expect(
      refusedBy({ ...free, sessions: [...sfiAtNoon, ...sessions('team', 't1', 'mon', '11:00', '14:00')] }),
    ).toEqual(['timetable']);
  });
});
