/**
 * A problem in the form that the price engine passes over: flat arrays, rows scaled, what options have in common
 * computed once.
 *
 * 1. Rows that more than a fifth of the options use are dense: their amounts stand beside each option.
 * 2. All other uses of an option are split into two bundles, tuples of rows and amounts that many options share (a
 *    team's rows for one class of people; an SFI group's row), so that a bundle's price is computed once a pass.
 * 3. Every row is divided by the root mean square of its amounts, which tames amounts of 1e8 beside seats.
 *
 * Cost: a few passes over the entries.
 */
import type { Problem } from '../../problem.ts';
import { optionStarts } from '../assignment.ts';
import { type Families, familiesOf } from './families.ts';

export interface Working {
  readonly people: number;
  readonly rows: number;
  /** Per person: options start[p] <= o < start[p + 1]. */
  readonly start: Int32Array;
  readonly score: Float64Array;
  /** Per option: its two bundles. */
  readonly first: Int32Array;
  readonly second: Int32Array;
  /** Bundle b has the entries bundleStart[b] <= i < bundleStart[b + 1]; amounts are scaled. */
  readonly bundleStart: Int32Array;
  readonly bundleRow: Int32Array;
  readonly bundleAmount: Float64Array;
  /** The dense rows, and their scaled amounts, option by option. */
  readonly denseRow: Int32Array;
  readonly denseAmount: Float64Array;
  /** Per row: what its amounts and its limit were multiplied by; price = working price * scale. */
  readonly scale: Float64Array;
  readonly limit: Float64Array;
  /** As stated; and the largest working price, penalty / scale. */
  readonly penalty: Float64Array;
  readonly most: Float64Array;
  /** Rows whose price cannot matter, or is known: those without options. */
  readonly empty: Uint8Array;
  readonly families: Families;
}

const DENSE_SHARE = 0.2;

export function compile(problem: Problem): Working {
  const { limit, penalty, useStart, useConstraint, useAmount, participant } = problem;
  const rows = limit.length;
  const options = participant.length;
  const count = new Int32Array(rows);
  const square = new Float64Array(rows);
  useConstraint.forEach((r, e) => {
    count[r]++;
    square[r] += useAmount[e] * useAmount[e];
  });
  const scale = square.map((sum, r) => (sum > 0 ? Math.sqrt(count[r] / sum) : 1));
  const denseRow = Int32Array.from([...count.keys()].filter((r) => count[r] > DENSE_SHARE * options));
  const denseAt = new Int32Array(rows).fill(-1);
  denseRow.forEach((r, d) => {
    denseAt[r] = d;
  });
  const denseAmount = new Float64Array(options * denseRow.length);
  if (denseRow.length > 0) {
    for (let k = 0; k < options; k++) {
      for (let e = useStart[k]; e < useStart[k + 1]; e++) {
        const d = denseAt[useConstraint[e]];
        if (d >= 0) denseAmount[k * denseRow.length + d] = useAmount[e] * scale[useConstraint[e]];
      }
    }
  }
  const families = familiesOf(problem, denseAt);
  return {
    people: problem.participants.length,
    rows,
    start: optionStarts(problem),
    score: problem.score,
    ...bundle(problem, families.side, scale),
    families,
    denseRow,
    denseAmount,
    scale,
    limit: limit.map((most, r) => most * scale[r]),
    penalty,
    most: penalty.map((points, r) => points / scale[r]),
    empty: Uint8Array.from(count, (uses) => (uses === 0 ? 1 : 0)),
  };
}

/** The bundles of every option on both sides, equal ones found by hashing. */
function bundle(
  problem: Problem,
  side: Int8Array,
  scale: Float64Array,
): Pick<Working, 'first' | 'second' | 'bundleStart' | 'bundleRow' | 'bundleAmount'> {
  const { useStart, useConstraint, useAmount } = problem;
  const options = problem.participant.length;
  const first = new Int32Array(options);
  const second = new Int32Array(options);
  const starts: number[] = [0, 0];
  const rows: number[] = [];
  const amounts: number[] = [];
  let slots = new Int32Array(1 << 12);
  const hashes: number[] = [0];

  const same = (b: number, k: number, at: number): boolean => {
    let i = starts[b];
    for (let e = useStart[k]; e < useStart[k + 1]; e++) {
      if (side[useConstraint[e]] !== at) continue;
      if (i === starts[b + 1] || rows[i] !== useConstraint[e] || amounts[i] !== useAmount[e]) return false;
      i++;
    }
    return i === starts[b + 1];
  };
  const place = (b: number): void => {
    let slot = hashes[b] & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = b;
  };
  const find = (k: number, at: number): number => {
    let hash = 17;
    let size = 0;
    for (let e = useStart[k]; e < useStart[k + 1]; e++) {
      if (side[useConstraint[e]] !== at) continue;
      hash = Math.imul(hash ^ useConstraint[e], 0x9e3779b1) ^ (useAmount[e] | 0);
      hash ^= hash >>> 15;
      size++;
    }
    if (size === 0) return 0;
    let slot = hash & (slots.length - 1);
    for (let b = slots[slot]; b !== 0; b = slots[slot]) {
      if (same(b, k, at)) return b;
      slot = (slot + 1) & (slots.length - 1);
    }
    for (let e = useStart[k]; e < useStart[k + 1]; e++) {
      if (side[useConstraint[e]] !== at) continue;
      rows.push(useConstraint[e]);
      amounts.push(useAmount[e]);
    }
    starts.push(rows.length);
    hashes.push(hash);
    const made = starts.length - 2;
    if (made * 2 > slots.length) {
      slots = new Int32Array(slots.length * 2);
      for (let b = 1; b < made; b++) place(b);
    }
    place(made);
    return made;
  };
  for (let k = 0; k < options; k++) {
    first[k] = find(k, 0);
    second[k] = find(k, 1);
  }
  return {
    first,
    second,
    bundleStart: Int32Array.from(starts),
    bundleRow: Int32Array.from(rows),
    bundleAmount: Float64Array.from(amounts, (amount, i) => amount * scale[rows[i]]),
  };
}
