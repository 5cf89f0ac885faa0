/**
 * The exact search where equity binds: how many of each side are picked is a whole number, and splitting that number
 * first leaves parts whose relaxations are almost whole, so that their cores are small.
 *
 * 1. Of the open parts, the one with the best relaxation is taken; once it cannot beat the incumbent, none can.
 * 2. Where a row about everybody has a price there and the relaxation picks a fraction of its people, the part is split
 *    in two by that count, and each half relaxed.
 * 3. Otherwise its core is searched (core.ts).
 *
 * Without such rows there is one part, and this is the core search alone.
 */

import type { Problem } from '../../problem.ts';
import { gapOf } from '../assignment.ts';
import { type Count, countRows, splitAt } from '../counts.ts';
import type { Incumbent } from '../first-answer.ts';
import { wholeBound } from '../whole-bound.ts';
import { CORE_OPTIONS_A_PERSON, type CoreResult, type CoreTask, solveByCore } from './core.ts';
import { shapeOf } from './model.ts';
import { type PricedRelaxation, type Sifting, withLimits } from './sift.ts';

/** After so many splits the parts are searched as they are. */
const MOST_SPLITS = 12;
/** A price below this, in points a unit of a row whose largest amount counts 1, is rounding. */
const NO_PRICE = 1e-9;

export interface CountedTask extends Pick<CoreTask, 'highs' | 'watch' | 'options' | 'start'> {
  readonly sifting: Sifting;
  /** With two rows per count after the stated ones (counts.ts). */
  readonly problem: Problem;
  readonly stated: number;
  readonly counts: readonly Count[];
  readonly root: PricedRelaxation;
}

/** The assignments whose counts keep within these limits, by constraint. */
interface Part {
  readonly limits: ReadonlyMap<number, number>;
  readonly priced: PricedRelaxation;
}

/** The best assignment found, or that there is none, and the bound in whole points. */
export function solveByCounts(task: CountedTask): CoreResult {
  const { highs, problem, watch, options } = task;
  const open: Part[] = [{ limits: new Map(), priced: task.root }];
  let incumbent: Incumbent | null = task.start;
  let closed = Number.NEGATIVE_INFINITY;
  let splits = 0;
  const boundNow = (): number =>
    Math.max(closed, ...open.map(({ priced }) => wholeBound(priced.relaxed.bound)));
  while (open.length > 0) {
    const bound = boundNow();
    if (incumbent && gapOf(bound, incumbent.objective) <= options.gap) {
      return { stopped: 'gap', incumbent, infeasible: false, bound };
    }
    open.sort((a, b) => a.priced.relaxed.bound - b.priced.relaxed.bound);
    const part = open.pop();
    if (!part) break;
    const split = splits < MOST_SPLITS ? splitOf(task, part) : null;
    if (split) {
      splits++;
      for (const limits of split) {
        const half = task.sifting.relax(limits);
        if (half.status === 'stopped')
          return { stopped: watch.stop() ?? 'exhausted', incumbent, infeasible: false, bound };
        if (half.status === 'priced') open.push({ limits, priced: half });
      }
      continue;
    }
    const result = solveByCore({
      highs,
      shape: shapeOf(withLimits(problem, part.limits)),
      relaxed: part.priced.relaxed,
      start: incumbent,
      watch,
      options,
      coreOptions: CORE_OPTIONS_A_PERSON * problem.participants.length,
    });
    incumbent = result.incumbent ?? incumbent;
    if (!result.infeasible) closed = Math.max(closed, result.bound);
    const stop = watch.stop();
    if (stop) return { stopped: stop, incumbent, infeasible: false, bound: boundNow() };
  }
  if (!incumbent)
    return {
      stopped: 'exhausted',
      incumbent,
      infeasible: closed === Number.NEGATIVE_INFINITY,
      bound: closed,
    };
  const bound = Math.max(closed, incumbent.objective);
  return {
    stopped: gapOf(bound, incumbent.objective) <= options.gap ? 'gap' : 'exhausted',
    incumbent,
    infeasible: false,
    bound,
  };
}

type Limits = Part['limits'];

/** The two halves of a part by a count that a priced row turns on; null where there is none to split. */
function splitOf(
  { counts, stated }: CountedTask,
  { limits, priced }: Part,
): readonly [Limits, Limits] | null {
  for (const [count, { options, constraints }] of counts.entries()) {
    if (!constraints.some((r) => priced.prices[r] > NO_PRICE)) continue;
    const most = splitAt(options.reduce((sum, option) => sum + priced.picked[option], 0));
    if (most === null) continue;
    const rows = countRows(stated, count);
    return [new Map([...limits, [rows.low, most]]), new Map([...limits, [rows.high, -most - 1]])];
  }
  return null;
}
