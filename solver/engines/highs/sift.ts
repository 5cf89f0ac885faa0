/**
 * The relaxation over all options, by solving it over few of them (sifting, or column generation).
 *
 * 1. Each participant starts with their first START_A_PERSON options (canonical form puts the best first).
 * 2. HiGHS prices the constraints for the options in hand.
 * 3. A pass over all options finds who could do better at these prices with an option not in hand: their best few join.
 *    Where nobody can, the prices are those of the whole relaxation.
 * 4. Options in hand that cannot meet the hard rows at all prove nothing: then all join.
 *
 * J. J. H. Forrest and D. Goldfarb call it so in "Steepest-edge simplex algorithms for linear programming" (1992).
 * Cost: a handful of relaxations of a tenth of the size. Stopped on the way, the last prices serve, as any prices do.
 */
import type { Highs } from 'highs';
import type { Problem } from '../../problem.ts';
import { optionStarts } from '../assignment.ts';
import type { Watch } from '../watch.ts';
import { type PriceBound, priceBound } from './bound.ts';
import type { ModelPart, Shape } from './model.ts';
import { solveRelaxation } from './run.ts';

const START_A_PERSON = 16;
const JOIN_A_PERSON = 15;
/** A participant who could gain less than this, in points, at the prices in hand is served. */
const GAIN_TOLERANCE = 1e-7;

export interface PricedRelaxation {
  readonly status: 'priced';
  readonly prices: Float64Array;
  readonly relaxed: PriceBound;
  /** Per option: how much of it the relaxation picks. */
  readonly picked: Float64Array;
}

export type Sifted = PricedRelaxation | { readonly status: 'infeasible' } | { readonly status: 'stopped' };

/** Prices of the relaxation over all options, and what they say. */
export function sift(highs: Highs, shape: Shape, watch: Watch): Sifted {
  const { problem } = shape;
  const start = optionStarts(problem);
  const inHand = Uint8Array.from(problem.participant, (person, option) =>
    option - start[person] < START_A_PERSON ? 1 : 0,
  );
  let last: Sifted = { status: 'stopped' };
  for (;;) {
    const options = Int32Array.from(inHand.keys()).filter((option) => inHand[option] === 1);
    const run = solveRelaxation(highs, shape, plainPart(shape.problem, options), watch);
    if (run.status === 'stopped') return last;
    if (run.status === 'infeasible') {
      if (options.length === inHand.length) return run;
      inHand.fill(1);
      continue;
    }
    const relaxed = priceBound(problem, run.prices);
    if (last.status !== 'priced' || relaxed.bound <= last.relaxed.bound) {
      const picked = new Float64Array(inHand.length);
      options.forEach((option, i) => {
        picked[option] = run.picked[i];
      });
      last = { status: 'priced', prices: run.prices, relaxed, picked };
    }
    if (joinBetter(problem, start, relaxed, inHand) === 0 || watch.stop()) return last;
  }
}

/** A part of these options as they are: no bonus, no margin. */
export function plainPart(problem: Problem, options: Int32Array): ModelPart {
  return {
    options,
    bonus: new Float64Array(options.length),
    margin: new Float64Array(problem.limit.length),
  };
}

/** Takes into hand the best options that beat all those in hand (and staying unplaced); returns how many. */
function joinBetter(problem: Problem, start: Int32Array, relaxed: PriceBound, inHand: Uint8Array): number {
  const { best, loss } = relaxed;
  let joined = 0;
  for (let person = 0; person < problem.participants.length; person++) {
    let gain = best[person];
    for (let option = start[person]; option < start[person + 1]; option++) {
      if (inHand[option] === 1) gain = Math.min(gain, loss[option]);
    }
    if (gain <= GAIN_TOLERANCE) continue;
    const better: number[] = [];
    for (let option = start[person]; option < start[person + 1]; option++) {
      if (inHand[option] === 0 && loss[option] < gain - GAIN_TOLERANCE / 2) better.push(option);
    }
    better.sort((a, b) => loss[a] - loss[b] || a - b);
    for (const option of better.slice(0, JOIN_A_PERSON)) inHand[option] = 1;
    joined += Math.min(better.length, JOIN_A_PERSON);
  }
  return joined;
}
