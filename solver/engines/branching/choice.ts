/**
 * What to decide at a node: fractional counts of everybody, and the most undecided sets of one person's options, are tried
 * on both sides (strong branching, Applegate et al. 1995), and the one whose sides lose most, multiplied, is taken.
 */
import { countRows, splitAt } from '../counts.ts';
import { type Decision, decide, type Side } from './decision.ts';
import type { Choice } from './node.ts';
import { limitsOf, type Path } from './path.ts';
import type { Relaxed } from './relaxation.ts';
import type { SearchState } from './search-state.ts';
import { splitsOf } from './splits.ts';

const CANDIDATES_AT_TOP = 10;
const CANDIDATES = 4;
const TOP_LEVELS = 4;
/** A side that is only tried may take so many steps. */
const STEPS_TO_TRY = 60;
/** In points; a side that loses less counts as losing this. */
const LEAST_LOSS = 1e-3;

/** Null where nothing is undecided or the budget is spent. */
export function chooseDecision(search: SearchState, node: Relaxed, path: Path | null): Choice | null {
  const { problem, relaxation, best, budget } = search;
  const most = (path?.depth ?? 0) < TOP_LEVELS ? CANDIDATES_AT_TOP : CANDIDATES;
  const splits = splitsOf(problem, relaxation, node).slice(0, most);
  const needed = node.bound - best.wanted();
  const lossOf = ({ bound }: Relaxed): number => Math.min(needed, Math.max(LEAST_LOSS, node.bound - bound));
  let chosen: Choice | null = null;
  let largest = Number.NEGATIVE_INFINITY;
  for (const decision of [...countDecisions(search, node, path), ...splits]) {
    const choice = {
      decision,
      first: tryOut(search, decision, 'first', node),
      second: tryOut(search, decision, 'second', node),
    };
    if (budget.isSpent()) return null;
    const product = lossOf(choice.first) * lossOf(choice.second);
    if (product <= largest) continue;
    largest = product;
    chosen = choice;
    if (best.isSettled(choice.first.bound) && best.isSettled(choice.second.bound)) break;
  }
  return chosen;
}

function tryOut({ relaxation, solve }: SearchState, decision: Decision, side: Side, node: Relaxed): Relaxed {
  const undo = decide(relaxation, decision, side);
  const tried = solve(STEPS_TO_TRY) ?? node;
  undo();
  return tried;
}

/** The counts that the relaxation picks a fraction of. */
function countDecisions(
  { counts, problem, told, relaxation }: SearchState,
  node: Relaxed,
  path: Path | null,
): readonly Decision[] {
  return counts.flatMap(({ options }, count): Decision[] => {
    let picked = 0;
    for (const option of options) {
      const column = relaxation.columnOf(option);
      if (column >= 0) picked += node.picked[column];
    }
    const most = splitAt(picked);
    const rows = countRows(told, count);
    const limits = limitsOf(path, count, { low: problem.limit[rows.low], high: problem.limit[rows.high] });
    // Only within the limits in force: values that rounding carried out of them would be split there again and again.
    if (most === null || most < -limits.high || most >= limits.low) return [];
    return [{ kind: 'count', count, most, rows, limits }];
  });
}
