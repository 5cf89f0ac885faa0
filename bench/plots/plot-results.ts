/** A suite's plot: time over size with the fitted exponent for `scaling`, the gap over time for all others. */
import type { CaseResult, Results, TracePoint } from '../harness/outcome.ts';
import { timesOf } from '../harness/summary.ts';
import { type Chart, renderChart, type Series } from './chart.ts';
import { fitPower } from './fit.ts';

export function plotResults(results: Results): string {
  return renderChart(results.suite.startsWith('scaling') ? timeOverSize(results) : gapOverTime(results));
}

/** Dots for every run that reached its goal, a line through them all. */
function timeOverSize({ cases }: Results): Chart {
  const runs = cases.flatMap(({ size, cold }) =>
    timesOf(cold).map((ms): [number, number] => [size?.participants ?? 0, ms / 1000]),
  );
  const fit = fitPower(runs);
  const people = runs.map(([x]) => x);
  const line: readonly Series[] = fit
    ? [
        {
          label: `time ~ people^${fit.exponent.toFixed(2)}`,
          points: [Math.min(...people), Math.max(...people)].map((x) => [x, fit.factor * x ** fit.exponent]),
          shape: 'dashes',
        },
      ]
    : [];
  return {
    title: `Time over size: ${cases[0]?.goal ?? ''}`,
    xLabel: 'participants',
    yLabel: 'seconds',
    series: [{ label: cases[0]?.engine ?? '', points: runs, shape: 'dots' }, ...line],
  };
}

const MOST_SERIES = 14;

/** By the engines' own word on the way; what is left at the end is certified in the table. */
function gapOverTime({ cases, suite }: Results): Chart {
  const series = cases.map(
    (one): Series => ({
      label: `${one.instance} ${one.engine}`,
      points: gapsOf(one.trace),
      shape: 'steps',
    }),
  );
  const drawn = longest(series).slice(0, MOST_SERIES);
  return {
    title: `Gap over time: ${suite}`,
    xLabel: 'seconds',
    yLabel: `gap, % (proven at ${PROVEN_AT})`,
    series: drawn,
  };
}

/** One per instance and engine: the one with the most to show. */
function longest(series: readonly Series[]): readonly Series[] {
  const best = new Map<string, Series>();
  for (const one of series) {
    const former = best.get(one.label);
    if (one.points.length > 1 && (!former || one.points.length > former.points.length))
      best.set(one.label, one);
  }
  return [...best.values()];
}

/** Where a proof stands on an axis that has no 0. */
const PROVEN_AT = 1e-4;

/** Seconds, and the gap in percent between the best objective and the best bound so far, once it is under 100 %. */
function gapsOf(trace: CaseResult['trace']): Series['points'] {
  let objective = Number.NEGATIVE_INFINITY;
  let bound = Number.POSITIVE_INFINITY;
  return trace.flatMap(([ms, nextObjective, nextBound]: TracePoint): [number, number][] => {
    objective = Math.max(objective, nextObjective ?? objective);
    bound = Math.min(bound, nextBound ?? bound);
    const gap = (bound - objective) / Math.max(1, Math.abs(objective));
    return gap <= 1 ? [[ms / 1000, Math.max(PROVEN_AT, gap * 100)]] : [];
  });
}
