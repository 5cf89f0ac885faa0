import { createProblemBuilder } from '../../solver/builder.ts';
import type { Problem } from '../../solver/problem.ts';
import type { Policy } from '../domain/policy.ts';
import type { Region } from '../domain/region.ts';
import type { Text } from '../domain/text.ts';
import type { FamilyRows, Row, Use } from './constraints/family.ts';
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
export interface Matching extends Choices {
  readonly problem: Problem;
}

/** All that the problem is made of, but for its arrays. */
export interface Choices {
  readonly region: Region;
  readonly policy: Policy;
  readonly index: RegionIndex;
  readonly options: Options;
  readonly rows: readonly Row[];
  /** A function that tells `use` every row (an index into `rows`) that an option uses, and the whole amount. */
  readonly teller: (use: Use) => (option: number) => void;
}

/** Builds the problem of a checked region; `previous` is what was proposed before. */
export function buildMatching(
  region: Region,
  policy: Policy,
  previous: readonly PreviousPair[] = [],
): Matching {
  const choices = findChoices(region, policy, previous);
  return { ...choices, problem: problemOf(choices) };
}

/** Steps 1 to 4, for whoever wants to let go of the problem while keeping what it was made of. */
export function findChoices(region: Region, policy: Policy, previous: readonly PreviousPair[] = []): Choices {
  const index = indexRegion(region, policy, previous);
  const options = withinLocks(index, findOptions(index));
  const made = families.map((family) => family(index, options));
  const rows = made.flatMap((family) => family.rows);
  return { region, policy, index, options, rows, teller: (use) => tellAll(made, use) };
}

/** Step 5: the problem, in arrays of its own. */
export function problemOf({ region, options, rows, teller }: Choices): Problem {
  const builder = createProblemBuilder({
    options: options.participant.length,
    uses: countUses(options, teller),
  });
  for (const { id } of region.participants) builder.participant(id);
  for (const { id, limit, penalty } of rows) builder.constraint(id, limit, penalty);
  const tell = teller(builder.use);
  for (let k = 0; k < options.participant.length; k++) {
    builder.option(options.participant[k], options.points[k], options.team[k], options.sfi[k]);
    tell(k);
  }
  return builder.build();
}

/** How many rows all options use together: to ask twice costs a second in a country, arrays that grow cost its memory again. */
function countUses({ participant }: Options, teller: Choices['teller']): number {
  let count = 0;
  const tell = teller(() => {
    count++;
  });
  for (let k = 0; k < participant.length; k++) tell(k);
  return count;
}

/** Every family's rows by their place among all rows. */
function tellAll(made: readonly FamilyRows[], use: Use): (option: number) => void {
  let first = 0;
  const tellers = made.map(({ rows, uses }) => {
    const before = first;
    first += rows.length;
    const useOwn: Use = (row, amount) => use(before + row, amount);
    return (option: number) => uses(option, useOwn);
  });
  return (option) => {
    for (const tell of tellers) tell(option);
  };
}

/** What a constraint asks for, in words; null where the problem has none of this id. */
export function describeConstraint({ rows }: Choices, id: string): Text | null {
  return rows.find((row) => row.id === id)?.text ?? null;
}
