/**
 * The prices of the relaxation itself. The smoothed dual ends some points above it: near its lowest point every step that helps one
 * participant hurts another a little. The dual simplex goes the rest of the way from there, for a better proof of the same assignment.
 *
 * 1. The relaxation over the options with little loss is solved from the prices at hand, some steps at a time.
 * 2. Options that are worth more at the new prices get a column too, until the bound over all options is that of the columns.
 *
 * Cost: a step for about every fourth participant, each in the entries of some hundred columns; on 2,000 people half a second. On
 * 10,000 it would take longer than what it wins is worth. Prices stay as they were where it is cut short.
 */
import { type Problem, UNPLACED } from '../../problem.ts';
import { leafBound } from '../branching/leaf.ts';
import { createRelaxation, type Relaxation } from '../branching/relaxation.ts';
import type { Watch } from '../watch.ts';
import type { Losses } from './losses.ts';

export interface PricedProof {
  /** Per row, within [0, penalty]. */
  readonly prices: Float64Array;
  /** The bound they prove, in points. */
  readonly bound: number;
}

/** Options that lose more than this have no column at first. */
const REACH = 6;
/** Steps between two looks at the watch, and at most, per participant. */
const STEPS_A_LOOK = 50;
const MOST_STEPS_A_PERSON = 4;
/** A bound over all options this close to that of the columns is as good. */
const CLOSE = 0.01;

/** `losses` are those at the prices, which prove its bound. */
export function exactPrices(
  problem: Problem,
  prices: Float64Array,
  { loss, unplaced, bound }: Losses,
  watch: Watch,
): PricedProof {
  const options = Int32Array.from(loss.keys()).filter((option) => loss[option] <= REACH);
  const relaxation = createRelaxation(problem, [], options, { prices, best: unplaced }, () => false);
  let best: PricedProof = { prices, bound };
  for (;;) {
    const relaxed = solveWatched(relaxation, MOST_STEPS_A_PERSON * problem.participants.length, watch);
    if (!relaxed) return best;
    const at = leafBound(problem, [], relaxed.prices, []);
    if (at.bound < best.bound) best = { prices: relaxed.prices, bound: at.bound };
    if (at.bound - relaxed.bound < CLOSE) return best;
    const more = at.best.filter((option) => option !== UNPLACED && relaxation.columnOf(option) < 0);
    if (more.length === 0) return best;
    relaxation.add(Array.from(more));
  }
}

/** Null where the watch or so many steps in all end it before it is solved. */
function solveWatched(relaxation: Relaxation, mostSteps: number, watch: Watch) {
  while (relaxation.steps() < mostSteps && watch.stop() === null) {
    const before = relaxation.steps();
    const relaxed = relaxation.solve(Number.NEGATIVE_INFINITY, STEPS_A_LOOK);
    watch.spend((relaxation.steps() - before) * relaxation.size());
    if (relaxed) return relaxed;
  }
  return null;
}
