import { describe, expect, test } from 'vitest';
import { greedy } from '../../../solver/engines/greedy.ts';
import { passesSharedSuite, problemOf, unhurried } from './shared-suite.ts';

passesSharedSuite(greedy, { exact: false, keepsHardRows: false });

/** Three people for two teams of one seat; a hard row that looks at no seat; a wish that costs points. */
const problem = problemOf((b) => {
  const north = b.constraint('north', 1);
  const south = b.constraint('south', 1);
  const equity = b.constraint('equity', 0);
  const wish = b.constraint('wish', 0, 1000);
  const first = b.participant('first');
  b.option(first, 40);
  b.use(north, 1);
  b.option(first, 60);
  b.use(south, 1);
  const second = b.participant('second');
  b.option(second, 90);
  b.use(south, 1);
  b.option(second, 10);
  b.use(north, 1);
  b.use(wish, 1);
  const third = b.participant('third');
  b.option(third, 70);
  b.use(north, 1);
  b.use(equity, 5);
  b.option(third, 30);
  b.use(equity, -1);
});

async function chosenBy(order?: Int32Array): Promise<readonly number[]> {
  const result = await greedy.solve(problem, { ...unhurried, ...(order && { order }) });
  return result.status === 'found' ? [...result.chosen] : [];
}

describe('greedy', () => {
  test('gives each in turn the best that seats allow, and looks at no penalty', async () => {
    expect(await chosenBy()).toEqual([1, 3, 5]);
  });

  test('serves in the order of arrival that it is given, and enforces no equity', async () => {
    expect(await chosenBy(Int32Array.of(2, 1, 0))).toEqual([-1, 2, 4]);
  });
});
