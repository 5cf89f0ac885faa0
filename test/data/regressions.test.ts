import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { engineNames } from '../../solver/engines/index.ts';
import { readProblem } from '../../solver/problem-json.ts';
import { solve } from '../../solver/solve.ts';

/** Runs every case in data/regressions; its README says what a case looks like. */
const folder = new URL('../../data/regressions/', import.meta.url);
const readme = readFileSync(new URL('../README.md', folder), 'utf8');

const problemCase = z.strictObject({
  about: z.string(),
  problem: z.unknown(),
  engines: z.array(z.enum(['auto', ...engineNames])).min(1),
  holds: z.strictObject({
    status: z.enum(['optimal', 'feasible', 'infeasible', 'conflict', 'unknown']),
    objective: z.int().optional(),
    clash: z.array(z.string()).optional(),
  }),
});

const files = readdirSync(folder).filter((file) => file.endsWith('.json'));

test('every case is in the table of data/README.md', () => {
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) expect(readme).toContain(`\`${file}\``);
});

describe.each(files)('%s', (file) => {
  const {
    problem: json,
    engines,
    holds,
  } = problemCase.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8')));
  const reading = readProblem(json);

  test.each(engines)('%s', async (engine) => {
    if (reading.status === 'refused') throw new Error(JSON.stringify(reading.flaw));
    const { problem } = reading;
    const settings = { engine, gap: 0, seed: 1, timeLimitMs: Number.POSITIVE_INFINITY, now: () => 0 };
    const solution = await solve(problem, settings);
    expect(solution.status).toBe(holds.status);
    if (holds.objective !== undefined) expect(solution).toMatchObject({ objective: holds.objective });
    if (holds.clash !== undefined) {
      if (solution.status !== 'conflict') throw new Error(`no conflict but ${solution.status}`);
      expect(solution.clash.constraints.map((r) => problem.constraints[r]).sort()).toEqual(
        [...holds.clash].sort(),
      );
    }
  });
});
