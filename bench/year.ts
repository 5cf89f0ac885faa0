/**
 * `npm run bench-year`: simulates the tight and the slack year of data/scenarios a hundred times over, prints what each
 * policy reaches, and ends with 1 where the goals are missed: in the tight year as they come reaches at most 95 % of the
 * limit and prices at least 98 %, ahead of the others; in the slack year as they come is within 2 %.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { policyNames } from '../src/scenarios/year/policy-names.ts';
import { type Simulation, simulationSchema } from '../src/scenarios/year/result-format.ts';

const SEEDS = 100;
const root = join(import.meta.dirname, '..');

const tight = simulated('year-tight');
const slack = simulated('year-slack');
const goals = [
  ['tight: as they come is at most 95 %', tight.policies.greedy.share.mean <= 0.95],
  ['tight: prices are at least 98 %', tight.policies.priced.share.interval[0] >= 0.98],
  ['tight: prices are ahead of batches', tight.ahead.pricedOverBatch.interval[0] > 0],
  ['tight: prices are ahead of as they come', tight.ahead.pricedOverGreedy.interval[0] > 0],
  ['slack: as they come is at least 98 %', slack.policies.greedy.share.mean >= 0.98],
] as const;
for (const [goal, met] of goals) console.log(`${met ? 'met   ' : 'MISSED'}  ${goal}`);
if (goals.some(([, met]) => !met)) process.exitCode = 1;

function simulated(name: string): Simulation {
  const from = performance.now();
  const json = execFileSync(
    process.execPath,
    [
      join(root, 'src/cli/cli.mjs'),
      ...['scenario', 'simulate', join(root, 'data/farsta-2004')],
      ...['--setting', join(root, `data/scenarios/${name}.json`), '--seeds', String(SEEDS), '--json'],
    ],
    { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const seconds = (performance.now() - from) / 1000;
  const simulation = simulationSchema.parse(JSON.parse(json));
  console.log(`${name}: ${SEEDS} seeds in ${seconds.toFixed(0)} s`);
  for (const policy of policyNames) {
    const { meanPoints, placed, share } = simulation.policies[policy];
    const [low, high] = share.interval;
    console.log(
      `  ${policy.padEnd(9)} ${meanPoints.toFixed(0)} points, ${placed.toFixed(1)} placed, ${percent(share.mean)} of the limit (${percent(low)} to ${percent(high)})`,
    );
  }
  const { mean, interval } = simulation.ahead.pricedOverBatch;
  console.log(`  prices over batches ${percent(mean)} (${percent(interval[0])} to ${percent(interval[1])})`);
  return simulation;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`;
}
