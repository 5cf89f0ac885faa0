/** A basis told by options, participants and constraints, so that a relaxation over much the same of them can start from it. */
import type { WarmBasis } from '../../solution.ts';
import type { Program } from '../linear/program.ts';

/** `columns` are the options with a column. */
export function tellBasis(
  { rows, firstUnplaced, firstColumn, constraintOf }: Program,
  columns: Int32Array,
  basic: readonly number[],
): WarmBasis {
  const isSlack = new Uint8Array(rows);
  const told = { options: [] as number[], unplaced: [] as number[], overrun: [] as number[] };
  for (const v of basic) {
    if (v < rows) isSlack[v] = 1;
    else if (v < firstUnplaced) told.overrun.push(constraintOf[v - rows]);
    else if (v < firstColumn) told.unplaced.push(v - firstUnplaced);
    else told.options.push(columns[v - firstColumn]);
  }
  return { ...told, tight: Array.from(constraintOf).filter((_, i) => isSlack[i] === 0) };
}

/** The variables of a program that the basis names; rows that it does not know have their slack. */
export function basicIn(
  { rows, firstUnplaced, firstColumn, rowOf }: Program,
  columnOf: (option: number) => number,
  { options, unplaced, tight, overrun }: WarmBasis,
): readonly number[] {
  const known = (constraints: readonly number[]): readonly number[] =>
    constraints.map((r) => rowOf[r]).filter((i) => i >= 0);
  const isTight = new Uint8Array(rows);
  for (const i of known(tight)) isTight[i] = 1;
  return [
    ...options
      .map(columnOf)
      .filter((column) => column >= 0)
      .map((column) => firstColumn + column),
    ...unplaced.map((p) => firstUnplaced + p),
    ...known(overrun).map((i) => rows + i),
    ...Array.from({ length: rows }, (_, i) => i).filter((i) => isTight[i] === 0),
  ];
}
