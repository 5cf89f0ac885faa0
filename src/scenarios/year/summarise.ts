/** Many runs as one answer: means with intervals, shares of the limit, differences between policies, bands by week. */
import { conclusionOf } from './conclusion.ts';
import { estimator, quantile } from './intervals.ts';
import type { PolicyName } from './policy-names.ts';
import { SIMULATION_FORMAT, type Simulation } from './result-format.ts';
import type { Lived, Run } from './run-format.ts';
import type { YearSetting } from './setting.ts';

/** `runs`: at least one, in any order. */
export function summarise(
  region: string,
  setting: YearSetting,
  seed: number,
  unordered: readonly Run[],
): Simulation {
  const runs = [...unordered].sort((a, b) => a.run - b.run);
  const estimate = estimator(runs.length, seed);
  const points = (name: PolicyName) => (run: Run) =>
    name === 'hindsight' ? run.limit : run.policies[name].points;
  const share = (name: PolicyName) => (run: Run) => (run.limit > 0 ? points(name)(run) / run.limit : 1);
  const difference = (a: PolicyName, b: PolicyName) =>
    estimate(runs.map((run) => share(a)(run) - share(b)(run)));
  const of = (name: PolicyName): Simulation['policies'][PolicyName] => {
    const { mean: meanPoints, interval } = estimate(runs.map(points(name)));
    const placed = estimate(runs.map((run) => run.policies[name].placed));
    const lives = runs.map((run) => run.policies[name]);
    return {
      meanPoints,
      interval,
      placed: placed.mean,
      placedInterval: placed.interval,
      share: estimate(runs.map(share(name))),
      bands: {
        placed: bandOf(lives, ({ placedByWeek }) => placedByWeek),
        there: bandOf(lives, ({ thereByWeek }) => thereByWeek),
        waiting: bandOf(lives, ({ waitingByWeek }) => waitingByWeek),
      },
    };
  };
  const figures = {
    policies: {
      greedy: of('greedy'),
      batch: of('batch'),
      priced: of('priced'),
      hindsight: of('hindsight'),
    },
    hindsightPlan: estimate(runs.map(({ policies }) => policies.hindsight.points)),
    ahead: {
      batchOverGreedy: difference('batch', 'greedy'),
      pricedOverGreedy: difference('priced', 'greedy'),
      pricedOverBatch: difference('priced', 'batch'),
    },
  };
  return {
    format: SIMULATION_FORMAT,
    region,
    setting,
    seed,
    seeds: runs.length,
    people: estimate(runs.map(({ people }) => people)).mean,
    ...figures,
    conclusion: conclusionOf(figures),
  };
}

type Band = Simulation['policies'][PolicyName]['bands']['placed'];

function bandOf(lives: readonly Lived[], byWeek: (life: Lived) => readonly number[]): Band {
  const weeks = byWeek(lives[0]).length;
  const at = (share: number): number[] =>
    Array.from({ length: weeks }, (_, week) =>
      quantile(Float64Array.from(lives, (life) => byWeek(life)[week]).sort(), share),
    );
  return { low: at(0.05), median: at(0.5), high: at(0.95) };
}
