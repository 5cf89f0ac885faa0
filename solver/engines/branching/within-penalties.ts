import type { Problem } from '../../problem.ts';
import type { CutRow } from '../linear/program.ts';

/** What is left free under a penalty, so that prices rounded by the certificate stay within it. */
const ROOM = 1e-7;

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
  const chargedFor = new Map<number, number>();
  cuts.forEach(({ overruns }, c) => {
    const price = prices[rows + c];
    if (price === 0) return;
    for (const [r, times] of overruns) {
      const charged = (chargedFor.get(r) ?? 0) + times * price;
      const most = Math.max(0, penalty[r] - ROOM);
      chargedFor.set(r, Math.min(charged, most));
      if (charged > most)
        prices[rows + c] = Math.max(0, Math.min(prices[rows + c], price - (charged - most) / times - ROOM));
    }
  });
  for (const [r, charged] of chargedFor)
    prices[r] = Math.max(0, Math.min(prices[r], penalty[r] - ROOM - charged));
}
