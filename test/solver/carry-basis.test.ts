import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalise } from '../../solver/canonical.ts';
import { carryBasis } from '../../solver/cuts/carry-basis.ts';
import { canonicalBasis, originalBasis } from '../../solver/original.ts';
import { solve } from '../../solver/solve.ts';
import { teamProblem } from './engines/priced/random-team-problem.ts';
import { unhurried } from './engines/shared-suite.ts';
import { permuted } from './permuted.ts';

const cut = (row: number, facet: readonly [number, number, number]) =>
  ({ kind: 'count', a: [], b: [], rows: [row], facet }) as const;

test('rows of cuts are known by what the cut is about; those that are gone are left out', () => {
  const basis = { options: [4], unplaced: [1], tight: [0, 2, 3, 4], overrun: [1] };
  const former = [cut(0, [1, -1, 2]), cut(1, [1, -1, 2])];
  const now = [cut(2, [1, 1, 5]), cut(0, [1, -1, 3])];
  expect(carryBasis(basis, former, 3, now)).toEqual({ ...basis, tight: [0, 2, 4] });
});

test('a basis told in canonical indices and back is the same', () => {
  fc.assert(
    fc.property(permuted(teamProblem(3, 20)), fc.integer(), ({ problem }, seed) => {
      const canonical = canonicalise(problem, seed);
      const rows = problem.limit.length;
      const basis = { options: [3, 0], unplaced: [5], tight: [1, rows, 2], overrun: [4] };
      const told = canonicalBasis(canonical, basis);
      expect(originalBasis(canonical, told)).toEqual(basis);
      expect(canonical.problem.constraints[told.tight[0]]).toBe(problem.constraints[1]);
      expect(told.tight[1]).toBe(rows);
    }),
    { numRuns: 20 },
  );
});

test('an answer from a basis is the proven one, also where the basis is of another problem', async () => {
  const settings = { ...unhurried, engine: 'priced', gap: 0 } as const;
  for (let seed = 1; seed <= 8; seed++) {
    const problem = teamProblem(seed, 60);
    const before = await solve(problem, settings);
    const limit = problem.limit.map((most, r) => (most > 0 && r % 3 === 0 ? most + 1 : most));
    const changed = { ...problem, limit };
    const cold = await solve(changed, settings);
    if (!('chosen' in before) || !('chosen' in cold)) throw new Error('nothing found');
    const { basis: warmBasis, cuts: warmCuts = [] } = before;
    if (!warmBasis) continue;
    const warm = await solve(changed, { ...settings, warmBasis, warmCuts });
    if (!('chosen' in warm)) throw new Error('nothing found');
    expect(warm.objective).toBe(cold.objective);
    expect(warm.bound).toBe(cold.bound);
  }
});
