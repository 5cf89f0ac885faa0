/**
 * The instances must stay what they are to the last bit, or figures of different days cannot be held against each other.
 * The digests are of the files that the script wrote with which the first figures were measured, read and written again.
 */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { buildMadeUp } from '../../bench/instances/made-up.ts';
import type { Problem } from '../../solver/problem.ts';
import { writeProblem } from '../../solver/problem-json.ts';

function digest(problem: Problem): string {
  const hash = createHash('sha256');
  for (const text of writeProblem(problem)) hash.update(text);
  return hash.digest('hex');
}

const digests = [
  ['S0', 1, 'base', 'd71b669a308398e26f704bdab6ceda506de60931490b7495282a1baf487b5f52'],
  ['S0', 1, 'full', '3bc1427f72c4c35a56cbe0a1d16280102b16aff5813d9a4d7a64b039a865c3f9'],
  ['S1', 1, 'full', '3565c8d0366b57eb956abc5c0a833f6d90e498c4073a3f5412211d18f1926079'],
  ['S1', 2, 'base', 'fd8293527ba9a7c72ffbd71f3a18b58ce8773d1d7d92415098c1985dd027b7ad'],
] as const;

describe('made-up instances', () => {
  test.each(digests)('%s seed %i %s is the same to the last bit', (size, seed, rows, expected) => {
    expect(digest(buildMadeUp(size, seed, rows))).toBe(expected);
  });

  test('where equity is tight, people and options are the same and there are eight rows instead of two', () => {
    const full = buildMadeUp('S1', 1, 'full');
    const tight = buildMadeUp('S1', 1, 'tight');
    expect(tight.score).toEqual(full.score);
    expect(tight.team).toEqual(full.team);
    const equity = (problem: Problem) => problem.constraints.filter((id) => id.startsWith('equity'));
    expect(equity(full)).toHaveLength(2);
    expect(equity(tight)).toHaveLength(8);
  });

  test('equity rows say 0.98 in whole numbers: -50 others for the first group, 49 of the first for the others', () => {
    const { constraints, participants, useConstraint, useAmount } = buildMadeUp('S1', 1, 'tight');
    const rate = constraints.indexOf('equity:women:rate');
    const amounts = new Set(useAmount.filter((_, e) => useConstraint[e] === rate));
    const [first, others] = [...amounts].sort((a, b) => a - b);
    expect(amounts.size).toBe(2);
    expect(first / -50 + others / 49).toBe(participants.length);
  });
});
