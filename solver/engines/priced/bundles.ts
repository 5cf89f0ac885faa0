/**
 * Bundles: tuples of rows and amounts, with points, that many options share. An option is three of them: what it is
 * worth together with its amounts of dense rows, and what it uses on either side (families.ts). Scores and equity
 * amounts have few distinct values, so that a pass reads three small numbers an option, and every bundle's price is
 * computed once.
 *
 * Equal bundles are found by hashing. Cost: one pass over the entries.
 */
import type { Problem } from '../../problem.ts';

export interface Bundles {
  /** Per option: its points and dense rows; its rows of side 0; those of side 1. */
  readonly worth: Int32Array;
  readonly first: Int32Array;
  readonly second: Int32Array;
  /** Per bundle: points. Bundle 0 is worth nothing and uses nothing. */
  readonly points: Float64Array;
  /** Bundle b has the entries bundleStart[b] <= i < bundleStart[b + 1]; amounts are scaled. */
  readonly bundleStart: Int32Array;
  readonly bundleRow: Int32Array;
  readonly bundleAmount: Float64Array;
}

const FIRST_SLOTS = 1 << 12;

/** The bundles of every option. `side` is 0 or 1 per row, -1 for dense rows. */
export function bundlesOf(problem: Problem, side: Int8Array, scale: Float64Array): Bundles {
  const { score, useStart, useConstraint, useAmount } = problem;
  const options = score.length;
  const worth = new Int32Array(options);
  const first = new Int32Array(options);
  const second = new Int32Array(options);
  const table = bundleTable();
  const { take, find } = table;
  for (let k = 0; k < options; k++) {
    const from = useStart[k];
    const to = useStart[k + 1];
    for (let e = from; e < to; e++) if (side[useConstraint[e]] < 0) take(useConstraint[e], useAmount[e]);
    worth[k] = find(score[k]);
    for (let e = from; e < to; e++) if (side[useConstraint[e]] === 0) take(useConstraint[e], useAmount[e]);
    first[k] = find(0);
    for (let e = from; e < to; e++) if (side[useConstraint[e]] === 1) take(useConstraint[e], useAmount[e]);
    second[k] = find(0);
  }
  return { worth, first, second, ...table.finish(scale) };
}

/** Entries are taken one by one after those of the last bundle; `find` names their bundle, the last one if it is new. */
function bundleTable() {
  let slots = new Int32Array(FIRST_SLOTS);
  let hashes = new Int32Array(FIRST_SLOTS);
  let points = new Float64Array(FIRST_SLOTS);
  let starts = new Int32Array(FIRST_SLOTS + 1);
  let rows = new Int32Array(FIRST_SLOTS);
  let amounts = new Float64Array(FIRST_SLOTS);
  let made = 1;
  let from = 0;
  let to = 0;
  let hash = 0;

  const grow = (): void => {
    slots = new Int32Array(slots.length * 2);
    hashes = longer(hashes, new Int32Array(slots.length));
    points = longer(points, new Float64Array(slots.length));
    starts = longer(starts, new Int32Array(slots.length + 1));
    for (let b = 1; b < made; b++) {
      let slot = hashes[b] & (slots.length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = b;
    }
  };
  const isTaken = (b: number): boolean => {
    if (starts[b + 1] - starts[b] !== to - from) return false;
    for (let i = starts[b], j = from; j < to; i++, j++) {
      if (rows[i] !== rows[j] || amounts[i] !== amounts[j]) return false;
    }
    return true;
  };

  return {
    take: (row: number, amount: number): void => {
      if (to === rows.length) {
        rows = longer(rows, new Int32Array(to * 2));
        amounts = longer(amounts, new Float64Array(to * 2));
      }
      rows[to] = row;
      amounts[to++] = amount;
      hash = Math.imul(hash ^ row, 0x9e3779b1) ^ (amount | 0);
      hash ^= hash >>> 15;
    },
    find: (worth: number): number => {
      if (to === from && worth === 0) return 0;
      const key = Math.imul(hash ^ worth, 0x85ebca6b);
      const mixed = key ^ (key >>> 13);
      hash = 0;
      let slot = mixed & (slots.length - 1);
      for (let b = slots[slot]; b !== 0; b = slots[slot]) {
        if (hashes[b] === mixed && points[b] === worth && isTaken(b)) {
          to = from;
          return b;
        }
        slot = (slot + 1) & (slots.length - 1);
      }
      const b = made++;
      slots[slot] = b;
      hashes[b] = mixed;
      points[b] = worth;
      from = to;
      starts[made] = to;
      if (made * 2 > slots.length) grow();
      return b;
    },
    finish: (scale: Float64Array): Omit<Bundles, 'worth' | 'first' | 'second'> => ({
      points: points.slice(0, made),
      bundleStart: starts.slice(0, made + 1),
      bundleRow: rows.slice(0, to),
      bundleAmount: amounts.slice(0, to).map((amount, i) => amount * scale[rows[i]]),
    }),
  };
}

function longer<T extends Int32Array | Float64Array>(old: T, larger: T): T {
  larger.set(old);
  return larger;
}
