/** The nodes of a search, and how the proof tree grows under them: a node hangs once both its sides do. */
import type { ProofTree } from '../../solution.ts';
import type { Decision, Side } from './decision.ts';
import { type Path, step, tellDecision } from './path.ts';
import type { Relaxed } from './relaxation.ts';
import type { SearchState } from './search-state.ts';

/** A node that is known to be worth at most `bound`, and where it hangs in the tree. */
export interface Node {
  readonly path: Path | null;
  readonly bound: number;
  readonly prices: Float64Array;
  readonly hang: (tree: ProofTree) => void;
  /** Its prices were sought anew, as those from before the best was known proved too little. */
  readonly isRepeated?: boolean;
}

/** A decision, and its two sides as far as they were solved. */
export interface Choice {
  readonly decision: Decision;
  readonly first: Relaxed;
  readonly second: Relaxed;
}

/** The two sides of a node, the one to go down first, hung below it. */
export function divide(
  node: Node,
  { decision, first, second }: Choice,
  { counts, relaxation }: SearchState,
): readonly [down: Node, later: Node] {
  const sides: Partial<Record<Side, ProofTree>> = {};
  const name = tellDecision(decision, counts, relaxation.options());
  const child = (side: Side, { bound, prices }: Relaxed): Node => ({
    path: step(node.path, decision, side),
    bound: Math.min(node.bound, bound),
    prices,
    hang: (below) => {
      sides[side] = below;
      if (!sides.first || !sides.second) return;
      node.hang(
        'split' in name
          ? { ...name, in: sides.first, out: sides.second }
          : { ...name, low: sides.first, high: sides.second },
      );
    },
  });
  const both = [child('first', first), child('second', second)] as const;
  return decision.kind === 'split' || first.bound >= second.bound ? both : [both[1], both[0]];
}
