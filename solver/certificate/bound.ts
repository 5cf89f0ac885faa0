import type { Problem } from '../problem.ts';
import type { Cut, ProofTree } from '../solution.ts';
import { total } from './branches.ts';
import { columnsOf } from './columns.ts';
import type { CutRow } from './cut-row.ts';
import { cutRows } from './cuts.ts';
import { doubleAbove } from './exact.ts';
import type { Flaw } from './flaw.ts';
import { priced, priceFlaw } from './pricing.ts';
import { treeBound } from './tree.ts';

/**
 * The bound. For any prices 0 <= price_r <= penalty_r, by weak duality (Dantzig 1949; Geoffrion 1974 for whole x),
 *
 *     bound = sum_r price_r limit_r + sum_p max(0, max over p's options of score_o - sum_r amount_ro price_r)
 *
 * is at least what any feasible assignment is worth, penalties taken off. Every assignment is worth a whole number of
 * points (scores, amounts, limits and penalties are whole, so overruns are), hence the bound may be rounded down.
 *
 * `Infinity` is answered where a claim is not one. Cost: see pricing.ts and tree.ts.
 */
export interface Proof {
  /** Per constraint, then per cut: 0 <= price <= penalty. */
  readonly prices: Float64Array;
  readonly cuts?: readonly Cut[];
  readonly tree?: ProofTree;
}

export interface BoundCheck {
  readonly flaws: readonly Flaw[];
  readonly bound: number;
}

const refused = (flaw: Flaw): BoundCheck => ({ flaws: [flaw], bound: Number.POSITIVE_INFINITY });

/** The bound that prices, cuts and tree prove, in whole points. */
export function priceBound(problem: Problem, proof: Proof): BoundCheck {
  let cuts: readonly CutRow[] = [];
  if (proof.cuts?.length) {
    const rows = cutRows(problem, columnsOf(problem, proof.cuts), proof.cuts);
    if ('why' in rows) return refused({ kind: 'cut', ...rows });
    cuts = rows;
  }
  const flaw = priceFlaw(problem, cuts, proof.prices);
  if (flaw) return refused(flaw);
  const unsplit = total(problem, priced(problem, cuts, proof.prices), null);
  const proven = proof.tree ? treeBound(problem, cuts, proof.tree) : unsplit;
  if (typeof proven === 'object' && proven !== null) return refused(proven);
  if (proven === null) return { flaws: [], bound: Number.NEGATIVE_INFINITY };
  // Prices beside a tree are a proof of their own; the better of the two counts.
  return { flaws: [], bound: doubleAbove(unsplit !== null && unsplit < proven ? unsplit : proven) };
}
