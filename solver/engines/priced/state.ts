/**
 * An assignment under change: what it uses, who uses each row, and its cost, the distance to the bound in points.
 *
 * Cost = sum of losses + per row price * slack, or over * overrun, where `over` is penalty - price for a soft row and the
 * price of a violation for a hard one. Capacities (hard rows that no option frees, limit at least 0) are kept by
 * whoever makes the moves; other hard rows (equity, mix, minimums) may be broken on the way, at that price.
 *
 * A move costs the entries of two options. Nothing is allocated after the start.
 */
import { type Problem, UNPLACED } from '../../problem.ts';
import { capacities } from '../greedy.ts';
import type { Losses } from './losses.ts';

export interface State {
  readonly problem: Problem;
  readonly chosen: Int32Array;
  readonly used: Float64Array;
  readonly price: Float64Array;
  /** Per row: points lost per unit of overrun. */
  readonly over: Float64Array;
  /** 1 for capacities. */
  readonly capacity: Uint8Array;
  /** 1 for rows whose members are listed. */
  readonly listed: Uint8Array;
  /** Loss of an option of a person, or of UNPLACED. */
  readonly lossOf: (person: number, option: number) => number;
  readonly move: (person: number, option: number) => void;
  /** The cost now, violations at their price. */
  readonly cost: () => number;
  /** The cost from scratch: undoes the rounding of many moves, and needed after `over` has changed. */
  readonly recount: () => void;
  /** Visits the people whose option uses a listed row: the first, and the one after a node; -1 at the end. */
  readonly firstNode: (row: number) => number;
  readonly nextNode: (node: number) => number;
  readonly personAt: (node: number) => number;
  /** Cost of a row at this use. */
  readonly rowCost: (row: number, used: number) => number;
}

/** Rows over more than this share of all options are not listed: everybody is in them. */
const LISTED_SHARE = 0.2;

export function createState(
  problem: Problem,
  prices: Float64Array,
  losses: Losses,
  violationPrice: (row: number) => number,
): State {
  const { participants, limit, penalty, useStart, useConstraint, useAmount } = problem;
  const rows = limit.length;
  const chosen = new Int32Array(participants.length).fill(UNPLACED);
  const used = new Float64Array(rows);
  const over = penalty.map((points, r) => (Number.isFinite(points) ? points - prices[r] : violationPrice(r)));
  const capacity = capacities(problem);
  const count = new Int32Array(rows);
  for (const r of useConstraint) count[r]++;
  const listed = Uint8Array.from(count, (n, r) =>
    capacity[r] === 1 || n <= LISTED_SHARE * problem.participant.length ? 1 : 0,
  );
  let width = 1;
  for (let k = 0; k < problem.participant.length; k++) width = Math.max(width, useStart[k + 1] - useStart[k]);
  // Node person * width + j stands for the j-th entry of the person's option, in the list of that entry's row.
  const head = new Int32Array(rows).fill(-1);
  const next = new Int32Array(participants.length * width);
  const before = new Int32Array(participants.length * width);
  const { loss, unplaced } = losses;
  let total = 0;

  const rowCost = (r: number, use: number): number =>
    use <= limit[r] ? prices[r] * (limit[r] - use) : over[r] * (use - limit[r]);

  const lossOf = (person: number, option: number): number =>
    option === UNPLACED ? unplaced[person] : loss[option];

  const leave = (person: number, option: number): void => {
    for (let e = useStart[option], node = person * width; e < useStart[option + 1]; e++, node++) {
      const r = useConstraint[e];
      total -= rowCost(r, used[r]);
      used[r] -= useAmount[e];
      total += rowCost(r, used[r]);
      if (listed[r] === 0) continue;
      if (before[node] < 0) head[r] = next[node];
      else next[before[node]] = next[node];
      if (next[node] >= 0) before[next[node]] = before[node];
    }
  };

  const join = (person: number, option: number): void => {
    for (let e = useStart[option], node = person * width; e < useStart[option + 1]; e++, node++) {
      const r = useConstraint[e];
      total -= rowCost(r, used[r]);
      used[r] += useAmount[e];
      total += rowCost(r, used[r]);
      if (listed[r] === 0) continue;
      before[node] = -1;
      next[node] = head[r];
      if (head[r] >= 0) before[head[r]] = node;
      head[r] = node;
    }
  };

  const move = (person: number, option: number): void => {
    const old = chosen[person];
    total += lossOf(person, option) - lossOf(person, old);
    if (old !== UNPLACED) leave(person, old);
    if (option !== UNPLACED) join(person, option);
    chosen[person] = option;
  };

  const recount = (): void => {
    total = 0;
    for (let p = 0; p < chosen.length; p++) total += lossOf(p, chosen[p]);
    for (let r = 0; r < rows; r++) total += rowCost(r, used[r]);
  };
  recount();

  return {
    problem,
    chosen,
    used,
    price: prices,
    over,
    capacity,
    listed,
    lossOf,
    move,
    cost: () => total,
    recount,
    firstNode: (row) => head[row],
    nextNode: (node) => next[node],
    personAt: (node) => Math.floor(node / width),
    rowCost,
  };
}

/** Whether taking this option, after leaving the old one, keeps every capacity. */
export function keepsCapacities(state: State, old: number, option: number): boolean {
  const { useStart, useConstraint, useAmount, limit } = state.problem;
  for (let e = useStart[option]; e < useStart[option + 1]; e++) {
    const r = useConstraint[e];
    if (state.capacity[r] === 0) continue;
    let use = state.used[r] + useAmount[e];
    if (use <= limit[r]) continue;
    if (old !== UNPLACED) {
      for (let f = useStart[old]; f < useStart[old + 1]; f++) if (useConstraint[f] === r) use -= useAmount[f];
    }
    if (use > limit[r]) return false;
  }
  return true;
}

/** How much the cost changes when a person takes this option instead of the present one. */
export function moveCost(state: State, person: number, option: number): number {
  const { useStart, useConstraint, useAmount } = state.problem;
  const old = state.chosen[person];
  let change = state.lossOf(person, option) - state.lossOf(person, old);
  if (old !== UNPLACED) {
    for (let e = useStart[old]; e < useStart[old + 1]; e++) {
      const r = useConstraint[e];
      let use = state.used[r] - useAmount[e];
      if (option !== UNPLACED) {
        for (let f = useStart[option]; f < useStart[option + 1]; f++) {
          if (useConstraint[f] === r) use += useAmount[f];
        }
      }
      change += state.rowCost(r, use) - state.rowCost(r, state.used[r]);
    }
  }
  if (option === UNPLACED) return change;
  for (let e = useStart[option]; e < useStart[option + 1]; e++) {
    const r = useConstraint[e];
    if (old !== UNPLACED && usesRow(state.problem, old, r)) continue;
    change += state.rowCost(r, state.used[r] + useAmount[e]) - state.rowCost(r, state.used[r]);
  }
  return change;
}

function usesRow(problem: Problem, option: number, row: number): boolean {
  for (let e = problem.useStart[option]; e < problem.useStart[option + 1]; e++) {
    if (problem.useConstraint[e] === row) return true;
  }
  return false;
}
