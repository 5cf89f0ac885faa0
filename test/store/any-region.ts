/** Regions of any content whose references hold: what the store must give back exactly. */
import fc from 'fast-check';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { type Region, regionTables } from '../../src/domain/region.ts';

const nameCell = regionTables.units.shape.name;
const reasonCell = regionTables.decisions.shape.reason;
const keyCell = regionTables.units.shape.id;

const awkward = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...'\\"\'{}[],:;åÖ \n\t%_$'),
    fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme' }),
  ),
  maxLength: 12,
});
const name = awkward.filter((text) => nameCell.safeParse(text).success);
const reason = awkward.filter((text) => reasonCell.safeParse(text).success);
const key = fc
  .oneof(name, fc.string({ minLength: 1, maxLength: 6 }))
  .filter((text) => keyCell.safeParse(text).success);
const keys = (maxLength: number) => fc.uniqueArray(key, { minLength: 1, maxLength });
const date = fc.constantFrom('1900-01-01', '2004-02-29', '2199-12-31');
const number = (min: number, max: number) =>
  fc.double({ min, max, noNaN: true }).map((value) => (value === 0 ? 0 : value));
const count = fc.integer({ min: 0, max: 1_000_000 });
/** A record, of whose optional columns any may be missing. */
const record = <R extends object, O extends object>(
  required: { [K in keyof R]: fc.Arbitrary<R[K]> },
  optional: { [K in keyof O]: fc.Arbitrary<O[K]> },
) =>
  fc
    .tuple(fc.record(required), fc.record<O, never>(optional, { requiredKeys: [] }))
    .map(([always, sometimes]) => ({ ...always, ...sometimes }));
const rows = <T>(row: fc.Arbitrary<T>) => fc.array(row, { maxLength: 4 });
const unlike = <T>(row: fc.Arbitrary<T>, selector: (row: T) => string) =>
  fc.uniqueArray(row, { selector, maxLength: 5 });

/** Any text for provenance, which a person writes: it may hold what PostgreSQL's text cannot (a NUL, half a character). */
const provenance = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 10 }),
  fc.constantFrom('\0', '\ud800', '\\u0000'),
);

interface Names {
  readonly participants: readonly string[];
  readonly units: readonly string[];
  readonly teams: readonly string[];
  readonly groups: readonly string[];
}

export const anyRegion: fc.Arbitrary<Region> = fc
  .record({ participants: keys(5), units: keys(3), teams: keys(4), groups: keys(3) })
  .chain((names) =>
    fc
      .record({
        head: headRow,
        participants: each(names.participants, (id) => participantRow(id, names)),
        places: placeTables(names),
        persons: personTables(names),
      })
      .map(({ head, participants, places, persons }) => ({ ...head, participants, ...places, ...persons })),
  );

const headRow = record(
  {
    format: fc.constant('resursutbyte/region@1' as const),
    name,
    period: fc.constant({ from: '2004-01-01', to: '2004-12-31' }),
  },
  { provenance, policy: fc.constant(defaultPolicy) },
);

function each<T>(ids: readonly string[], row: (id: string) => fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc.tuple(...ids.map(row));
}

function participantRow(id: string, names: Names) {
  return record(
    {
      id: fc.constant(id),
      gender: fc.constantFrom('woman' as const, 'man' as const, 'other' as const),
      permit_date: date,
      arrived_on: date,
      available_from: date,
      area: name,
      lat: number(-90, 90),
      lon: number(-180, 180),
      sfi_path: fc.constantFrom(1 as const, 2 as const, 3 as const),
      sfi_course: fc.constantFrom('A' as const, 'D' as const),
      school_forms: fc.subarray(['preschool' as const, 'leisure' as const]),
      roles: fc.subarray(['kitchen' as const, 'library' as const]),
      competences: fc.array(key, { maxLength: 2 }),
      max_commute_min: fc.integer({ min: 0, max: 600 }),
      min_team_hours: number(0, 168),
      max_week_hours: number(0, 168),
      avoid_units: fc.subarray([...names.units]),
      prefer_units: fc.subarray([...names.units]),
      child_units: fc.subarray([...names.units]),
    },
    {
      sfi_group: fc.constantFrom(...names.groups),
      background_consent: fc.boolean(),
      protected: fc.constant(false),
    },
  );
}

function placeTables({ units, teams, groups }: Names) {
  const place = { lat: number(-90, 90), lon: number(-180, 180) };
  const pupils = fc.oneof(count, fc.constant('<5' as const));
  const team = fc.constantFrom(...teams);
  return fc.record({
    units: each(units, (id) =>
      fc.record({
        id: fc.constant(id),
        name,
        form: fc.constantFrom('preschool' as const, 'compulsory' as const),
        principal: name,
        district: name,
        ...place,
      }),
    ),
    teams: each(teams, (id) =>
      record(
        {
          id: fc.constant(id),
          unit: fc.constantFrom(...units),
          name,
          seats: count,
          supervisors: count,
          min_hours: number(0, 168),
          starts_on: date,
          roles: fc.subarray(['kitchen' as const]),
          competences: fc.array(key, { maxLength: 2 }),
        },
        { reserved_seats: count, women_share_min: number(0, 1) },
      ),
    ),
    team_languages: unlike(
      fc.record({
        team,
        language: fc.constantFrom('som', 'ara', 'tir'),
        pupils,
        pupils_last_year: pupils,
        adults_present: count,
        adults_wanted: count,
      }),
      (row) => `${row.team}\n${row.language}`,
    ),
    sfi_groups: each(groups, (id) =>
      fc.record({
        id: fc.constant(id),
        provider: name,
        path: fc.constantFrom(1 as const, 2 as const, 3 as const),
        course: fc.constantFrom('A' as const, 'B' as const),
        seats: count,
        ...place,
        starts_on: date,
      }),
    ),
    areas: unlike(fc.record({ name, ...place }), (row) => row.name),
    team_backgrounds: unlike(
      fc.record({ team, country: fc.constantFrom('SO', 'IQ'), pupils }),
      (row) => `${row.team}\n${row.country}`,
    ),
    travel: unlike(
      fc.record({ from: key, to: key, minutes: fc.integer({ min: 0, max: 1440 }) }),
      (row) => `${row.from}\n${row.to}`,
    ),
  });
}

function personTables({ participants, teams, groups }: Names) {
  const participant = fc.constantFrom(...participants);
  const hours = {
    weekday: fc.constantFrom('mon' as const, 'sun' as const),
    start: fc.constant('08:00'),
    end: fc.constant('09:30'),
  };
  return fc.record({
    participant_languages: unlike(
      fc.record({
        participant,
        language: fc.constantFrom('som', 'ara', 'tir'),
        level: fc.constantFrom('A1' as const, 'native' as const),
      }),
      (row) => `${row.participant}\n${row.language}`,
    ),
    sessions: rows(
      fc.oneof(
        fc.record({ owner: fc.constant('team' as const), id: fc.constantFrom(...teams), ...hours }),
        fc.record({ owner: fc.constant('sfi' as const), id: fc.constantFrom(...groups), ...hours }),
        fc.record({ owner: fc.constant('participant' as const), id: participant, ...hours }),
      ),
    ),
    extracts: rows(fc.record({ participant, principal: name, issued_on: date, shown_on: date })),
    decisions: rows(
      record(
        {
          participant,
          decision: fc.constantFrom('lock' as const, 'turned_down' as const),
          reason,
          decided_on: date,
        },
        { team: fc.constantFrom(...teams) },
      ),
    ),
  });
}
