/**
 * The lines of classes: for each row that starts a search, the hard rows with one amount on all options of its class A,
 * one on all of B, and none below 0 elsewhere.
 *
 * Such a row is one of the first option of A or of B; whether it is the same on all the others is seen in one pass over
 * the problem, for all searches at once. Cost: the entries, and for each entry of a starting row its lines.
 */
import type { Problem } from '../problem.ts';
import type { TwoAmounts } from './two-amounts.ts';

export interface Line {
  readonly row: number;
  readonly alpha: number;
  readonly beta: number;
  readonly limit: number;
  /** Whether the row touches nothing but A and B. */
  readonly within: boolean;
}

export interface Classes {
  readonly row: number;
  readonly lines: readonly Line[];
  /** How many people own an option of each class: more than that can never be picked. */
  readonly mostA: number;
  readonly mostB: number;
}

/** The classes of every row in `starts`, each with its lines by row. */
export function classLines(problem: Problem, amounts: TwoAmounts, starts: Int32Array): readonly Classes[] {
  const { limit } = problem;
  const candidates = candidateLines(problem, amounts, starts);
  const { start, row, alpha, beta, onA, onB, broken } = candidates;
  const owners = tryAll(problem, amounts, starts, candidates);
  return Array.from(starts, (r, s): Classes => {
    const lines: Line[] = [];
    for (let i = start[s]; i < start[s + 1]; i++) {
      if (broken[i] === 1) continue;
      const within = amounts.count[row[i]] === sizeOf(amounts, r, onA[i], onB[i]);
      lines.push({ row: row[i], alpha: alpha[i], beta: beta[i], limit: limit[row[i]], within });
    }
    lines.sort((x, y) => x.row - y.row);
    return { row: r, lines, mostA: owners[2 * s], mostB: owners[2 * s + 1] };
  });
}

/** The options of A (where `onA` is 1) and of B (where `onB` is 1) of a starting row. */
function sizeOf({ count, inA }: TwoAmounts, r: number, onA: number, onB: number): number {
  return onA * inA[r] + onB * (count[r] - inA[r]);
}

/** Per search s the lines start[s] <= i < start[s + 1]: their row, whether it is on A and on B, and with which amounts. */
interface Candidates {
  readonly start: Int32Array;
  readonly row: Int32Array;
  readonly alpha: Float64Array;
  readonly beta: Float64Array;
  readonly onA: Uint8Array;
  readonly onB: Uint8Array;
  /** 1 where an option was found that does not agree. */
  readonly broken: Uint8Array;
}

/** The hard rows of the first options of A and B that could be lines by their counts. */
function candidateLines(problem: Problem, amounts: TwoAmounts, starts: Int32Array): Candidates {
  const { penalty, useStart, useConstraint, useAmount } = problem;
  const [firstOf, least, count] = [[amounts.firstA, amounts.firstB], amounts.least, amounts.count];
  const start = new Int32Array(starts.length + 1);
  let most = 0;
  for (const r of starts) {
    for (const first of firstOf) if (first[r] >= 0) most += useStart[first[r] + 1] - useStart[first[r]];
  }
  const row = new Int32Array(most);
  const [alpha, beta] = [new Float64Array(most), new Float64Array(most)];
  const [onA, onB, broken] = [new Uint8Array(most), new Uint8Array(most), new Uint8Array(most)];
  let n = 0;
  for (let s = 0; s < starts.length; s++) {
    const from = n;
    const [a, b] = [amounts.firstA[starts[s]], amounts.firstB[starts[s]]];
    for (let e = useStart[a]; e < useStart[a + 1]; e++) {
      row[n] = useConstraint[e];
      alpha[n] = useAmount[e];
      onA[n++] = 1;
    }
    if (b >= 0) {
      const toA = n;
      for (let e = useStart[b]; e < useStart[b + 1]; e++) {
        let i = from;
        while (i < toA && row[i] !== useConstraint[e]) i++;
        if (i === toA) i = n++;
        row[i] = useConstraint[e];
        beta[i] = useAmount[e];
        onB[i] = 1;
      }
    }
    for (let i = from; i < n; i++) {
      const left = count[row[i]] - sizeOf(amounts, starts[s], onA[i], onB[i]);
      const isLine =
        penalty[row[i]] === Number.POSITIVE_INFINITY && (left === 0 || (left > 0 && least[row[i]] >= 0));
      if (!isLine) broken[i] = 1;
    }
    start[s + 1] = n;
  }
  return { start, row, alpha, beta, onA, onB, broken };
}

/** Holds every option against the lines of its classes; returns, per search, the people of A and of B. */
function tryAll(
  problem: Problem,
  amounts: TwoAmounts,
  starts: Int32Array,
  candidates: Candidates,
): Int32Array {
  const { participant, limit, useStart, useConstraint, useAmount } = problem;
  const { start, row, alpha, beta, onA, onB, broken } = candidates;
  const searchOf = new Int32Array(limit.length).fill(-1);
  for (let s = 0; s < starts.length; s++) searchOf[starts[s]] = s;
  // Per row: the last option that had it, counted from 1, and the amount.
  const seen = new Int32Array(limit.length);
  const amountOf = new Float64Array(limit.length);
  const owners = new Int32Array(2 * starts.length);
  const lastOwner = new Int32Array(2 * starts.length).fill(-1);
  for (let k = 0; k < participant.length; k++) {
    // Most options are of no class: they are passed over.
    let from = useStart[k];
    while (from < useStart[k + 1] && searchOf[useConstraint[from]] < 0) from++;
    if (from === useStart[k + 1]) continue;
    for (let e = useStart[k]; e < useStart[k + 1]; e++) {
      seen[useConstraint[e]] = k + 1;
      amountOf[useConstraint[e]] = useAmount[e];
    }
    for (let e = from; e < useStart[k + 1]; e++) {
      const s = searchOf[useConstraint[e]];
      if (s < 0) continue;
      const isA = useAmount[e] === amounts.alpha[useConstraint[e]];
      const side = isA ? 2 * s : 2 * s + 1;
      if (lastOwner[side] !== participant[k]) {
        lastOwner[side] = participant[k];
        owners[side]++;
      }
      for (let i = start[s]; i < start[s + 1]; i++) {
        if (broken[i] === 1) continue;
        const has = seen[row[i]] === k + 1 ? 1 : 0;
        if (has !== (isA ? onA[i] : onB[i])) broken[i] = 1;
        else if (has === 1 && amountOf[row[i]] !== (isA ? alpha[i] : beta[i])) broken[i] = 1;
      }
    }
  }
  return owners;
}
