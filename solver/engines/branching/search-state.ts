/** What the parts of a search share: the problem as it is searched, the relaxation that walks from node to node, the budget. */
import type { Problem } from '../../problem.ts';
import type { Count } from '../counts.ts';
import type { CutRow } from '../linear/program.ts';
import type { BestKnown } from './best-known.ts';
import type { Budget } from './budget.ts';
import type { Relaxation, Relaxed } from './relaxation.ts';

export interface SearchState {
  readonly stated: Problem;
  /** With rows for count cuts after those stated, and then two rows for each count. */
  readonly problem: Problem;
  /** How many rows there are before those of the counts: those that a proof speaks of. */
  readonly told: number;
  readonly counts: readonly Count[];
  readonly cuts: readonly CutRow[];
  readonly relaxation: Relaxation;
  readonly best: BestKnown;
  readonly budget: Budget;
  /** Solves the relaxation where it stands. Null where the budget is spent or so many steps were not enough. */
  readonly solve: (mostSteps: number) => Relaxed | null;
}

/** The state of a search from what it goes by. */
export function searchState(parts: Omit<SearchState, 'solve'>): SearchState {
  const { relaxation, best, budget } = parts;
  return { ...parts, solve: (mostSteps) => budget.solve(relaxation, best.wanted(), mostSteps) };
}
