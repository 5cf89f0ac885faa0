/**
 * The relaxation over all options, by solving it over few of them (sifting, or column generation), and again under other
 * limits from where the last one ended.
 *
 * 1. Each participant starts with their first START_A_PERSON options (canonical form puts the best first).
 * 2. HiGHS prices the constraints for the options in hand.
 * 3. A pass over all options finds who could do better at these prices with an option not in hand: their best few join
 *    as new columns, and HiGHS goes on from its last basis. Where nobody can, the prices are those of the whole
 *    relaxation.
 * 4. Options in hand that cannot meet the hard rows at all prove nothing: then all join.
 *
 * J. J. H. Forrest and D. Goldfarb call it so in "Steepest-edge simplex algorithms for linear programming" (1992).
 * Cost: a handful of relaxations of a tenth of the size. Stopped on the way, the last prices serve, as any prices do.
 */
import type { Highs, Model } from 'highs';
import type { Problem } from '../../problem.ts';
import { optionStarts } from '../assignment.ts';
import { type PriceBound, priceBound } from '../price-bound.ts';
import type { Watch } from '../watch.ts';
import { addColumns, modelOf, plainPart, type Shape, shapeOf } from './model.ts';
import { pricesOf, relaxationOptions, runRelaxation, withModel } from './run.ts';

const START_A_PERSON = 10;
const JOIN_A_PERSON = 10;
/** A participant who could gain less than this, in points, at the prices in hand is served. */
const GAIN_TOLERANCE = 1e-7;

export interface PricedRelaxation {
  readonly status: 'priced';
  /** Per constraint, in points a unit, within [0, penalty]. */
  readonly prices: Float64Array;
  readonly relaxed: PriceBound;
  /** Per option: how much of it the relaxation picks. */
  readonly picked: Float64Array;
}

type Sifted = PricedRelaxation | { readonly status: 'infeasible' } | { readonly status: 'stopped' };

export interface Sifting {
  /** The relaxation with these limits in place of the problem's own, by constraint. */
  readonly relax: (limits: ReadonlyMap<number, number>) => Sifted;
}

/** Runs `operation` with the relaxation of a canonical problem. */
export function withSifting<Result>(
  highs: Highs,
  problem: Problem,
  watch: Watch,
  operation: (sifting: Sifting) => Result,
): Result {
  const shape = shapeOf(problem);
  const start = optionStarts(problem);
  const first = Int32Array.from(problem.participant.keys()).filter(
    (option) => option - start[problem.participant[option]] < START_A_PERSON,
  );
  const options = relaxationOptions(shape, first.length, watch);
  return withModel(highs, modelOf(shape, plainPart(problem, first)), options, (model) =>
    operation(siftingOf(highs, model, shape, start, first, watch)),
  );
}

function siftingOf(
  highs: Highs,
  model: Model,
  shape: Shape,
  start: Int32Array,
  first: Int32Array,
  watch: Watch,
): Sifting {
  const { problem } = shape;
  const inHand = new Uint8Array(problem.score.length);
  for (const option of first) inHand[option] = 1;
  /** Columns that joined stand after the overruns. */
  const joined: number[] = [];
  const overruns = shape.soft.length;
  const changed = new Set<number>();
  const pickedOf = (value: Float64Array): Float64Array => {
    const picked = new Float64Array(problem.score.length);
    first.forEach((option, column) => {
      picked[option] = value[column];
    });
    joined.forEach((option, i) => {
      picked[option] = value[first.length + overruns + i];
    });
    return picked;
  };
  const join = (options: readonly number[]): void => {
    addColumns(model, shape, options);
    for (const option of options) {
      inHand[option] = 1;
      joined.push(option);
    }
  };
  return {
    relax: (limits) => {
      for (const r of changed.union(new Set(limits.keys()))) {
        setLimit(model, shape, r, limits.get(r) ?? problem.limit[r]);
        changed.add(r);
      }
      const limited = limits.size === 0 ? problem : withLimits(problem, limits);
      let last: Sifted = { status: 'stopped' };
      for (;;) {
        const run = runRelaxation(highs, model, watch);
        if (run.status === 'stopped') return last;
        if (run.status === 'infeasible') {
          const others = Array.from(inHand.keys()).filter((option) => inHand[option] === 0);
          if (others.length === 0) return run;
          join(others);
          continue;
        }
        const prices = pricesOf(shape, run.rowDual);
        const relaxed = priceBound(limited, prices);
        if (last.status !== 'priced' || relaxed.bound <= last.relaxed.bound) {
          last = { status: 'priced', prices, relaxed, picked: pickedOf(run.colValue) };
        }
        const better = betterOptions(problem, start, relaxed, inHand);
        if (better.length === 0 || watch.stop()) return last;
        join(better);
      }
    },
  };
}

/** The problem with other limits. */
export function withLimits(problem: Problem, limits: ReadonlyMap<number, number>): Problem {
  return { ...problem, limit: problem.limit.map((limit, r) => limits.get(r) ?? limit) };
}

function setLimit(model: Model, shape: Shape, constraint: number, limit: number): void {
  const row = shape.problem.participants.length + constraint;
  model.changeRowBounds(row, Number.NEGATIVE_INFINITY, limit * shape.scale[constraint]);
}

/** Of each participant who could do better than with what is in hand (or with nothing): the best few others. */
function betterOptions(
  problem: Problem,
  start: Int32Array,
  relaxed: PriceBound,
  inHand: Uint8Array,
): readonly number[] {
  const { best, loss } = relaxed;
  const joining: number[] = [];
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
    joining.push(...better.slice(0, JOIN_A_PERSON));
  }
  return joining;
}
