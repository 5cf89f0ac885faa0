/**
 * The parts around the engines, each by itself, so that a regression has an address: the certificate, the canonical
 * form, the reading of a region, its options, its problem, and the proposal. Same process, warmed up once.
 */
import { join } from 'node:path';
import { canonicalise } from '../../solver/canonical.ts';
import { certify } from '../../solver/certificate/certify.ts';
import { rankOptions } from '../../solver/explain/ranking.ts';
import { solve, solveCanonical } from '../../solver/solve.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { readRegion } from '../../src/files/read-region.ts';
import { findChoices, problemOf } from '../../src/matching/matching.ts';
import { propose } from '../../src/matching/proposal.ts';
import { type Spread, seconds, spreadOf } from '../harness/summary.ts';
import { buildMadeUp } from '../instances/made-up.ts';

export interface Figure {
  readonly what: string;
  readonly spread: Spread;
}

const RUNS = 7;
const region = join(import.meta.dirname, '..', '..', 'data', 'farsta-skarholmen');

/** Measures each part; throws where the example region does not read. */
export async function runMicro(): Promise<readonly Figure[]> {
  const problem = buildMadeUp('S2', 1, 'full');
  const options = problem.participant.length;
  const settings = { engine: 'greedy', gap: 0, seed: 1, timeLimitMs: Infinity, now: () => 0 } as const;
  const solution = await solve(problem, settings);
  if (!('chosen' in solution)) throw new Error('greedy has no answer');
  const reading = await readRegion(region);
  if (reading.status === 'refused') throw new Error('the example region does not read');
  const example = reading.region;
  const policy = example.policy ?? defaultPolicy;
  const choices = findChoices(example, policy);
  const canonical = canonicalise(problemOf(choices), settings.seed);
  const placed = await solveCanonical(canonical, settings);
  if (!('chosen' in placed)) throw new Error('greedy has no answer');
  return [
    await measure(`certify, ${options} options with prices`, () =>
      certify(problem, solution.chosen, { prices: solution.prices }),
    ),
    await measure(`canonicalise, ${options} options`, () => canonicalise(problem, 1)),
    await measure(`rank one person's options among ${options}`, () =>
      rankOptions(problem, solution.prices, 0),
    ),
    await measure('read farsta-skarholmen from its folder', () => readRegion(region)),
    await measure('find its options, points and rows', () => findChoices(example, policy)),
    await measure('build its problem', () => problemOf(choices)),
    await measure('tell its proposal', () => propose(choices, placed, canonical)),
  ];
}

async function measure(what: string, work: () => unknown): Promise<Figure> {
  await work();
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const from = performance.now();
    await work();
    times.push(performance.now() - from);
  }
  const spread = spreadOf(times);
  if (!spread) throw new Error('nothing was measured');
  return { what, spread };
}

export function microLine({ what, spread: { median, least, most } }: Figure): string {
  return `${seconds(median)} s (${seconds(least)}-${seconds(most)}, ${RUNS} runs)  ${what}`;
}
