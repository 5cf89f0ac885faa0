/** Tiny worlds, small enough to go through every way in which their year could go. */
import fc from 'fast-check';
import type { Year } from '../../../src/scenarios/year/drawn-year.ts';
import type { Kinds } from '../../../src/scenarios/year/kinds.ts';
import { type YearSetting, yearSetting } from '../../../src/scenarios/year/setting.ts';

interface Option {
  readonly team: number;
  readonly group: number;
  readonly points: number;
}

/** Kinds by their options, given with places numbered apart, and seats of teams and of groups. */
export function kindsFrom(
  options: readonly (readonly Option[])[],
  teamSeats: readonly number[],
  groupSeats: readonly number[],
): Kinds {
  const sorted = options.map((list) => [...list].sort((a, b) => b.points - a.points));
  const flat = sorted.flat();
  const start = [0];
  for (const list of sorted) start.push(start[start.length - 1] + list.length);
  return {
    count: options.length,
    start: Int32Array.from(start),
    team: Int32Array.from(flat, ({ team }) => team),
    group: Int32Array.from(flat, ({ group }) => teamSeats.length + group),
    points: Int32Array.from(flat, ({ points }) => points),
    seats: Int32Array.from([...teamSeats, ...groupSeats]),
    teams: teamSeats.length,
  };
}

const seats = fc.integer({ min: 0, max: 2 });

/** Two teams, two SFI groups, up to three kinds. */
export const anyKinds: fc.Arbitrary<Kinds> = fc
  .record({
    options: fc.array(
      fc.uniqueArray(
        fc.record({
          team: fc.integer({ min: 0, max: 1 }),
          group: fc.integer({ min: 0, max: 1 }),
          points: fc.integer({ min: 1, max: 2000 }),
        }),
        { maxLength: 4, selector: ({ team, group }) => `${team} ${group}` },
      ),
      { minLength: 1, maxLength: 3 },
    ),
    teams: fc.tuple(seats, seats),
    groups: fc.tuple(seats, seats),
  })
  .map(({ options, teams, groups }) => kindsFrom(options, teams, groups));

/** A handful of people in a handful of weeks. */
export const anySetting: fc.Arbitrary<YearSetting> = fc
  .record({
    weeks: fc.integer({ min: 1, max: 5 }),
    arrivals_a_year: fc.integer({ min: 0, max: 50 }),
    waiting_at_start: fc.integer({ min: 0, max: 2 }),
    taken_at_start: fc.constantFrom(0, 0.5, 1),
    programme_weeks: fc.integer({ min: 1, max: 4 }),
    patience_weeks: fc.integer({ min: 0, max: 2 }),
    batch_weeks: fc.integer({ min: 1, max: 2 }),
  })
  .map((over) => yearSetting.parse({ ...over, prices: { futures: 2, weeks: 1 } }));

/** The most points x weeks that any year of starts could have, by going through all of them. */
export function bestByEnumeration(kinds: Kinds, { people, seated }: Year, weeks: number): number {
  const free = Array.from({ length: weeks }, () => [...kinds.seats]);
  const use = (team: number, group: number, from: number, to: number, change: number): void => {
    for (let week = from; week < Math.min(to, weeks); week++) {
      free[week][team] += change;
      free[week][group] += change;
    }
  };
  for (const { team, group, gone } of seated) use(team, group, 0, gone, -1);
  const best = (at: number): number => {
    if (at === people.length) return 0;
    const { kind, from, until, stay } = people[at];
    let most = best(at + 1);
    for (let week = from; week <= Math.min(until, weeks - 1); week++) {
      const gone = Math.min(weeks, week + stay);
      for (let o = kinds.start[kind]; o < kinds.start[kind + 1]; o++) {
        const [team, group] = [kinds.team[o], kinds.group[o]];
        use(team, group, week, gone, -1);
        const fits = free.slice(week, gone).every((places) => places[team] >= 0 && places[group] >= 0);
        if (fits) most = Math.max(most, kinds.points[o] * (gone - week) + best(at + 1));
        use(team, group, week, gone, 1);
      }
    }
    return most;
  };
  return best(0);
}
