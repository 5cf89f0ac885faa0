/**
 * A first assignment at given prices: people in order of regret, what they lose if their best core option is gone
 * (Martello and Toth's rule for assignment, 1981), each taking the cheapest core option that keeps every capacity. Rows that are not capacities count at their price. Cost: one pass over the core.
 */
import { UNPLACED } from '../../problem.ts';
import type { Core } from './losses.ts';
import type { Random } from './random.ts';
import { keepsCapacities, moveCost, type State } from './state.ts';

/** Places everybody who stands unplaced and whom something fits. */
export function placeByRegret(state: State, core: Core, random: Random): void {
  const people = state.chosen.length;
  const regret = new Float64Array(people);
  for (let p = 0; p < people; p++) {
    const from = core.start[p];
    const size = core.start[p + 1] - from;
    const out = state.lossOf(p, UNPLACED);
    const best = size > 0 ? core.loss[from] : out;
    regret[p] = Math.min(out, size > 1 ? core.loss[from + 1] : out) - best + random() * 1e-3;
  }
  const order = Int32Array.from(regret.keys()).sort((a, b) => regret[b] - regret[a] || a - b);
  for (const p of order) {
    if (state.chosen[p] !== UNPLACED) continue;
    const best = cheapest(p, core.option.subarray(core.start[p], core.start[p + 1]));
    if (best !== UNPLACED) state.move(p, best);
  }

  function cheapest(person: number, options: Int32Array): number {
    let best = UNPLACED;
    let least = 0;
    for (const option of options) {
      if (!keepsCapacities(state, UNPLACED, option)) continue;
      const change = moveCost(state, person, option);
      if (change < least || (best === UNPLACED && change === least)) {
        best = option;
        least = change;
      }
    }
    return best;
  }
}
