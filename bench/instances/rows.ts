/**
 * The rows of a made-up instance.
 *
 * base   seats of teams and SFI groups.
 * full   also adults wanted per language (soft, 300 points each), women's placement rate and points at least 0.9 of
 *        men's (hard), and at least 25 % women and 15 % men among those placed in teams of four seats or more (hard).
 * tight  as full, but equity binds: 0.98 instead of 0.9, both ways, for gender and for those who reach less than 3 km.
 *        Left alone, women get 0.97 to 0.99 of men's rate and points, those of short reach 0.90 to 0.95 of the others'.
 * severe as tight, with study path 1 instead of short reach. Its SFI seats may be too few, and then nearly everybody waits
 *        for them: in S1 a sixth of all points are lost to it.
 */
import type { ProblemBuilder } from '../../solver/builder.ts';
import type { Choice } from './choices.ts';
import type { Country, Person } from './country.ts';

export type RowsKind = 'base' | 'full' | 'tight' | 'severe';

/** Lets the option that was started last use what it uses of a family of rows. */
export type Use = (person: Person, choice: Choice) => void;

const WANTED_POINTS = 300;
const LEAST_SHARE = 0.3;
const LARGE_TEAM = 8;
const SEATS_FOR_MIX = 4;
const SHORT_REACH_KM = 3;

/** Adds the rows, in a fixed order, and answers how options use them. */
export function addRows(builder: ProblemBuilder, country: Country, kind: RowsKind): readonly Use[] {
  const seats = seatRows(builder, country);
  if (kind === 'base') return [seats];
  const wanted = wantedRows(builder, country);
  const equity =
    kind === 'full'
      ? [equityRows(builder, country, { name: '', share: [9, 10], isFirst: isWoman })]
      : [women, kind === 'tight' ? shortReach : firstPath].flatMap(({ name, isFirst }) => [
          equityRows(builder, country, { name: `:${name}`, share: [49, 50], isFirst }),
          equityRows(builder, country, { name: `:not-${name}`, share: [49, 50], isFirst: not(isFirst) }),
        ]);
  return [seats, wanted, ...equity, mixRows(builder, country)];
}

const isWoman = (person: Person): boolean => person.woman;
const not =
  (test: (person: Person) => boolean) =>
  (person: Person): boolean =>
    !test(person);

const women = { name: 'women', isFirst: isWoman };
const shortReach = {
  name: 'short-reach',
  isFirst: (person: Person): boolean => person.reachKm < SHORT_REACH_KM,
};
const firstPath = { name: 'path1', isFirst: (person: Person): boolean => person.path === 0 };

function seatRows(builder: ProblemBuilder, { teams, sfiGroups }: Country): Use {
  const team = teams.map(({ seats }, t) => builder.constraint(`team:${t}`, seats));
  const sfi = sfiGroups.map(({ seats }, g) => builder.constraint(`sfi:${g}`, seats));
  return (_, choice) => {
    builder.use(team[choice.team], 1);
    builder.use(sfi[choice.sfi], 1);
  };
}

/** A speaker of the pupils' most common language, two in a large team, where it is common enough. */
function wantedRows(builder: ProblemBuilder, { teams }: Country): Use {
  const wanted = teams.map(({ languages, seats }, t) => {
    const [language, share] = [...languages].sort((a, b) => b[1] - a[1])[0];
    if (share < LEAST_SHARE) return null;
    const adults = seats >= LARGE_TEAM ? 2 : 1;
    return { language, row: builder.constraint(`wanted:${t}:language${language}`, -adults, WANTED_POINTS) };
  });
  return (person, choice) => {
    const here = wanted[choice.team];
    if (here && (person.language === here.language || person.secondLanguage === here.language))
      builder.use(here.row, -1);
  };
}

interface Equity {
  readonly name: string;
  /** The first group's rate is at least share[0] / share[1] of the others'. */
  readonly share: readonly [number, number];
  readonly isFirst: (person: Person) => boolean;
}

/** Placement rate, and points over the pool: share of the others' <= the first group's, multiplied out to whole numbers. */
function equityRows(
  builder: ProblemBuilder,
  { people }: Country,
  { name, share: [part, whole], isFirst }: Equity,
): Use {
  const first = people.filter(isFirst).length;
  const others = people.length - first;
  const rate = builder.constraint(`equity${name}:rate`, 0);
  const points = builder.constraint(`equity${name}:points`, 0);
  return (person, choice) => {
    const amount = isFirst(person) ? -whole * others : part * first;
    builder.use(rate, amount);
    builder.use(points, amount * choice.points);
  };
}

function mixRows(builder: ProblemBuilder, { teams }: Country): Use {
  const rows = teams.map(({ seats }, t) =>
    seats < SEATS_FOR_MIX
      ? null
      : { women: builder.constraint(`mix:women:${t}`, 0), men: builder.constraint(`mix:men:${t}`, 0) },
  );
  return (person, choice) => {
    const mix = rows[choice.team];
    if (!mix) return;
    builder.use(mix.women, person.woman ? -3 : 1);
    builder.use(mix.men, person.woman ? 3 : -17);
  };
}
