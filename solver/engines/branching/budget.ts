/** What a search may still spend: steps of the dual simplex, and as many solves, over all its relaxations; and its watch. */
import type { Watch } from '../watch.ts';
import type { Relaxation, Relaxed } from './relaxation.ts';

export interface Budget {
  readonly isSpent: () => boolean;
  /** Solves a relaxation where it stands. Null where the budget is spent or so many steps were not enough. */
  readonly solve: (relaxation: Relaxation, least: number, mostSteps: number) => Relaxed | null;
  /** Steps made so far. */
  readonly steps: () => number;
  /** What was told to the watch so far. */
  readonly looks: () => number;
}

/** `made` steps are spent already, and told to the watch. */
export function createBudget(watch: Watch, most: number, made: number): Budget {
  let steps = made;
  // Counted too, since a node may take no step: then steps alone would never end a tree of many.
  let solves = 0;
  let looks = 0;
  const isSpent = (): boolean => Math.max(steps, solves) >= most || watch.stop() !== null;
  return {
    isSpent,
    solve: (relaxation, least, mostSteps) => {
      if (isSpent()) return null;
      const before = relaxation.steps();
      const solved = relaxation.solve(least, mostSteps);
      const taken = relaxation.steps() - before;
      solves++;
      steps += taken;
      looks += taken * relaxation.size();
      watch.spend(taken * relaxation.size());
      return solved;
    },
    steps: () => steps,
    looks: () => looks,
  };
}
