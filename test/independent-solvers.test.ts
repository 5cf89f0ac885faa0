/** Solvers that this project did not write, on the MPS of real input: glpsol and cbc must reach the same objective. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { writeMps } from '../solver/mps.ts';
import type { Problem } from '../solver/problem.ts';
import { solve } from '../solver/solve.ts';
import { defaultPolicy } from '../src/domain/policy.ts';
import { readRegion } from '../src/files/read-region.ts';
import { buildMatching } from '../src/matching/matching.ts';

const folder = mkdtempSync(join(tmpdir(), 'independent-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function problemOf(region: string): Promise<Problem> {
  const reading = await readRegion(join(import.meta.dirname, '..', 'data', region));
  if (reading.status === 'refused') throw new Error(`${region} does not read`);
  return buildMatching(reading.region, reading.region.policy ?? defaultPolicy).problem;
}

async function ownObjective(problem: Problem): Promise<number> {
  const settings = {
    engine: 'highs',
    gap: 0,
    seed: 0,
    timeLimitMs: Number.POSITIVE_INFINITY,
    now: () => 0,
  } as const;
  const solution = await solve(problem, settings);
  if (solution.status !== 'optimal') throw new Error(`ended ${solution.status}`);
  return solution.objective;
}

interface Outside {
  readonly command: string;
  readonly args: (mps: string, answer: string) => readonly string[];
  /** The objective in its answer, minimised: the negated points. */
  readonly objective: RegExp;
}

const cbc: Outside = {
  command: 'cbc',
  args: (mps, answer) => [mps, 'ratioGap', '0', 'allowableGap', '0', 'solve', 'solution', answer, 'quit'],
  objective: /^Optimal - objective value (\S+)/,
};
const glpsol: Outside = {
  command: 'glpsol',
  args: (mps, answer) => ['--freemps', mps, '--output', answer],
  objective: /Status:\s+INTEGER OPTIMAL\nObjective:\s+points = (\S+)/,
};

/** Missing solvers fail the run in CI, where they are installed; elsewhere the test says that it looked at nothing. */
function isThere({ command }: Outside): boolean {
  if (spawnSync('sh', ['-c', `command -v ${command}`]).status === 0) return true;
  if (process.env.CI) throw new Error(`${command} is missing: apt-get install glpk-utils coinor-cbc`);
  console.warn(
    `SKIPPED: ${command} is not installed, so nothing was checked (apt-get install glpk-utils coinor-cbc)`,
  );
  return false;
}

describe('outside solvers reach the same objective', () => {
  async function agrees(region: string, outside: Outside): Promise<void> {
    const problem = await problemOf(region);
    const mps = join(folder, `${region}.mps`);
    const answer = join(folder, `${region}.${outside.command}`);
    writeFileSync(mps, [...writeMps(problem)].join(''));
    const run = spawnSync(outside.command, outside.args(mps, answer), { encoding: 'utf8' });
    expect(run.stdout).not.toMatch(/with [1-9]\d* errors|processing error/);
    const found = outside.objective.exec(readFileSync(answer, 'utf8'));
    expect(-Number(found?.[1])).toBe(await ownObjective(problem));
  }

  test.each([glpsol, cbc])('on farsta-2004: $command', async (outside) => {
    if (isThere(outside)) await agrees('farsta-2004', outside);
  });

  // Both districts take cbc some minutes, and so are left to CI.
  test('on farsta-skarholmen: cbc', { timeout: 1_200_000 }, async () => {
    if (!process.env.CI) console.warn('SKIPPED: both districts by cbc; run with CI=true');
    else if (isThere(cbc)) await agrees('farsta-skarholmen', cbc);
  });
});
