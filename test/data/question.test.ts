import { describe, expect, test } from 'vitest';
import { farsta2004 } from '../../data/generator/farsta-2004.ts';
import { farstaSkarholmen } from '../../data/generator/farsta-skarholmen.ts';
import { solve } from '../../solver/solve.ts';
import { defaultPolicy, type Policy } from '../../src/domain/policy.ts';
import type { Region } from '../../src/domain/region.ts';
import { buildMatching } from '../../src/matching/matching.ts';

/** The examples are worth looking at: seats are short, some fit nowhere, and equity has a price. */

const small = farsta2004();

function optionsPerPerson(region: Region): number[] {
  const { options } = buildMatching(region, region.policy ?? defaultPolicy);
  return region.participants.map((_, p) => options.start[p + 1] - options.start[p]);
}

interface Outcome {
  readonly objective: number;
  readonly women: number;
  readonly men: number;
}

async function outcome(policy: Policy): Promise<Outcome> {
  const { problem } = buildMatching(small, policy);
  const solution = await solve(problem, {
    engine: 'highs',
    gap: 0,
    seed: 1,
    timeLimitMs: Number.POSITIVE_INFINITY,
    now: () => 0,
  });
  if (solution.status !== 'optimal') throw new Error(`the example is ${solution.status}`);
  const placed = (gender: string): number =>
    small.participants.filter((row, p) => row.gender === gender && solution.chosen[p] >= 0).length;
  return { objective: solution.objective, women: placed('woman'), men: placed('man') };
}

describe.each([
  { region: small, least: 5, most: 60, fewest: 0.05 },
  { region: farstaSkarholmen(), least: 10, most: 100, fewest: 0.05 },
])('$region.name', ({ region, least, most, fewest }) => {
  const options = optionsPerPerson(region).sort((a, b) => a - b);

  test('leaves people a choice that can be read', () => {
    const median = options[Math.floor(options.length / 2)];
    expect(median).toBeGreaterThanOrEqual(least);
    expect(median).toBeLessThanOrEqual(most);
  });

  test('has some for whom nothing fits, but not many', () => {
    const without = options.filter((count) => count === 0).length / options.length;
    expect(without).toBeGreaterThan(fewest);
    expect(without).toBeLessThan(0.2);
  });
});

test('in farsta-2004 seats are short and its equity rule has a price', async () => {
  const policy = small.policy ?? defaultPolicy;
  const free = await outcome({
    ...policy,
    equity: { ...policy.equity, placement_tolerance: null, points_tolerance: null },
  });
  const fair = await outcome(policy);
  const gap = ({ women, men }: Outcome): number => (men / 36 - women / 56) * 100;
  const withOption = optionsPerPerson(small).filter((count) => count > 0).length;
  expect(free.women + free.men).toBeLessThan(withOption);
  expect(gap(free)).toBeGreaterThan(policy.equity.placement_tolerance ?? 100);
  expect(gap(fair)).toBeLessThanOrEqual(policy.equity.placement_tolerance ?? 0);
  expect(fair.objective).toBeLessThan(free.objective);
});
