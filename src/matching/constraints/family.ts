import type { Text } from '../../domain/text.ts';
import type { Options } from '../options.ts';
import type { RegionIndex } from '../region-index.ts';

/**
 * The one form of every constraint: a family makes rows, and says how much of which row an option uses.
 *
 *     sum of the amounts of the options picked <= limit + overrun,  at `penalty` points per unit of overrun
 */
export interface Row {
  readonly id: string;
  /** A whole number. */
  readonly limit: number;
  /** Points per unit of overrun; Infinity = hard. */
  readonly penalty: number;
  /** What the row asks for, as a sentence; it stands in conflicts and beside prices. */
  readonly text: Text;
}

export interface FamilyRows {
  /** In an order that does not depend on the order of rows in the files. */
  readonly rows: readonly Row[];
  /** Tells `use` every row (an index into `rows`) that the option uses, and the whole amount. Allocates nothing. */
  readonly uses: (option: number, use: Use) => void;
}

export type Use = (row: number, amount: number) => void;

export type Family = (index: RegionIndex, options: Options) => FamilyRows;

/** Rows of a family that asks for nothing here. */
export const noRows: FamilyRows = { rows: [], uses: () => {} };

/** A penalty as the policy writes it: null is hard. */
export function penaltyOf(points: number | null): number {
  return points ?? Number.POSITIVE_INFINITY;
}

/**
 * Rows that each take one place of every option at some team, group, unit or district: `rowOf` gives the row of an option, or -1.
 */
export function placeRows(rows: readonly Row[], rowOf: (option: number) => number): FamilyRows {
  return {
    rows,
    uses: (option, use) => {
      const row = rowOf(option);
      if (row !== -1) use(row, 1);
    },
  };
}
