/**
 * Re-solving each batch: of those who wait, who starts where now, so that what their options are worth adds up to the
 * most. The plain batch looks at points alone, and keeps no seat for anyone.
 */
import { createProblemBuilder } from '../../../../solver/builder.ts';
import { UNPLACED } from '../../../../solver/problem.ts';
import { solve } from '../../../../solver/solve.ts';
import type { Person } from '../drawn-year.ts';
import type { Kinds } from '../kinds.ts';
import type { Choice, Choose, Now } from '../weeks.ts';

/** Whole points of an option for somebody who waits. */
export type Worth = (person: number, option: number) => number;

/** Matches all who wait, every so many weeks. */
export function batch(kinds: Kinds, people: readonly Person[], everyWeeks: number): Choose {
  return async (now) =>
    now.week % everyWeeks === 0 ? solveBatch(kinds, people, now, (_, option) => kinds.points[option]) : [];
}

/** The batch with the most worth; an option of worth 0 or less waits. */
export async function solveBatch(
  kinds: Kinds,
  people: readonly Person[],
  { waiting, free }: Now,
  worth: Worth,
): Promise<readonly Choice[]> {
  const builder = createProblemBuilder();
  const row = new Int32Array(free.length).fill(-1);
  const choices: Choice[] = [];
  for (const person of waiting) {
    const { kind } = people[person];
    let at = -1;
    for (let option = kinds.start[kind]; option < kinds.start[kind + 1]; option++) {
      const [team, group] = [kinds.team[option], kinds.group[option]];
      if (free[team] === 0 || free[group] === 0) continue;
      const points = worth(person, option);
      if (points <= 0) continue;
      if (at < 0) at = builder.participant(String(person));
      for (const place of [team, group]) {
        if (row[place] < 0) row[place] = builder.constraint(String(place), free[place]);
      }
      builder.option(at, points);
      builder.use(row[team], 1);
      builder.use(row[group], 1);
      choices.push({ person, option });
    }
  }
  if (choices.length === 0) return [];
  const solution = await solve(builder.build(), {
    engine: 'priced',
    gap: 0,
    seed: 0,
    timeLimitMs: Number.POSITIVE_INFINITY,
    now: () => 0,
  });
  if (!('chosen' in solution)) throw new Error(`a batch ended without an answer: ${solution.status}`);
  return [...solution.chosen].filter((k) => k !== UNPLACED).map((k) => choices[k]);
}
