/**
 * Families of rows and their sides. Rows that mostly occur together are one family (a team's seats, its mix, its wanted
 * adults), and families that meet in an option take different sides where possible (team and SFI group), by
 * breadth-first search. A guess is enough: families make passes quicker and exchanges possible, no answer rests on them.
 *
 * Cost: the pairs of rows in a sample of the options.
 */
import type { Problem } from '../../problem.ts';
import { countPairs, type PairCounts } from './pair-counts.ts';

export interface Families {
  /** Per row: 0 or 1, or -1 for a dense row. */
  readonly side: Int8Array;
  /** Per row: the row that stands for its family. */
  readonly familyOf: Int32Array;
}

/** Two rows are one family where the rarer of them occurs with the other in this share of its options. */
const FAMILY_SHARE = 0.98;
/** Families are looked for in about this many options, spread evenly. */
const FAMILY_SAMPLE = 150_000;

/** The families of the rows that are not dense (`denseAt` is -1), and their sides. */
export function familiesOf(problem: Problem, denseAt: Int32Array): Families {
  const { count, together } = occurrences(problem, denseAt);
  const familyOf = hosts(count, together);
  const meets = meetings(familyOf, together);
  const side = new Int8Array(familyOf.length).fill(-1);
  const queue = new Int32Array(familyOf.length);
  for (const first of familyOf) {
    if (side[first] >= 0) continue;
    side[first] = 0;
    queue[0] = first;
    for (let at = 0, end = 1; at < end; at++) {
      const f = queue[at];
      for (let i = meets.start[f]; i < meets.start[f + 1]; i++) {
        const g = meets.family[i];
        if (side[g] >= 0) continue;
        side[g] = side[f] === 0 ? 1 : 0;
        queue[end++] = g;
      }
    }
  }
  return { side: side.map((_, r) => (denseAt[r] >= 0 ? -1 : side[familyOf[r]])), familyOf };
}

/** Per family: the families that it meets in an option, in the order seen, possibly more than once. */
function meetings(familyOf: Int32Array, together: PairCounts) {
  const start = new Int32Array(familyOf.length + 1);
  const eachMeeting = (visit: (f: number, g: number) => void): void => {
    for (let pair = 0; pair < together.size(); pair++) {
      const f = familyOf[together.a(pair)];
      const g = familyOf[together.b(pair)];
      if (f === g) continue;
      visit(f, g);
      visit(g, f);
    }
  };
  eachMeeting((f) => {
    start[f + 1]++;
  });
  for (let f = 0; f < familyOf.length; f++) start[f + 1] += start[f];
  const family = new Int32Array(start[familyOf.length]);
  const next = start.slice();
  eachMeeting((f, g) => {
    family[next[f]++] = g;
  });
  return { start, family };
}

/**
 * Per row: the row that stands for its family. Each row joins the rarest row that is no rarer than itself and occurs
 * with it most of the time: wanted adults join their team, not the SFI group that happens to be near.
 */
function hosts(count: Int32Array, together: PairCounts): Int32Array {
  const joins = Int32Array.from(count.keys());
  const before = (r: number, s: number): boolean => count[r] < count[s] || (count[r] === count[s] && r > s);
  const offer = (r: number, host: number, times: number): void => {
    if (times < FAMILY_SHARE * count[r]) return;
    if (joins[r] === r || before(host, joins[r])) joins[r] = host;
  };
  for (let pair = 0; pair < together.size(); pair++) {
    const r = together.a(pair);
    const s = together.b(pair);
    if (before(r, s)) offer(r, s, together.times(pair));
    else offer(s, r, together.times(pair));
  }
  const root = (r: number): number => (joins[r] === r ? r : root(joins[r]));
  return joins.map((_, r) => root(r));
}

/** How often each row, and each pair of rows that are not dense, occurs in a sample of the options. */
function occurrences(
  problem: Problem,
  denseAt: Int32Array,
): { readonly count: Int32Array; readonly together: PairCounts } {
  const { useStart, useConstraint, participant } = problem;
  const count = new Int32Array(denseAt.length);
  const together = countPairs();
  const step = Math.max(1, Math.floor(participant.length / FAMILY_SAMPLE));
  for (let k = 0; k < participant.length; k += step) {
    for (let e = useStart[k]; e < useStart[k + 1]; e++) {
      const r = useConstraint[e];
      count[r]++;
      if (denseAt[r] >= 0) continue;
      for (let f = e + 1; f < useStart[k + 1]; f++) {
        if (denseAt[useConstraint[f]] < 0) together.add(r, useConstraint[f]);
      }
    }
  }
  return { count, together };
}
