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

/**
 * Random small regions in which every hard rule has something to say: few values for each column, so that what should meet meets often. Ids
 * are shuffled against the rows, so that the order of rows and of ids differ.
 */

const languages = ['som', 'apc', 'acm', 'tir', 'swe'];
const countries = ['SO', 'SY', 'ER'];
const units = ['u0', 'u1', 'u2'];
const areas = ['A', 'B'];
const weekdays = ['mon tue wed thu fri', 'mon tue wed', 'tue wed thu fri', 'mon'];
const times = ['07:30', '08:00', '09:10', '11:00', '12:30', '13:00', '15:00', '17:45'] as const;
const dates: readonly [string, ...string[]] = [
  '2025-12-20',
  '2024-01-01',
  '2026-02-01',
  '2026-11-30',
  '2027-02-01',
];

const some = <T>(all: readonly T[]) => fc.subarray([...all]);
/** Mostly the first value, so that most rules mostly say yes. */
const mostly = <const T>(usual: T, ...rare: T[]) =>
  fc.oneof({ weight: 14, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...rare) });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
/** Within about 40 km of each other; 90 minutes reach 19 km. */
const position = fc.record({
  lat: fc.integer({ min: 0, max: 10 }).map((step) => 59.2 + step / 40),
  lon: fc.integer({ min: 0, max: 10 }).map((step) => 18 + step / 20),
});
const span = fc
  .tuple(fc.nat({ max: times.length - 2 }), fc.nat({ max: times.length - 2 }))
  .map(([a, b]) => [times[Math.min(a, b)], times[Math.max(a, b) + 1]] as const);
const timesOf = (owner: 'team' | 'sfi' | 'participant', id: string) =>
  fc
    .tuple(fc.constantFrom(...weekdays), span)
    .map(([days, [from, to]]) => sessions(owner, id, days, from, to));

const participantOver = fc.record({
  available_from: mostly(...dates),
  area: fc.constantFrom(...areas),
  sfi_path: mostly(2, 1),
  sfi_course: mostly('C', 'B'),
  sfi_group: maybe(fc.constantFrom('s0', 's1', 's2')),
  school_forms: mostly<TableRow<'participants'>['school_forms']>([], ['preschool'], ['compulsory']),
  roles: mostly<TableRow<'teams'>['roles']>(
    [],
    ['library'],
    ['kitchen', 'reception'],
    ['library', 'kitchen'],
  ),
  competences: some(['music', 'cooking']),
  max_commute_min: fc.constantFrom(140, 90, 60, 35),
  min_team_hours: mostly(0, 10, 20),
  max_week_hours: fc.constantFrom(15, 30, 40),
  background: maybe(fc.constantFrom(...countries)),
  background_consent: maybe(fc.boolean()),
  avoid_units: mostly<string[]>([], ['u0']),
  prefer_units: some(units),
  child_units: mostly<string[]>([], ['u1']),
  protected: mostly(undefined, false, true),
});
const teamOver = fc.record({
  unit: fc.constantFrom(...units),
  seats: mostly(2, 0, 1),
  reserved_seats: mostly(undefined, 1),
  min_hours: mostly(0, 8, 16),
  starts_on: mostly(...dates),
  roles: mostly<TableRow<'teams'>['roles']>(
    [],
    ['library'],
    ['kitchen', 'reception'],
    ['library', 'kitchen'],
  ),
  competences: some(['music', 'cooking', 'sewing']),
});
const groupOver = fc.record({
  path: mostly(2, 1),
  course: mostly('C', 'B'),
  seats: mostly(2, 0, 1),
  reserved_seats: mostly(undefined, 1),
  starts_on: mostly(...dates),
});

const ids = (prefix: string, count: number) =>
  fc.shuffledSubarray(
    Array.from({ length: count }, (_, i) => `${prefix}${i}`),
    { minLength: count },
  );

