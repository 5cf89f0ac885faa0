/** The prices of leaves, as a proof tells them, and those of a leaf that leaves one assignment. */
import type { Problem } from '../../problem.ts';
import { addUse } from '../assignment.ts';
import type { Node } from './node.ts';
import { countPrices } from './path.ts';
import type { SearchState } from './search-state.ts';
import { isDecided } from './splits.ts';
import { withinPenalties } from './within-penalties.ts';

/** A leaf this far under the next whole point keeps proving it at prices of eight digits. */
const ROOM = 0.1;

/** A price in fewer digits, so that a proof is half as long. */
const shorter = (price: number): number => Number(price.toPrecision(8));

/** Per constraint, cut and count on the way; `bound` is what the node's prices prove. */
export function tellPrices(search: SearchState, { path, prices }: Node, bound: number): number[] {
  const { problem, cuts, best } = search;
  const told = best.isSettled(bound + ROOM) ? prices.map(shorter) : prices;
  if (told !== prices) withinPenalties(problem, cuts, told);
  return [...withoutRowsOfCounts(search, told), ...countPrices(path, told)];
}

/** Per constraint and cut, as a proof without a tree has them. */
export function withoutRowsOfCounts(
  { problem, told }: Pick<SearchState, 'problem' | 'told'>,
  prices: Float64Array,
): Float64Array {
  return Float64Array.of(...prices.subarray(0, told), ...prices.subarray(problem.limit.length));
}

export function isAllDecided({ relaxation }: SearchState): boolean {
  return relaxation.columnsOf.every((_, participant) => isDecided(relaxation, participant));
}

/**
 * A node that leaves one assignment, with prices that tell its worth to the point: a soft row that it overruns has its
 * penalty; a hard one so high a price that one unit settles it. `rootBound` is in points.
 */
export function decidedNode(search: SearchState, node: Node, rootBound: number): Node {
  const { stated, problem, cuts, relaxation } = search;
  const used = new Float64Array(problem.limit.length);
  const options = relaxation.options();
  for (const column of relaxation.columnsOf.flat()) {
    if (relaxation.isOpen(column)) addUse(problem, used, options[column]);
  }
  const isOver = (r: number): boolean => used[r] > problem.limit[r];
  const isBroken = problem.penalty.some((penalty, r) => penalty === Number.POSITIVE_INFINITY && isOver(r));
  const high = 4 * (mostWorth(stated) + Math.abs(rootBound) + 1) * problem.participants.length;
  const prices = new Float64Array(problem.limit.length + cuts.length);
  problem.penalty.forEach((penalty, r) => {
    if (isOver(r)) prices[r] = Math.min(penalty, high);
  });
  return { ...node, bound: isBroken ? Number.NEGATIVE_INFINITY : node.bound, prices };
}

/** What no single option can be worth more than, soft rows that it relieves or overruns included. */
function mostWorth({ score, penalty, useStart, useConstraint, useAmount }: Problem): number {
  let most = 0;
  for (let k = 0; k < score.length; k++) {
    let worth = Math.abs(score[k]);
    for (let e = useStart[k]; e < useStart[k + 1]; e++) {
      const each = penalty[useConstraint[e]];
      if (each !== Number.POSITIVE_INFINITY) worth += each * Math.abs(useAmount[e]);
    }
    most = Math.max(most, worth);
  }
  return most;
}
