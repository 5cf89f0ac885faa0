/**
 * The search below a solved root: nodes are explored, divided and closed until none is open.
 *
 * 1. From the open node that is worth most it goes down, the side that demands first, until a node is settled.
 * 2. A node that is worth less than a point more than the best is a leaf with its prices: nothing better is there. Where
 *    options without a column would lift it over the best, they get one, and it goes on from there.
 * 3. When the budget is spent, open nodes become leaves too: then nothing is proven.
 *
 * It ends whatever rounding does: a decision closes columns, demands somebody or narrows a count within its limits, so that
 * every way down is finite; a node that is closed goes on only with more columns, or once to be solved again; and each node
 * explored takes a solve of the budget.
 */
import { UNPLACED } from '../../problem.ts';
import type { ProofTree } from '../../solution.ts';
import { chooseDecision } from './choice.ts';
import { leafBound } from './leaf.ts';
import { decidedNode, isAllDecided, tellPrices } from './leaf-prices.ts';
import { divide, type Node } from './node.ts';
import { createOpenNodes } from './open-nodes.ts';
import { branchesOf, createWalker } from './path.ts';
import type { Root } from './root.ts';
import type { SearchState } from './search-state.ts';

export interface SearchedTree {
  readonly tree: ProofTree | null;
  /** In points: the largest bound of a leaf that is not settled; -Infinity where all are. */
  readonly unsettled: number;
}

const STEPS_TO_SOLVE = 5000;

/**
 * Yields after every node, so that searches can take turns. `rootBound` is that of the problem's own prices; `onNode` is told,
 * before it goes down from a node, what that is worth at most.
 */
export function* searchTree(
  search: SearchState,
  root: Root,
  rootBound: number,
  onNode: (bound: number) => void,
): Generator<void, SearchedTree, void> {
  const { problem, cuts, relaxation, best, budget, solve } = search;
  const { isSpent } = budget;
  const walker = createWalker(relaxation);
  const open = createOpenNodes<Node>();
  /** Nodes without any assignment, met while none was known: what their prices must prove is told by the best. */
  const empty: Node[] = [];
  let unsettled = Number.NEGATIVE_INFINITY;
  let whole: ProofTree | null = null;

  /** Goes down from a node, and returns the one where it ended, to be closed. */
  function* explore(from: Node): Generator<void, Node, void> {
    onNode(from.bound);
    for (let node = from; ; ) {
      walker.goTo(node.path);
      const solved = solve(STEPS_TO_SOLVE);
      if (!solved) return node;
      if (!best.isSettled(solved.bound)) best.note(relaxation, solved);
      const here = { ...node, bound: Math.min(node.bound, solved.bound), prices: solved.prices };
      if (best.isSettled(solved.bound)) return here;
      const choice = chooseDecision(search, solved, node.path);
      if (!choice) return isAllDecided(search) && !isSpent() ? decidedNode(search, here, rootBound) : here;
      const [down, later] = divide(here, choice, search);
      open.push(later);
      if (best.isSettled(down.bound)) return down;
      node = down;
      yield;
    }
  }

  /** Makes a node a leaf; or returns where it ended when it had to go on from there. */
  function* close(node: Node): Generator<void, Node | null, void> {
    if (best.get() === null && node.bound === Number.NEGATIVE_INFINITY) {
      empty.push({ ...node, bound: Number.POSITIVE_INFINITY });
      return null;
    }
    const at = leafBound(problem, cuts, node.prices, branchesOf(node.path, relaxation.options()));
    if (!best.isSettled(at.bound)) {
      const more = at.best.filter((option) => option !== UNPLACED && relaxation.columnOf(option) < 0);
      if (more.length > 0 && !isSpent()) {
        relaxation.add(Array.from(more));
        return yield* explore({ ...node, bound: at.bound });
      }
      if (best.isSettled(node.bound) && !node.isRepeated && !isSpent())
        return yield* explore({ ...node, bound: at.bound, isRepeated: true });
      unsettled = Math.max(unsettled, at.bound);
    }
    node.hang({ prices: tellPrices(search, node, at.bound) });
    return null;
  }

  open.push({
    path: null,
    bound: root.bound,
    prices: root.solved.prices,
    hang: (tree) => {
      whole = tree;
    },
  });
  while (open.size() > 0) {
    for (let node = open.pop(); node; node = open.pop()) {
      let end: Node | null = best.isSettled(node.bound) || isSpent() ? node : yield* explore(node);
      while (end) end = yield* close(end);
      yield;
    }
    if (best.get() !== null) for (const node of empty.splice(0)) open.push(node);
  }
  return { tree: whole, unsettled };
}
