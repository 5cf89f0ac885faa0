import { describe, expect, test } from 'vitest';
import { readAssignment } from '../../bench/readers/assignment.ts';
import { readGap } from '../../bench/readers/gap.ts';
import type { Minimum } from '../../bench/readers/minimum.ts';
import { gapOptima, readPublic } from '../../bench/readers/public.ts';
import { readTransport } from '../../bench/readers/transport.ts';
import { solve } from '../../solver/solve.ts';

async function leastCost({ problem, free }: Minimum): Promise<number> {
  const settings = { engine: 'highs', gap: 0, seed: 1, timeLimitMs: Infinity, now: () => 0 } as const;
  const solution = await solve(problem, settings);
  if (solution.status !== 'optimal') throw new Error(`it is ${solution.status}`);
  expect([...solution.chosen].every((option) => option >= 0)).toBe(true);
  return free - solution.objective;
}

describe('small files whose least cost can be worked out by hand', () => {
  test('generalised assignment: the cheap agent has room for one of two', async () => {
    // Two agents, two items. Agent 0 is cheap (1, 2), agent 1 dear (5, 9); each item takes 3, agent 0 has 4.
    expect(await leastCost(readGap('2 2\n1 2\n5 9\n3 3\n3 3\n4 9\n', 'small'))).toBe(5 + 2);
  });

  test('generalised assignment: everybody is placed, however dear', async () => {
    // Item 1 fits agent 1 alone, at 100; item 0 could be had for 1 there, and takes agent 0 at 90.
    expect(await leastCost(readGap('2 2\n90 1\n1 100\n1 9\n1 1\n1 1\n', 'small'))).toBe(190);
  });

  test('linear assignment', async () => {
    expect(await leastCost(readAssignment('2\n1 2\n3 9\n', 'small'))).toBe(2 + 3);
  });

  test('transport: three units from two sources to two sinks', async () => {
    const text =
      'p min 4 4\nn 1 2\nn 2 1\nn 3 -1\nn 4 -2\na 1 3 0 2 1\na 1 4 0 2 5\na 2 3 0 1 1\na 2 4 0 1 9\n';
    expect(await leastCost(readTransport(text, 'small'))).toBe(5 + 5 + 1);
  });
});

describe('the public files', () => {
  test.each(['gap1-4', 'gap2-4'])('%s has the published optimum', async (name) => {
    const instance = readPublic('gap', name);
    expect(await leastCost(instance)).toBe(instance.optimum);
  });

  test('34 optima are known, gap1-0 costs 261 and the transport problem 42667', () => {
    expect(gapOptima().size).toBe(34);
    expect(gapOptima().get('gap1-0')).toBe(261);
    expect(readPublic('transport', 'transport_40x30').optimum).toBe(42667);
  });

  test('the assignment problem has 500 people and 250,000 options', () => {
    const { problem } = readPublic('assign', 'assign500');
    expect(problem.participants).toHaveLength(500);
    expect(problem.participant).toHaveLength(250_000);
  });

  test.each([
    ['short', () => readGap('2 2\n1 2\n', 'f')],
    ['not a number', () => readAssignment('1\nx\n', 'f')],
    ['an arc that cannot carry all', () => readTransport('n 1 2\nn 2 -2\na 1 2 0 1 3\n', 'f')],
    ['supply above demand', () => readTransport('n 1 2\nn 2 -1\na 1 2 0 2 3\n', 'f')],
  ])('a file that is %s is refused', (_, read) => {
    expect(read).toThrow(RangeError);
  });
});
