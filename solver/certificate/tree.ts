import type { Problem } from '../problem.ts';
import type { ProofTree } from '../solution.ts';
import { type Branch, total } from './branches.ts';
import type { CutRow } from './cut-row.ts';
import type { Flaw } from './flaw.ts';
import { priced, priceFlaw } from './pricing.ts';

/**
 * The bound that a tree proves (VIPR: Cheung, Gleixner, Steffy 2017). Every assignment is in exactly one leaf, so the
 * largest leaf bound is a bound.
 *
 * A split on a set of one participant's options: `in`, one of them is taken, and that person's best is over the set
 * alone, without the 0 of staying unplaced; `out`, none is. A split on a count, which is whole: `low`, at most so many
 * of the options are picked; `high`, at least one more. Each side is a row that holds there, priced like any other.
 *
 * Cost: two passes over the options and what they use per leaf, one over the entries per constraint and side that is counted.
 */
/** More count nodes than this on the way to a leaf are refused: each is one more row there. */
const MOST_COUNTS = 1000;

interface Open {
  readonly node: ProofTree;
  readonly last: Branch | null;
  /** Cuts, then the rows of the count nodes on the way. */
  readonly rows: readonly CutRow[];
}

/** The largest bound of the leaves; null where no leaf holds anything feasible; a flaw where the tree is not one. */
export function treeBound(problem: Problem, cuts: readonly CutRow[], root: ProofTree): bigint | null | Flaw {
  let largest: bigint | null = null;
  const counted = countedOptions(problem);
  const open: Open[] = [{ node: root, last: null, rows: cuts }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, last, rows } = next;
    if ('prices' in node) {
      const flaw = priceFlaw(problem, rows, node.prices);
      if (flaw) return flaw;
      const bound = total(problem, priced(problem, rows, node.prices), last);
      if (bound !== null && (largest === null || bound > largest)) largest = bound;
      continue;
    }
    if ('count' in node) {
      const { constraint, side } = node.count;
      if (constraint >= problem.constraints.length) {
        return { kind: 'tree', why: 'a count names a constraint that does not exist' };
      }
      if (rows.length - cuts.length === MOST_COUNTS)
        return { kind: 'tree', why: 'too many counts on one way' };
      const options = counted(constraint, side);
      open.push({ node: node.high, last, rows: [...rows, atLeast(options, node.most + 1)] });
      open.push({ node: node.low, last, rows: [...rows, atMost(options, node.most)] });
      continue;
    }
    const owners = new Set(node.split.map((option) => problem.participant[option]));
    const [participant] = owners;
    if (owners.size !== 1) return { kind: 'tree', why: 'a split is not on options of one participant' };
    if (participant === undefined)
      return { kind: 'tree', why: 'a split names an option that does not exist' };
    const options = new Set(node.split);
    open.push({ node: node.out, last: { before: last, participant, options, side: 'out' }, rows });
    open.push({ node: node.in, last: { before: last, participant, options, side: 'in' }, rows });
  }
  return largest;
}

/** The options that use an amount above, or below, 0 of a constraint; found once, as a tree counts the same ones over and over. */
function countedOptions({
  score,
  useStart,
  useConstraint,
  useAmount,
}: Problem): (constraint: number, side: 'above' | 'below') => Int32Array {
  const known = new Map<string, Int32Array>();
  return (constraint, side) => {
    const name = `${constraint} ${side}`;
    const before = known.get(name);
    if (before) return before;
    const found: number[] = [];
    for (let k = 0; k < score.length; k++) {
      for (let e = useStart[k]; e < useStart[k + 1]; e++) {
        if (useConstraint[e] !== constraint) continue;
        if (side === 'above' ? useAmount[e] > 0 : useAmount[e] < 0) found.push(k);
      }
    }
    const options = Int32Array.from(found);
    known.set(name, options);
    return options;
  };
}

function atMost(options: Int32Array, most: number): CutRow {
  return { options, coefficients: new Float64Array(options.length).fill(1), limit: most, overruns: [] };
}

function atLeast(options: Int32Array, least: number): CutRow {
  return { options, coefficients: new Float64Array(options.length).fill(-1), limit: -least, overruns: [] };
}
