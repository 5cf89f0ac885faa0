/**
 * Annealing (Kirkpatrick, Gelatt and Vecchi 1983) over the core, with limits that harden.
 *
 * 1. It starts from any assignment; the first time everybody stands at their best, whatever the limits say.
 * 2. A sweep offers every person, one after the other, a random other core option. It is taken when it costs less, or
 *    with the usual chance at the temperature. A unit of overrun or of costly room costs at most `stiffness` points.
 * 3. From sweep to sweep the stiffness grows and the temperature falls: near ties are sorted out while limits are still
 *    soft, when nobody has to make room first.
 * 4. In the end people leave capacities that are still overfull, those first whose leaving costs least.
 *
 * Cost: sweeps times people times the entries of two options.
 */
import { UNPLACED } from '../../problem.ts';
import type { Watch } from '../watch.ts';
import type { Core } from './losses.ts';
import type { Random } from './random.ts';
import type { State } from './state.ts';

/** How a run goes: `from` and `to` are the first and the last sweep's values, with geometric steps between. */
export interface Schedule {
  readonly sweeps: number;
  readonly stiffness: { readonly from: number; readonly to: number };
  readonly temperature: { readonly from: number; readonly to: number };
}

export function anneal(
  state: State,
  core: Core,
  scale: Float64Array,
  random: Random,
  watch: Watch,
  schedule: Schedule,
): void {
  const { problem, chosen, used, price, over, capacity } = state;
  const { useStart, useConstraint, useAmount, limit } = problem;
  const people = chosen.length;
  const slackCost = new Float64Array(limit.length);
  const overCost = new Float64Array(limit.length);
  const stiffen = (stiffness: number): void => {
    for (let r = 0; r < limit.length; r++) {
      const most = stiffness * scale[r];
      slackCost[r] = Math.min(price[r], most);
      overCost[r] = capacity[r] === 1 ? most : Math.min(over[r], most);
    }
  };
  const rowCost = (r: number, use: number): number =>
    use <= limit[r] ? slackCost[r] * (limit[r] - use) : overCost[r] * (use - limit[r]);

  const energy = (person: number, old: number, option: number): number => {
    let change = state.lossOf(person, option) - state.lossOf(person, old);
    if (old !== UNPLACED) {
      for (let e = useStart[old]; e < useStart[old + 1]; e++) {
        const r = useConstraint[e];
        const before = used[r];
        change += rowCost(r, before - useAmount[e]) - rowCost(r, before);
        used[r] = before - useAmount[e];
      }
    }
    if (option !== UNPLACED) {
      for (let e = useStart[option]; e < useStart[option + 1]; e++) {
        const r = useConstraint[e];
        change += rowCost(r, used[r] + useAmount[e]) - rowCost(r, used[r]);
      }
    }
    if (old !== UNPLACED) {
      for (let e = useStart[old]; e < useStart[old + 1]; e++) used[useConstraint[e]] += useAmount[e];
    }
    return change;
  };

  for (let sweep = 0; sweep < schedule.sweeps; sweep++) {
    if (watch.stop()) break;
    watch.spend(LOOKS_A_MOVE * people);
    const part = sweep / Math.max(1, schedule.sweeps - 1);
    const stiffness = between(schedule.stiffness, part);
    const temperature = between(schedule.temperature, part);
    stiffen(stiffness);
    for (let p = 0; p < people; p++) {
      const choices = core.start[p + 1] - core.start[p] + 1;
      const at = core.start[p] + Math.floor(random() * choices);
      const option = at === core.start[p + 1] ? UNPLACED : core.option[at];
      const old = chosen[p];
      if (option === old) continue;
      if (state.lossOf(p, option) - state.lossOf(p, old) > 10 * stiffness) continue;
      const change = energy(p, old, option);
      if (change < 0 || random() < Math.exp(-change / temperature)) state.move(p, option);
    }
  }
  emptyOverfull(state);
}

/** The entries of two options. */
const LOOKS_A_MOVE = 12;

function between({ from, to }: { readonly from: number; readonly to: number }, part: number): number {
  return from * (to / from) ** part;
}

/** Everybody at their best core option, or unplaced, whatever the limits say. */
export function placeAtBest(state: State, core: Core): void {
  for (let p = 0; p < state.chosen.length; p++) {
    if (core.start[p + 1] > core.start[p] && core.loss[core.start[p]] < state.lossOf(p, UNPLACED)) {
      state.move(p, core.option[core.start[p]]);
    }
  }
}

/** People leave overfull capacities, those first who lose least by it. */
function emptyOverfull(state: State): void {
  const { limit } = state.problem;
  for (let r = 0; r < limit.length; r++) {
    while (state.capacity[r] === 1 && state.used[r] > limit[r]) {
      let leaver = -1;
      let least = Number.POSITIVE_INFINITY;
      for (let node = state.firstNode(r); node >= 0; node = state.nextNode(node)) {
        const p = state.personAt(node);
        const change = state.lossOf(p, UNPLACED) - state.lossOf(p, state.chosen[p]);
        if (change < least) {
          least = change;
          leaver = p;
        }
      }
      if (leaver < 0) break;
      state.move(leaver, UNPLACED);
    }
  }
}
