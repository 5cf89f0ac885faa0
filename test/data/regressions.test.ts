import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { engineNames } from '../../solver/engines/names.ts';
import { readProblem } from '../../solver/problem-json.ts';
import { solve } from '../../solver/solve.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { readRegion } from '../../src/files/read-region.ts';
import { buildMatching } from '../../src/matching/matching.ts';

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

const regionCase = z.discriminatedUnion('read', [
  z.strictObject({
    about: z.string(),
    read: z.literal('refused'),
    errors: z.array(
      z.strictObject({ file: z.string(), row: z.int().nullable(), column: z.string().nullable() }),
    ),
  }),
  z.strictObject({
    about: z.string(),
    read: z.literal('read'),
    objective: z.int().optional(),
    placed: z.array(z.string()),
  }),
]);

const settings = { gap: 0, seed: 1, timeLimitMs: Number.POSITIVE_INFINITY, now: () => 0 };
const entries = readdirSync(folder, { withFileTypes: true });
const regions = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));

test('every case is in the table of data/README.md', () => {
  expect(files.length).toBeGreaterThan(0);
  for (const name of [...files, ...regions]) expect(readme).toContain(`\`${name}\``);
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
    const solution = await solve(problem, { ...settings, engine });
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

describe.each(regions)('%s', (name) => {
  const expected = regionCase.parse(
    JSON.parse(readFileSync(new URL(`${name}/expected.json`, folder), 'utf8')),
  );

  test(expected.about, async () => {
    const reading = await readRegion(fileURLToPath(new URL(`${name}/region`, folder)));
    if (reading.status === 'refused') {
      const where = reading.errors.map(({ file, row, column }) => ({ file, row, column }));
      if (expected.read === 'read') throw new Error(`refused: ${JSON.stringify(reading.errors)}`);
      expect(where).toHaveLength(expected.errors.length);
      expect(where).toEqual(expect.arrayContaining(expected.errors));
      return;
    }
    if (expected.read === 'refused') throw new Error('the region was read');
    const { region } = reading;
    const { problem } = buildMatching(region, region.policy ?? defaultPolicy);
    const solution = await solve(problem, { ...settings, engine: 'highs' });
    if (solution.status !== 'optimal') throw new Error(`the proposal is ${solution.status}`);
    const placed = problem.participants.filter((_, p) => solution.chosen[p] >= 0);
    expect([...placed].sort()).toEqual([...expected.placed].sort());
    if (expected.objective !== undefined) expect(solution.objective).toBe(expected.objective);
  });
});
