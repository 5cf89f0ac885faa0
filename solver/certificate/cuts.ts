import type { Problem } from '../problem.ts';
import type { Cut } from '../solution.ts';
import type { Columns } from './columns.ts';
import { createCountReader } from './count-cuts.ts';
import type { CutRow } from './cut-row.ts';
import { createSums, roundedRow } from './rounded-cuts.ts';

/**
 * Cuts, replayed: each becomes a row `sum of coefficient_o x_o <= limit` that every feasible whole x meets, so that it
 * may be priced like any constraint. Nothing is believed but the arithmetic here (rounded-cuts.ts, count-cuts.ts).
 */
/** The row of each cut, or a sentence that says what is wrong with the first bad one. */
export function cutRows(
  problem: Problem,
  columns: Columns,
  cuts: readonly Cut[],
): readonly CutRow[] | { readonly cut: number; readonly why: string } {
  const rows: CutRow[] = [];
  // Options first, then overruns by constraint.
  const sums = createSums(problem.participant.length + problem.constraints.length);
  const countRow = createCountReader(problem, columns);
  for (const [index, cut] of cuts.entries()) {
    const row = cut.kind === 'count' ? countRow(cut) : roundedRow(problem, columns, cut, rows, sums);
    if (typeof row === 'string') return { cut: index, why: row };
    rows.push(row);
  }
  return rows;
}
