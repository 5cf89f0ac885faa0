import fc from 'fast-check';
import { type Policy, policySchema } from '../../src/domain/policy.ts';
import type { Region, TableRow } from '../../src/domain/region.ts';
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
} from './small-region.ts';

/** Small regions of every kind of rule, for properties: up to eight people, three teams at two units, two SFI groups. */

const languages = fc.constantFrom('som', 'pes', 'prs');
const share = fc.constantFrom(undefined, 0.3, 0.5);
const ids = (letter: string, count: number) => Array.from({ length: count }, (_, i) => `${letter}${i + 1}`);

const personOf = (id: string) =>
  fc.record({
    row: fc
      .record({
        gender: fc.constantFrom('woman', 'man', 'woman', 'man', 'other'),
        permit_date: fc.constantFrom('2024-01-01', '2025-01-01', '2025-06-01'),
        avoid_units: fc.subarray(['u2']),
        prefer_units: fc.subarray(['u1']),
        min_team_hours: fc.constantFrom(5, 20),
      })
      .map((over) => participant(id, over)),
    language: languages.map((language) => speaks(id, language)),
    shown: fc.boolean().map((shown) => (shown ? [extract(id)] : [])),
  });

const teamOf = (id: string) =>
  fc
    .record({
      unit: fc.constantFrom('u1', 'u2'),
      seats: fc.integer({ min: 0, max: 4 }),
      reserved_seats: fc.constantFrom(undefined, 1),
      per_supervisor: fc.constantFrom(undefined, 1, 2),
      women_share_min: share,
      men_share_min: share,
    })
    .map((over) => team(id, defined(over)));

const needOf = (id: string) =>
  fc
    .uniqueArray(fc.tuple(languages, fc.integer({ min: 0, max: 2 })), { minLength: 1, selector: ([l]) => l })
    .map((list) => list.map(([language, wanted]) => teamLanguage(id, language, { adults_wanted: wanted })));

function defined<T extends object>(over: T): Partial<{ [K in keyof T]: Exclude<T[K], undefined> }> {
  return JSON.parse(JSON.stringify(over));
}

const decisionOf = (
  people: readonly string[],
  teams: readonly string[],
): fc.Arbitrary<TableRow<'decisions'>> =>
  fc.record({
    participant: fc.constantFrom(...people),
    team: fc.constantFrom(...teams),
    decision: fc.constantFrom('lock', 'turned_down', 'turned_down'),
    reason: fc.constant(''),
    decided_on: fc.constant('2026-01-01'),
  });

export const regions: fc.Arbitrary<Region> = fc
  .tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 3 }))
  .chain(([people, teams]) => {
    const [persons, crews] = [ids('p', people), ids('t', teams)];
    return fc.record({
      people: fc.tuple(...persons.map(personOf)),
      teams: fc.tuple(...crews.map(teamOf)),
      needs: fc.tuple(...crews.map(needOf)),
      decisions: fc.uniqueArray(decisionOf(persons, crews), {
        maxLength: 2,
        selector: (row) => `${row.participant} ${row.team}`,
      }),
      sfiSeats: fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 4 })),
    });
  })
  .map(({ people, teams, needs, decisions, sfiSeats }) =>
    smallRegion({
      participants: people.map(({ row }) => row),
      participant_languages: people.map(({ language }) => language),
      extracts: people.flatMap(({ shown }) => shown),
      units: [unit('u1'), unit('u2', { district: 'Skärholmen' })],
      teams,
      team_languages: needs.flat(),
      sfi_groups: [sfiGroup('s1', { seats: sfiSeats[0] }), sfiGroup('s2', { seats: sfiSeats[1] })],
      sessions: [
        ...teams.flatMap(({ id }) => sessions('team', id, 'mon tue wed thu fri', '08:00', '14:00')),
        ...sessions('sfi', 's1', 'mon tue wed thu fri', '15:00', '18:00'),
        ...sessions('sfi', 's2', 'mon wed fri', '08:00', '13:00'),
      ],
      decisions,
    }),
  );

const tolerance = fc.constantFrom(null, 10, 40);

export const policies: fc.Arbitrary<Policy> = fc
  .record({
    equity: fc.record({
      placement_tolerance: tolerance,
      points_tolerance: tolerance,
      penalty: fc.constantFrom(null, 1),
      smallest_group: fc.constantFrom(1, 2),
    }),
    balance: fc.record({
      unit_share: fc.constantFrom(null, 0.4),
      district_share: fc.constantFrom(null, 0.6),
      penalty: fc.constantFrom(null, 300),
    }),
  })
  .map((over) => policySchema.parse(over));

/** The same region with the rows of every table in another order. */
export function reordered(region: Region, seed: number): Region {
  const turn = <T>(rows: readonly T[]): readonly T[] => {
    const cut = rows.length === 0 ? 0 : seed % rows.length;
    return [...rows.slice(cut), ...rows.slice(0, cut)].reverse();
  };
  return {
    ...region,
    participants: turn(region.participants),
    participant_languages: turn(region.participant_languages),
    units: turn(region.units),
    teams: turn(region.teams),
    team_languages: turn(region.team_languages),
    sfi_groups: turn(region.sfi_groups),
    sessions: turn(region.sessions),
    extracts: turn(region.extracts),
    decisions: turn(region.decisions),
  };
}
