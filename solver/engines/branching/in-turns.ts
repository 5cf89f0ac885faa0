/**
 * Two searches of one root, a node each in turns, the best known shared.
 *
 * 1. One looks for whatever is better than the best known. Where that is far below the root's bound it goes deep before it
 *    finds anything, and most of what it looks at is worth nothing.
 * 2. The other hopes for an assignment close to the root's bound: it looks at nothing worth less, over the few options that
 *    such a one can be made of. Where there is none, its tree proves that, and it hopes for less.
 *
 * Where either ends, all is proven. Which of them ends soon differs from problem to problem; the two cost at most twice what
 * the better one would alone.
 */
import { leafBound } from './leaf.ts';
import { createRelaxation } from './relaxation.ts';
import type { Root } from './root.ts';
import { type SearchState, searchState } from './search-state.ts';
import { type SearchedTree, searchTree } from './tree-search.ts';

/** In points below the root's bound: what is hoped for at first. */
const FIRST_REACH = 16;

/** `rootBound` is that of the problem's own prices; `onNode` is told what the open nodes are worth at most. */
export function searchInTurns(
  search: SearchState,
  root: Root,
  rootBound: number,
  onNode: (bound: number) => void,
): SearchedTree {
  const { budget, best } = search;
  /** The tree of the last hope that came to nothing. */
  let failed: SearchedTree | null = null;

  function* hope(): Generator<void, SearchedTree | null, void> {
    if (best.get() === null) return null;
    const hopeFor = optionsNear(search, root);
    let proven = root.bound;
    for (let reach = FIRST_REACH; proven - reach > best.wanted() + reach; reach *= 2) {
      const least = proven - reach;
      const searched = yield* searchTree(hopeFor(least), root, rootBound, onNode);
      if (searched.unsettled !== Number.NEGATIVE_INFINITY) return null;
      if (best.wanted() >= least) return searched;
      failed = { ...searched, unsettled: least };
      proven = least;
    }
    return null;
  }

  const plain = searchTree(search, root, rootBound, onNode);
  const hopes = hope();
  let [isHopeful, ahead] = [true, 0];
  for (;;) {
    const before = budget.looks();
    if (isHopeful && ahead <= 0 && !budget.isSpent()) {
      const { done, value } = hopes.next();
      if (done && value) return value;
      isHopeful = !done;
      ahead += budget.looks() - before;
    } else {
      const { done, value } = plain.next();
      if (done) return better(value, failed);
      ahead -= budget.looks() - before;
    }
  }
}

/** Of what was searched, what proves more. */
function better(one: SearchedTree, other: SearchedTree | null): SearchedTree {
  return other && other.unsettled < one.unsettled ? other : one;
}

/** A search over the options that an assignment worth `least` can be made of, which looks for nothing worth less. */
function optionsNear(search: SearchState, root: Root): (least: number) => SearchState {
  const { problem, cuts, told, best } = search;
  const { prices } = root.solved;
  const { worth, value, bound } = leafBound(problem, cuts, prices, []);
  return (least) => {
    const near = value.keys().filter((k) => worth[problem.participant[k]] - value[k] <= bound - least);
    const relaxation = createRelaxation(problem, cuts, Int32Array.from(near), root, (r) => r >= told);
    return searchState({ ...search, relaxation, best: best.hoping(least) });
  };
}
