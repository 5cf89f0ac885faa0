/**
 * Which figures are hidden so that no count of 1 to 4 people can be read or computed (see src/domain/small-numbers.ts):
 *
 *  1. a cell where the numerator, the rest of the denominator, or the denominator itself is small;
 *  2. in a division into groups with known totals: what is hidden must together be of several groups, with sums that are not small
 *     themselves; else the smallest group still shown is hidden too, and where none is left, the whole division;
 *  3. of two counts of one group where everybody in the one is in the other (in work, and self-supporting) and the difference is small: the
 *     figure of the smaller of the two.
 *
 * 2 and 3 are repeated until nothing changes. Not guarded: what takes three or more figures to compute.
 *
 * Cost: for every group, a comparison of each two of its counts.
 */
import { isSmall } from '../../domain/small-numbers.ts';
import type { Measured, Places } from '../indicators/measure.ts';

/** Per indicator and group, whether the figure is hidden. All cells of a division into groups of the same people; `[[...]]` with one group for the whole. */
export function hiddenCells(cells: readonly (readonly Measured[])[]): readonly (readonly boolean[])[] {
  const hidden = cells.map((groups) => groups.map(isUnsafe));
  for (let changed = true; changed; ) {
    const spread = hidden.map((row, indicator) => hideSums(cells[indicator], row));
    const nested = hideNested(cells, hidden);
    changed = nested || spread.includes(true);
  }
  return hidden;
}

function isUnsafe({ numerator, denominator }: Measured): boolean {
  return (
    isSmall(numerator.length) || isSmall(denominator.length - numerator.length) || isSmall(denominator.length)
  );
}

/** Step 2 for one indicator; true where something more is hidden. */
function hideSums(groups: readonly Measured[], hidden: boolean[]): boolean {
  let changed = false;
  const sum = (count: (cell: Measured) => number): number =>
    groups.reduce((total, cell, group) => total + (hidden[group] ? count(cell) : 0), 0);
  for (;;) {
    const alone = hidden.filter(Boolean).length === 1 && groups.length > 1;
    const numerator = sum((cell) => cell.numerator.length);
    const denominator = sum((cell) => cell.denominator.length);
    if (!alone && !isSmall(numerator) && !isSmall(denominator - numerator) && !isSmall(denominator))
      return changed;
    const next = smallest(groups, hidden);
    if (next === -1) return changed;
    hidden[next] = true;
    changed = true;
  }
}

/** The smallest group that is shown and has anybody; -1 where none is left. */
function smallest(groups: readonly Measured[], hidden: readonly boolean[]): number {
  let best = -1;
  groups.forEach(({ denominator }, group) => {
    if (hidden[group] || denominator.length === 0) return;
    if (best === -1 || denominator.length < groups[best].denominator.length) best = group;
  });
  return best;
}

interface ShownSet {
  readonly indicator: number;
  readonly places: Places;
  readonly members: ReadonlySet<number>;
}

/** Step 3; true where something more is hidden. */
function hideNested(cells: readonly (readonly Measured[])[], hidden: boolean[][]): boolean {
  let changed = false;
  const groups = cells[0]?.length ?? 0;
  for (let group = 0; group < groups; group++) {
    const sets = shownSets(cells, hidden, group);
    for (const small of sets)
      for (const large of sets) {
        if (hidden[small.indicator][group] || hidden[large.indicator][group]) continue;
        if (!isSmall(large.places.length - small.places.length)) continue;
        if (!small.places.every((place) => large.members.has(place))) continue;
        hidden[small.indicator][group] = true;
        changed = true;
      }
  }
  return changed;
}

function shownSets(
  cells: readonly (readonly Measured[])[],
  hidden: readonly (readonly boolean[])[],
  group: number,
): readonly ShownSet[] {
  return cells.flatMap((groups, indicator) => {
    if (hidden[indicator][group]) return [];
    const { numerator, denominator } = groups[group];
    return [numerator, denominator].map((places) => ({ indicator, places, members: new Set(places) }));
  });
}
