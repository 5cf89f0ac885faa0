import type { Highs } from 'highs';
import type { Problem } from '../../problem.ts';
import type { ProofTree } from '../../solution.ts';
import { countsOf } from '../counts.ts';
import type { EngineOptions } from '../engine.ts';
import type { Incumbent } from '../first-answer.ts';
import type { PriceBound } from '../highs/bound.ts';
import type { Watch } from '../watch.ts';
import { proofTree } from './tree.ts';

/** So many relaxations are spent on a tree; it is work, not time, so that runs repeat. */
const TREE_RELAXATIONS = 4000;

/** An optimum that an engine believes in: its assignment, its own bound, and the prices of the root. */
export interface Belief {
  readonly incumbent: Incumbent | null;
  /** In whole points. */
  readonly bound: number;
  readonly root: PriceBound;
}

/**
 * A tree for an optimum that the root's prices do not prove, for anyone to recheck; null where there is no need of one,
 * or no time. `problem` is the stated one with its cuts, in whose terms the tree is told.
 */
export function proveOptimum(
  highs: Highs,
  stated: Problem,
  problem: Problem,
  { incumbent, bound, root }: Belief,
  watch: Watch,
  options: EngineOptions,
): ProofTree | null {
  if (!incumbent || incumbent.objective < bound || root.bound < incumbent.objective + 1) return null;
  if (watch.stop()) return null;
  const { objective } = incumbent;
  options.onProgress?.({ phase: 'proof', objective, bound });
  const counts = countsOf(stated);
  const found = proofTree(highs, problem, { counts, objective, root, watch, relaxations: TREE_RELAXATIONS });
  // A tree with open leaves would be long and prove little.
  return found?.complete ? found.tree : null;
}
