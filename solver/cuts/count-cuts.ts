/**
 * Finds small whole counts in a problem and writes the facets of their integer hull as count cuts.
 *
 * A team's seats and its mix of women and men are three rows over the same two classes of options. Few pairs (women,
 * men) are allowed, and the convex hull of these lies well inside what the rows allow in fractions.
 *
 * 1. A row starts a search where it is hard, sparse, and has one or two distinct amounts: its classes A and B.
 * 2. Every hard row with one amount on all of A, one on all of B and none below 0 elsewhere joins (class-lines.ts).
 * 3. The pairs that all of them allow are listed, and the facets that are not already a row become cuts.
 * 4. Rows that only touch A and B now follow from the facets: the caller may leave them out.
 *
 * Cost: three passes over the entries, and the pairs listed, once for classes that are alike.
 */
import { type Facet, facets as facetsOf, type Pair } from '../hull.ts';
import type { Problem } from '../problem.ts';
import type { CountCut } from '../solution.ts';
import { type Classes, classLines, type Line } from './class-lines.ts';
import { type TwoAmounts, twoAmounts } from './two-amounts.ts';

export interface CountCuts {
  readonly cuts: readonly CountCut[];
  /** Per cut, rising: the row whose two amounts tell its classes apart, and the amount of A. */
  readonly origin: readonly { readonly row: number; readonly alpha: number }[];
  /** 1 for every row that the cuts and the other rows imply. */
  readonly implied: Uint8Array;
  /** A row whose counts allow nothing at all, or -1. */
  readonly impossible: number;
}

/** Rows over more options than this are not looked at; neither are classes with more pairs than this. */
const MOST_OPTIONS = 20_000;
const MOST_PAIRS = 20_000;

/** Count cuts of all rows that have them, of a problem whose options are grouped by participant. */
export function countCuts(problem: Problem): CountCuts {
  const amounts = twoAmounts(problem);
  const implied = new Uint8Array(problem.limit.length);
  // 1 for every row that says what a facet would, and so is no cut: it must stay, even where others seem to imply it.
  const needed = new Uint8Array(problem.limit.length);
  const searched = new Uint8Array(problem.limit.length);
  const found: { readonly classes: Classes; readonly facet: Facet }[] = [];
  const hulls = hullCache();
  let impossible = -1;
  for (const classes of classLines(problem, amounts, startingRows(problem, amounts))) {
    const { row, lines, mostA, mostB } = classes;
    if (searched[row] === 1) continue;
    for (const line of lines) if (line.within && line.alpha !== line.beta) searched[line.row] = 1;
    const facets = hulls(classes);
    if (facets === null) continue;
    if (facets === 'empty') {
      impossible = row;
      break;
    }
    for (const facet of facets) {
      const [ca, cb, most] = facet;
      if (ca * (ca > 0 ? mostA : 0) + cb * (cb > 0 ? mostB : 0) <= most) continue;
      const said = lines.find((line) => implied[line.row] === 0 && isLine(facet, line));
      if (said) needed[said.row] = 1;
      else found.push({ classes, facet });
    }
    for (const line of lines) {
      if (!line.within || needed[line.row] === 1) continue;
      if (!facets.some((facet) => isLine(facet, line))) implied[line.row] = 1;
    }
  }
  const members = membersOf(problem, amounts, [...new Set(found.map(({ classes }) => classes.row))]);
  return {
    cuts: found.map(({ classes, facet }): CountCut => {
      const { a, b } = members(classes.row);
      return { kind: 'count', a, b, rows: classes.lines.map((line) => line.row), facet };
    }),
    origin: found.map(({ classes: { row } }) => ({ row, alpha: amounts.alpha[row] })),
    implied,
    impossible,
  };
}

/** Hard rows with one or two amounts, over few enough options, where there is something to gain. */
function startingRows({ penalty }: Problem, { count, few, alpha, beta }: TwoAmounts): Int32Array {
  return Int32Array.from(
    [...count.keys()].filter(
      (r) =>
        penalty[r] === Number.POSITIVE_INFINITY &&
        count[r] > 0 &&
        count[r] <= MOST_OPTIONS &&
        few[r] === 1 &&
        (beta[r] !== 0 || Math.abs(alpha[r]) !== 1),
    ),
  );
}

/** The facets of what the lines of classes allow, each kind of classes once; null where the pairs are too many to list. */
function hullCache(): (classes: Classes) => readonly Facet[] | 'empty' | null {
  const known = new Map<string, readonly Facet[] | 'empty'>();
  return ({ lines, ...owners }) => {
    let { mostA, mostB } = owners;
    for (const { alpha, beta, limit } of lines) {
      if (limit < 0 && alpha >= 0 && beta >= 0) return 'empty';
      if (alpha > 0 && beta >= 0) mostA = Math.min(mostA, Math.floor(limit / alpha));
      if (beta > 0 && alpha >= 0) mostB = Math.min(mostB, Math.floor(limit / beta));
    }
    if ((mostA + 1) * (mostB + 1) > MOST_PAIRS) return null;
    const key = [mostA, mostB, ...lines.flatMap(({ alpha, beta, limit }) => [alpha, beta, limit])].join(' ');
    const before = known.get(key);
    if (before) return before;
    const pairs = allowedPairs(lines, mostA, mostB);
    const facets = pairs.length === 0 ? 'empty' : facetsOf(pairs);
    known.set(key, facets);
    return facets;
  };
}

/** The whole pairs up to (mostA, mostB) that all lines allow. */
function allowedPairs(lines: readonly Line[], mostA: number, mostB: number): readonly Pair[] {
  const pairs: Pair[] = [];
  for (let w = 0; w <= mostA; w++) {
    for (let m = 0; m <= mostB; m++) {
      if (lines.every(({ alpha, beta, limit }) => alpha * w + beta * m <= limit)) pairs.push([w, m]);
    }
  }
  return pairs;
}

/** Whether facet and row say the same of the two counts. */
function isLine([ca, cb, c]: Facet, { alpha, beta, limit }: Line): boolean {
  const same = ca * beta === cb * alpha && (ca !== 0 ? c * alpha === ca * limit : c * beta === cb * limit);
  return same && ca * alpha + cb * beta > 0;
}

type Members = Pick<CountCut, 'a' | 'b'>;

/** The options of the classes of these rows. */
function membersOf(
  { score, limit, useStart, useConstraint, useAmount }: Problem,
  { alpha, count, inA }: TwoAmounts,
  rows: readonly number[],
): (row: number) => Members {
  const lists = rows.map((row) => ({
    a: new Array<number>(inA[row]).fill(0),
    b: new Array<number>(count[row] - inA[row]).fill(0),
  }));
  const listOf = new Int32Array(limit.length).fill(-1);
  for (const [list, row] of rows.entries()) listOf[row] = list;
  const filled = new Int32Array(2 * lists.length);
  for (let k = 0; k < score.length && lists.length > 0; k++) {
    for (let e = useStart[k]; e < useStart[k + 1]; e++) {
      const list = listOf[useConstraint[e]];
      if (list < 0) continue;
      if (useAmount[e] === alpha[useConstraint[e]]) lists[list].a[filled[2 * list]++] = k;
      else lists[list].b[filled[2 * list + 1]++] = k;
    }
  }
  return (row) => lists[listOf[row]];
}
