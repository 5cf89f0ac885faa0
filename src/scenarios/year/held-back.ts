/**
 * What it is worth to start somebody now, when prices say what seats are worth later.
 *
 * A stay is worth its points, less what its seats are worth in the weeks after this one; in this week a seat that is
 * free is in hand, and would stand empty. Taken off is what the person would have by waiting: the best stay in a later
 * week that they can wait for, at its full price, and a little less, since a later seat is not certain; so that whoever
 * has as much now as later starts now.
 */
import type { Person } from './drawn-year.ts';
import type { Kinds } from './kinds.ts';
import type { Worth } from './policies/batch.ts';

/** What is known of a stay that somebody begins in a week. */
export interface Ahead {
  /** Weeks within the year. */
  readonly weeks: (person: number, start: number) => number;
  /** Points that the seat of a place is worth in all those weeks. */
  readonly cost: (person: number, place: number, start: number) => number;
  /** Points that it is worth in one week. */
  readonly price: (place: number, week: number) => number;
}

/** What is left of a later stay's worth. */
const CERTAIN = 0.98;

/** The worth of options in a week of a year that has so many. */
export function heldBack(
  kinds: Kinds,
  people: readonly Person[],
  { weeks, cost, price }: Ahead,
  week: number,
  end: number,
): Worth {
  const { start, team, group, points } = kinds;
  const stay = (person: number, option: number, from: number): number =>
    points[option] * weeks(person, from) -
    cost(person, team[option], from) -
    cost(person, group[option], from);
  const later = new Map<number, number>();
  const byWaiting = (person: number): number => {
    const known = later.get(person);
    if (known !== undefined) return known;
    const { kind, until } = people[person];
    let best = 0;
    for (let from = week + 1; from <= Math.min(until, end - 1); from++) {
      for (let o = start[kind]; o < start[kind + 1]; o++) best = Math.max(best, stay(person, o, from));
    }
    later.set(person, CERTAIN * best);
    return CERTAIN * best;
  };
  return (person, option) => {
    const inHand = price(team[option], week) + price(group[option], week);
    return Math.round(stay(person, option, week) + inHand - byWaiting(person));
  };
}
