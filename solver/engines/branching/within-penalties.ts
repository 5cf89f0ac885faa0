import type { Problem } from '../../problem.ts';
import type { CutRow } from '../linear/program.ts';

/** What is left free under a penalty: for the rounding here, and for the certificate's, per unit that a cut charges for. */
const ROOM = 1e-7;
const ROOM_PER_UNIT = 4e-9;

/**
 * Brings prices, per constraint and then per cut, to what a certificate takes: within [0, penalty], and for a soft
 * constraint together with what the cuts that give way to its overrun charge for it.
 */
export function withinPenalties(problem: Problem, cuts: readonly CutRow[], prices: Float64Array): void {
  const { penalty } = problem;
  const rows = penalty.length;
  for (let r = 0; r < prices.length; r++) {
    prices[r] = Math.max(0, r < rows ? Math.min(penalty[r], prices[r]) : prices[r]);
  }
  const left = new Map<number, number>();
  cuts.forEach(({ overruns }, c) => {
    const at = rows + c;
    if (prices[at] === 0) return;
    for (const [r, times] of overruns) {
      const room = (left.get(r) ?? penalty[r] - ROOM) - times * ROOM_PER_UNIT;
      prices[at] = Math.max(0, Math.min(prices[at], room / times));
    }
    for (const [r, times] of overruns) {
      left.set(r, (left.get(r) ?? penalty[r] - ROOM) - times * (ROOM_PER_UNIT + prices[at]));
    }
  });
  for (const [r, room] of left) prices[r] = Math.max(0, Math.min(prices[r], room));
}
