/**
 * The year, week by week, under one policy: seats of those who have left open again, new people come, those who have
 * waited too long are lost, and the policy says who starts where. A start is never undone.
 *
 * A policy sees who waits, what is free and who is where; not how long anyone will stay, nor who comes later.
 */
import type { Person, Seated, Year } from './drawn-year.ts';
import type { Kinds } from './kinds.ts';

/** Somebody in a place: an option of the kind, from a week on. */
export interface Start {
  readonly person: number;
  readonly option: number;
  readonly week: number;
}

/** What a policy sees at the beginning of a week. */
export interface Now {
  readonly week: number;
  /** Indices of people, in the order in which they came. */
  readonly waiting: readonly number[];
  /** Seats free in each place. */
  readonly free: Int32Array;
  /** Who is in a place, and since when; when they will go is not a policy's to know. */
  readonly there: readonly Pick<Seated, 'team' | 'group' | 'since'>[];
}

export type Choose = (now: Now) => Promise<readonly Choice[]>;

export interface Choice {
  readonly person: number;
  readonly option: number;
}

export async function live(
  kinds: Kinds,
  { people, seated }: Year,
  weeks: number,
  choose: Choose,
): Promise<readonly Start[]> {
  const free = kinds.seats.slice();
  let there: Seated[] = [...seated];
  for (const { team, group } of there) take(free, team, group, -1);
  let waiting: number[] = [];
  let next = 0;
  const starts: Start[] = [];
  for (let week = 0; week < weeks; week++) {
    for (const stay of there) if (stay.gone === week) take(free, stay.team, stay.group, 1);
    there = there.filter(({ gone }) => gone > week);
    while (next < people.length && people[next].from <= week) waiting.push(next++);
    waiting = waiting.filter((p) => people[p].until >= week);
    const picks = await choose({ week, waiting, free, there });
    for (const { person, option } of picks) {
      const [team, group] = [kinds.team[option], kinds.group[option]];
      take(free, team, group, -1);
      if (free[team] < 0 || free[group] < 0) throw new Error(`week ${week}: more people than seats`);
      there.push({ team, group, since: week, gone: week + people[person].stay });
      starts.push({ person, option, week });
    }
    const started = new Set(picks.map(({ person }) => person));
    waiting = waiting.filter((p) => !started.has(p));
  }
  return starts;
}

function take(free: Int32Array, team: number, group: number, change: number): void {
  free[team] += change;
  free[group] += change;
}

/** Weeks of a stay that fall in the year. */
export function weeksWithin({ stay }: Person, start: number, weeks: number): number {
  return Math.min(stay, weeks - start);
}