/** A policy with every term in use, with and without a legal basis, extracts as a condition or a demand. */
export const randomPolicy: fc.Arbitrary<Policy> = fc
  .record({ consented: fc.boolean(), onCondition: fc.boolean(), civic: fc.constantFrom(0, 3) })
  .map(({ consented, onCondition, civic }) =>
    policySchema.parse({
      extract: { on_condition: onCondition },
      civic_orientation_hours: civic,
      ...(consented
        ? { weights: { background: 90 }, legal_basis: 'A legal basis, in words, for the sake of the test.' }
        : {}),
    }),
  );

export const randomRegion: fc.Arbitrary<Region> = fc
  .tuple(ids('p', 5), ids('t', 4), ids('s', 3), ids('u', 3))
  .chain(([people, teams, groups, places]) =>
    fc
      .record({
        participants: fc.tuple(
          ...people.map((id) =>
            fc
              .tuple(participantOver, maybe(position))
              .map(([over, home]) => participant(id, { ...over, lat: home?.lat, lon: home?.lon })),
          ),
        ),
        participant_languages: fc
          .tuple(
            ...people.map((id) =>
              fc
                .tuple(some(languages), fc.constantFrom('A1' as const, 'B2' as const, 'native' as const))
                .map(([list, level]) => list.map((language) => speaks(id, language, level))),
            ),
          )
          .map((lists) => lists.flat()),
        units: fc.tuple(
          ...places.map((id) =>
            fc
              .tuple(
                position,
                fc.constantFrom('preschool' as const, 'compulsory' as const),
                fc.constantFrom('Farsta', 'Skärholmen'),
              )
              .map(([at, form, principal]) => unit(id, { ...at, form, principal })),
          ),
        ),
        teams: fc.tuple(...teams.map((id) => teamOver.map((over) => team(id, over)))),
        team_languages: fc
          .tuple(
            ...teams.map((id) =>
              fc
                .tuple(some(languages), fc.constantFrom(0, 3, 20, '<5' as const), fc.nat({ max: 1 }))
                .map(([list, pupils, wanted]) =>
                  list.map((language) => teamLanguage(id, language, { pupils, adults_wanted: wanted })),
                ),
            ),
          )
          .map((lists) => lists.flat()),
        team_backgrounds: fc
          .tuple(
            ...teams.map((id) =>
              some(countries).map((list) =>
                list.map((country, i) => ({ team: id, country, pupils: 3 * i + 1 })),
              ),
            ),
          )
          .map((lists) => lists.flat()),
        sfi_groups: fc.tuple(
          ...groups.map((id) =>
            fc.tuple(groupOver, position).map(([over, at]) => sfiGroup(id, { ...over, ...at })),
          ),
        ),
        sessions: fc
          .tuple(
            ...teams.map((id) => timesOf('team', id)),
            ...groups.map((id) => timesOf('sfi', id)),
            ...people.slice(0, 3).map((id) => timesOf('participant', id)),
          )
          .map((lists) => lists.flat()),
        extracts: some(people).map((list) => list.map((id) => extract(id))),
        travel: fc.array(
          fc.record({
            from: fc.constantFrom(...areas, ...units, 's0', 's1'),
            to: fc.constantFrom(...areas, ...units, 's0', 's1'),
            minutes: fc.constantFrom(5, 30, 70),
          }),
          { maxLength: 3 },
        ),
        decisions: fc.array(
          fc
            .record({
              participant: fc.constantFrom(...people),
              team: maybe(fc.constantFrom(...teams)),
              sfi_group: maybe(fc.constantFrom(...groups)),
            })
            .map((row) => ({
              ...row,
              decision: 'turned_down' as const,
              reason: 'Prefers another',
              decided_on: '2026-01-01',
            })),
          { maxLength: 2 },
        ),
      })
      .map((tables) =>
        smallRegion({
          ...tables,
          areas: [
            { name: 'A', lat: 59.22, lon: 18.02 },
            { name: 'B', lat: 59.3, lon: 18.2 },
          ],
        }),
      ),
  );
