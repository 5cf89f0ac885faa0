/**
 * Results as they are shown to those who see figures and no persons. How many wait, are placed and are not is shown as it is: that is what a
 * scenario is about. Nothing that tells 1 to 4 of them apart from the others is, neither by group nor by place, nor the way of any one person.
 */
import { z } from 'zod';
import { isSmall, withoutSmallNumbers, withoutSmallRows } from '../domain/small-numbers.ts';
import { type Comparison, comparisonSchema, type Shift } from './compare.ts';
import type { Figures } from './figures/figures-format.ts';
import { groupings } from './group-shifts.ts';
import type { Sweep } from './sweep/sweep-format.ts';

const shownCount = z.union([z.int().min(0), z.enum(['<5', 'hidden'])]);
const shownCounts = { gain: shownCount, lose: shownCount, same: shownCount };

/** A comparison in which small numbers are not shown. */
export const shownComparisonSchema = comparisonSchema.extend({
  shifts: z.array(
    comparisonSchema.shape.shifts.element.extend({
      ...shownCounts,
      /** Those that can be shown. */
      groups: z.array(z.strictObject({ by: z.enum(groupings), value: z.string(), ...shownCounts })),
    }),
  ),
});
export type ShownComparison = z.infer<typeof shownComparisonSchema>;

export function shownComparison(comparison: Comparison): ShownComparison {
  return {
    ...comparison,
    columns: comparison.columns.map((column) => ({
      ...column,
      figures: column.figures && shownFigures(column.figures),
    })),
    shifts: comparison.shifts.map(shownShift),
  };
}

export function shownSweep(sweep: Sweep): Sweep {
  return {
    ...sweep,
    points: sweep.points.map((point) => ({
      ...point,
      figures: point.figures && {
        ...point.figures,
        genders: shownGenders(point.figures.genders),
        meanToTeam: isSmall(point.figures.placed) ? null : point.figures.meanToTeam,
      },
    })),
  };
}

function shownFigures(figures: Figures): Figures {
  const { people, placed, unplaced, genders, load, commute, waiting } = figures;
  const few = isSmall(placed);
  return {
    ...figures,
    unplaced: [...withoutSmallRows(unplaced, (row) => [row.people])],
    genders: shownGenders(genders),
    load: {
      units: [...withoutSmallRows(load.units, (row) => [row.placed])],
      districts: [...withoutSmallRows(load.districts, (row) => [row.placed])],
    },
    commute: {
      meanToTeam: few ? null : commute.meanToTeam,
      meanLongest: few ? null : commute.meanLongest,
      longest: null,
    },
    waiting: {
      placed: few ? null : waiting.placed,
      unplaced: isSmall(people - placed) ? null : waiting.unplaced,
    },
  };
}

function shownGenders<Row extends { readonly pool: number; readonly placed: number }>(
  genders: readonly Row[],
): Row[] {
  return [...withoutSmallRows(genders, ({ pool, placed }) => [placed, pool - placed])];
}

function shownShift({ from, to, gain, lose, same, groups }: Shift): ShownComparison['shifts'][number] {
  const { counts } = withoutSmallNumbers([gain, lose, same]);
  const [shownGain, shownLose, shownSame] = counts;
  return {
    ...{ from, to, gain: shownGain, lose: shownLose, same: shownSame },
    groups: groupings.flatMap((by) =>
      withoutSmallRows(
        groups.filter((group) => group.by === by),
        (group) => [group.gain, group.lose, group.same],
      ),
    ),
    people: [],
  };
}
