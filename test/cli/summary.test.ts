import { describe, expect, test } from 'vitest';
import { summarise } from '../../src/cli/summary.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { assigned, proposalOf } from '../matching/proposal-of.ts';
import { smallRegion } from '../matching/small-region.ts';

/** The lines on demands that are broken, of a proposal that breaks so many. */
async function brokenLines(count: number, lang: 'sv' | 'en'): Promise<string[]> {
  const proposal = assigned(await proposalOf(smallRegion(), defaultPolicy, { engine: 'greedy' }));
  const broken = Array.from({ length: count }, (_, i) => ({
    constraint: `mix:t${i}`,
    sv: `krav ${i}`,
    en: `demand ${i}`,
  }));
  const lines = summarise({ ...proposal, status: 'infeasible', broken }, lang).split('\n');
  return lines.filter((line) => /^(Bryter mot|Breaks|…)/.test(line));
}

describe('summarise', () => {
  test('tells up to five broken demands, each on a line', async () => {
    expect(await brokenLines(0, 'sv')).toEqual([]);
    expect(await brokenLines(5, 'sv')).toEqual([0, 1, 2, 3, 4].map((i) => `Bryter mot: krav ${i}`));
  });

  test('of more it tells the first five, then how many more', async () => {
    expect(await brokenLines(6, 'en')).toEqual([
      ...[0, 1, 2, 3, 4].map((i) => `Breaks: demand ${i}`),
      '… and 1 more demand.',
    ]);
    expect((await brokenLines(1239, 'en')).at(-1)).toBe('… and 1,234 more demands.');
    expect((await brokenLines(1239, 'sv')).at(-1)).toBe('… och mot 1\u00a0234 krav till.');
  });
});
