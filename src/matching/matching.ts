import { createProblemBuilder, type ProblemBuilder } from '../../solver/builder.ts';
import type { Problem } from '../../solver/problem.ts';
import type { Policy } from '../domain/policy.ts';
import type { Region } from '../domain/region.ts';
import type { Text } from '../domain/text.ts';
import type { FamilyRows, Row } from './constraints/family.ts';
import { families } from './constraints/index.ts';
import { withinLocks } from './constraints/lock.ts';
import { findOptions, type Options } from './options.ts';
import type { PreviousPair } from './previous.ts';
import { indexRegion, type RegionIndex } from './region-index.ts';

/**
 * A region and a policy as one problem: option k of the problem is option k of `options`, participant p is row p of participants.csv, and
 * constraint r is `rows[r]`, which says in words what it asks.
 *
 * 1. Names become numbers (region-index.ts). 2. Eligible options are found (options.ts); turned-down pairings are not among them. 3. A
 * lock takes the person's other options away. 4. Every family gives its rows. 5. Each option tells which rows it uses.
 *
 * Cost of 3-5: O(options x rows that an option uses), about seven in a city and eleven in a country; nothing is allocated per option.
 * Measured: 4 s and 480 MB for 2,965,982 options that use 33,818,123 rows (one thread). Step 2: see options.ts.
 */
export interface Matching {
  readonly region: Region;
  readonly policy: Policy;
  readonly index: RegionIndex;
  readonly options: Options;
  readonly problem: Problem;
  readonly rows: readonly Row[];
}

/** Builds the problem of a checked region; `previous` is what was proposed before. */
export function buildMatching(
  region: Region,
  policy: Policy,
  previous: readonly PreviousPair[] = [],
): Matching {
  const index = indexRegion(region, policy, previous);
  const options = withinLocks(index, findOptions(index));
  const made = families.map((family) => family(index, options));
  const problem = buildProblem(region, options, made);
  return { region, policy, index, options, problem, rows: made.flatMap(({ rows }) => rows) };
}

function buildProblem(region: Region, options: Options, made: readonly FamilyRows[]): Problem {
  const builder = createProblemBuilder({
    options: options.participant.length,
    uses: countUses(options, made),
  });
  for (const { id } of region.participants) builder.participant(id);
  const tellers = made.map((family) => teller(builder, family));
  for (let k = 0; k < options.participant.length; k++) {
    builder.option(options.participant[k], options.points[k], options.team[k], options.sfi[k]);
    for (const tell of tellers) tell(k);
  }
  return builder.build();
}

/** How many rows all options use together: to ask twice costs a second in a country, arrays that grow cost its memory again. */
function countUses(options: Options, made: readonly FamilyRows[]): number {
  let count = 0;
  const use = (): void => {
    count++;
  };
  for (let k = 0; k < options.participant.length; k++) for (const { uses } of made) uses(k, use);
  return count;
}

/** Adds a family's rows, and gives back what adds an option's use of them. */
function teller(builder: ProblemBuilder, { rows, uses }: FamilyRows): (option: number) => void {
  const numbers = Int32Array.from(rows, ({ id, limit, penalty }) => builder.constraint(id, limit, penalty));
  const use = (row: number, amount: number): void => builder.use(numbers[row], amount);
  return (option) => uses(option, use);
}

/** What a constraint asks for, in words; null where the problem has none of this id. */
export function describeConstraint(matching: Matching, id: string): Text | null {
  return matching.rows.find((row) => row.id === id)?.text ?? null;
}
