import type { Relaxation } from './relaxation.ts';

/** What a branch decides: about a set of one participant's columns, or about how many options of a count are picked. */
export type Decision =
  | { readonly kind: 'split'; readonly participant: number; readonly columns: readonly number[] }
  | {
      readonly kind: 'count';
      /** Index into the counts. */
      readonly count: number;
      readonly most: number;
      /** The rows that say `at most` and `at least`, and the limits in force. */
      readonly rows: { readonly low: number; readonly high: number };
      readonly limits: { readonly low: number; readonly high: number };
    };

/** The first side demands the set, or holds the count down; the second closes the set, or demands one more. */
export type Side = 'first' | 'second';

/** Puts a decision in force; what is returned takes it back. */
export function decide(relaxation: Relaxation, decision: Decision, side: Side): () => void {
  if (decision.kind === 'count') {
    const [row, limit, before] =
      side === 'first'
        ? [decision.rows.low, decision.most, decision.limits.low]
        : [decision.rows.high, -decision.most - 1, decision.limits.high];
    relaxation.setLimit(row, limit);
    return () => relaxation.setLimit(row, before);
  }
  const { participant, columns } = decision;
  const set = new Set(columns);
  const closing = relaxation.columnsOf[participant].filter(
    (column) => relaxation.isOpen(column) && set.has(column) === (side === 'second'),
  );
  for (const column of closing) relaxation.setOpen(column, false);
  if (side === 'first') relaxation.demand(participant);
  return () => {
    for (const column of closing) relaxation.setOpen(column, true);
    if (side === 'first') relaxation.release(participant);
  };
}
