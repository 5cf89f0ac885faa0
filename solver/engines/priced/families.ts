/**
 * Families of rows and their sides. Rows that mostly occur together are one family (a team's seats, its mix, its wanted
 * adults), and families that meet in an option take different sides where possible (team and SFI group), by
 * breadth-first search. A guess is enough: families make passes quicker and exchanges possible, no answer rests on them.
 *
 * Cost: the pairs of rows in a sample of the options.
 */
import type { Problem } from '../../problem.ts';

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
  const rows = denseAt.length;
  const { count, together } = occurrences(problem, denseAt);
  const familyOf = hosts(count, together);
  const meets = new Map<number, Set<number>>();
  const meet = (f: number, g: number): void => {
    const known = meets.get(f);
    if (known) known.add(g);
    else meets.set(f, new Set([g]));
  };
  for (const key of together.keys()) {
    const f = familyOf[Math.floor(key / rows)];
    const g = familyOf[key % rows];
    if (f === g) continue;
    meet(f, g);
    meet(g, f);
  }
  const side = new Int8Array(rows).fill(-1);
  for (const first of familyOf) {
    if (side[first] >= 0) continue;
    side[first] = 0;
    const queue = [first];
    for (const f of queue) {
      for (const g of meets.get(f) ?? []) {
        if (side[g] >= 0) continue;
        side[g] = side[f] === 0 ? 1 : 0;
        queue.push(g);
      }
    }
  }
  return { side: side.map((_, r) => (denseAt[r] >= 0 ? -1 : side[familyOf[r]])), familyOf };
}

/**
 * Per row: the row that stands for its family. Each row joins the rarest row that is no rarer than itself and occurs
 * with it most of the time: wanted adults join their team, not the SFI group that happens to be near.
 */
function hosts(count: Int32Array, together: ReadonlyMap<number, number>): Int32Array {
  const rows = count.length;
  const joins = Int32Array.from({ length: rows }, (_, r) => r);
  const before = (r: number, s: number): boolean => count[r] < count[s] || (count[r] === count[s] && r > s);
  const offer = (r: number, host: number, times: number): void => {
    if (times < FAMILY_SHARE * count[r]) return;
    if (joins[r] === r || before(host, joins[r])) joins[r] = host;
  };
  for (const [key, times] of together) {
    const r = Math.floor(key / rows);
    const s = key % rows;
    if (before(r, s)) offer(r, s, times);
    else offer(s, r, times);
  }
  const root = (r: number): number => (joins[r] === r ? r : root(joins[r]));
  return joins.map((_, r) => root(r));
}

/** How often each row, and each pair of rows that are not dense, occurs in a sample of the options. */
function occurrences(
  problem: Problem,
  denseAt: Int32Array,
): { readonly count: Int32Array; readonly together: ReadonlyMap<number, number> } {
  const { useStart, useConstraint, participant } = problem;
  const rows = denseAt.length;
  const count = new Int32Array(rows);
  const together = new Map<number, number>();
  const step = Math.max(1, Math.floor(participant.length / FAMILY_SAMPLE));
  for (let k = 0; k < participant.length; k += step) {
    for (let e = useStart[k]; e < useStart[k + 1]; e++) {
      const r = useConstraint[e];
      count[r]++;
      if (denseAt[r] >= 0) continue;
      for (let f = e + 1; f < useStart[k + 1]; f++) {
        if (denseAt[useConstraint[f]] >= 0) continue;
        const key = r * rows + useConstraint[f];
        together.set(key, (together.get(key) ?? 0) + 1);
      }
    }
  }
  return { count, together };
}
