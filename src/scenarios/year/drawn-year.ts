/**
 * One year as it happens, drawn from the setting: who comes in which week, how long each would stay, and who has a seat
 * already. It is the same for every policy of a run.
 */
import { type Chance, poisson } from './chance.ts';
import type { Kinds } from './kinds.ts';
import type { YearSetting } from './setting.ts';
import { type Stays, staysOf } from './stay.ts';

export interface Person {
  readonly kind: number;
  /** The first and the last week in which a place helps. */
  readonly from: number;
  readonly until: number;
  /** Weeks at the team, once there. */
  readonly stay: number;
}

/** Somebody of an earlier year. */
export interface Seated {
  readonly team: number;
  readonly group: number;
  /** The week in which they came, below 0. */
  readonly since: number;
  /** The first week without them. */
  readonly gone: number;
}

export interface Year {
  /** In the order in which they came. */
  readonly people: readonly Person[];
  readonly seated: readonly Seated[];
}

const WEEKS_A_YEAR = 52;

/** How many are expected in each week: the month of its Thursday says. `from` is the first day (YYYY-MM-DD). */
export function arrivalsExpected(setting: YearSetting, from: string): Float64Array {
  const total = setting.months.reduce((sum, number) => sum + number, 0);
  const first = Date.parse(`${from}T00:00:00Z`);
  return Float64Array.from({ length: setting.weeks }, (_, week) => {
    const month = new Date(first + (7 * week + 3) * 86_400_000).getUTCMonth();
    const weeksOfMonth = WEEKS_A_YEAR / 12;
    return (setting.arrivals_a_year * setting.months[month]) / total / weeksOfMonth;
  });
}

export function drawYear(setting: YearSetting, kinds: Kinds, expected: Float64Array, chance: Chance): Year {
  const stays = staysOf(setting);
  return {
    people: [
      ...waitingAtStart(setting, kinds, stays, chance),
      ...arrivals(setting, kinds, stays, expected, 0, chance),
    ],
    seated: seatedAtStart(setting, kinds, stays, chance),
  };
}

/** Those who come in week `first` or later. */
export function arrivals(
  { patience_weeks: patience }: YearSetting,
  kinds: Kinds,
  stays: Stays,
  expected: Float64Array,
  first: number,
  chance: Chance,
): Person[] {
  const people: Person[] = [];
  for (let week = first; week < expected.length; week++) {
    const number = poisson(expected[week], chance(`number ${week}`));
    for (let k = 0; k < number; k++) {
      people.push(person(`${week} ${k}`, week, week + patience, kinds, stays, chance));
    }
  }
  return people;
}

function waitingAtStart(
  { waiting_at_start: number, patience_weeks: patience }: YearSetting,
  kinds: Kinds,
  stays: Stays,
  chance: Chance,
): Person[] {
  return Array.from({ length: number }, (_, k) => {
    const waited = Math.floor(chance(`waited ${k}`) * (patience + 1));
    return person(`before ${k}`, 0, patience - waited, kinds, stays, chance);
  }).sort((a, b) => a.until - b.until);
}

function person(
  name: string,
  from: number,
  until: number,
  kinds: Kinds,
  stays: Stays,
  chance: Chance,
): Person {
  const kind = Math.floor(chance(`kind ${name}`) * kinds.count);
  return { kind, from, until, stay: stays.rest(0, chance(`stay ${name}`)) };
}

/** So many draws a seat are tried for somebody whom it fits. */
const TRIES_A_SEAT = 20;

/** People of earlier years, each at their best option that was free, in the midst of a stay. */
function seatedAtStart(
  { taken_at_start: share }: YearSetting,
  kinds: Kinds,
  stays: Stays,
  chance: Chance,
): Seated[] {
  const free = kinds.seats.slice();
  const wanted = Math.round(share * free.subarray(0, kinds.teams).reduce((sum, seats) => sum + seats, 0));
  const seated: Seated[] = [];
  for (let k = 0; seated.length < wanted && k < wanted * TRIES_A_SEAT; k++) {
    const kind = Math.floor(chance(`seated kind ${k}`) * kinds.count);
    for (let o = kinds.start[kind]; o < kinds.start[kind + 1]; o++) {
      const [team, group] = [kinds.team[o], kinds.group[o]];
      if (free[team] === 0 || free[group] === 0) continue;
      free[team]--;
      free[group]--;
      const been = stays.been(chance(`seated been ${k}`));
      seated.push({ team, group, since: -been, gone: stays.rest(been, chance(`seated stay ${k}`)) });
      break;
    }
  }
  return seated;
}
