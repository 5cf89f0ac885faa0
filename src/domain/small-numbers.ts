/**
 * Small numbers in statistics: a count of 1 to 4 is shown as `<5`, and whatever else a reader could compute it from is not shown either.
 *
 * The counts are parts of one total, as men and women are of all. A reader who knows the total can take the shown counts from it, so the
 * counts that are not shown must leave at least two possible values for each small one:
 *
 * 1. Every count of 1 to 4 becomes `<5`.
 * 2. While some `<5` can have only one value, the smallest count still shown (of 5 or more) becomes `hidden`; of equal ones the first.
 * 3. Where none is left to hide, the total is hidden; a total of 1 to 4 is itself `<5`.
 *
 * Only for parts of one total. A table of two ways has sums in both directions, which this does not guard: show one way at a time.
 */
export type ShownCount = number | '<5' | 'hidden';

export interface ShownCounts {
  readonly counts: readonly ShownCount[];
  readonly total: ShownCount;
}

/** The smallest count of people that is shown, besides none. */
export const LEAST_SHOWN = 5;

/** Shows whole counts from 0. */
export function withoutSmallNumbers(counts: readonly number[]): ShownCounts {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const shown = counts.map((count): ShownCount => (isSmall(count) ? '<5' : count));
  if (isSmall(total)) return { counts: shown, total: '<5' };
  while (givenAway(shown, total)) {
    const next = smallestShown(shown);
    if (next === -1) return { counts: shown, total: 'hidden' };
    shown[next] = 'hidden';
  }
  return { counts: shown, total };
}

/** Whether a count is one that is not shown: 1 to 4. */
export function isSmall(count: number): boolean {
  return count > 0 && count < LEAST_SHOWN;
}

/** Whether a small count can have one value only: what is not shown sums to the rest, each `<5` is 1 to 4 and each `hidden` 5 or more. */
function givenAway(shown: readonly ShownCount[], total: number): boolean {
  let rest = total;
  let small = 0;
  let hidden = 0;
  for (const count of shown) {
    if (count === '<5') small++;
    else if (count === 'hidden') hidden++;
    else rest -= count;
  }
  if (small === 0) return false;
  const least = small + LEAST_SHOWN * hidden;
  const most = hidden > 0 ? Number.POSITIVE_INFINITY : (LEAST_SHOWN - 1) * small;
  const onlyOneOfAll = rest === least || rest === most;
  return onlyOneOfAll || (small === 1 && hidden === 0);
}

function smallestShown(shown: readonly ShownCount[]): number {
  let smallest = -1;
  let least = Number.POSITIVE_INFINITY;
  shown.forEach((count, i) => {
    if (typeof count !== 'number' || count < LEAST_SHOWN || count >= least) return;
    smallest = i;
    least = count;
  });
  return smallest;
}

/**
 * The rows of a table of counts of people that can be shown beside its sums: those without a count of 1 to 4, and without as many more, the
 * smallest first, as it takes for those left out together to have none either. So nothing small can be had by taking the shown from the sums.
 */
export function withoutSmallRows<Row>(
  rows: readonly Row[],
  countsOf: (row: Row) => readonly number[],
): readonly Row[] {
  const hidden = new Set(rows.filter((row) => countsOf(row).some(isSmall)));
  const size = (row: Row): number => countsOf(row).reduce((sum, count) => sum + count, 0);
  const bySize = rows.toSorted((a, b) => size(a) - size(b));
  for (;;) {
    const sums: number[] = [];
    for (const row of hidden)
      countsOf(row).forEach((count, i) => {
        sums[i] = (sums[i] ?? 0) + count;
      });
    const next = bySize.find((row) => !hidden.has(row));
    if (next === undefined || !sums.some(isSmall)) break;
    hidden.add(next);
  }
  return rows.filter((row) => !hidden.has(row));
}
