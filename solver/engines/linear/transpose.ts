import type { Indices } from '../../problem.ts';

/** The entries of a sparse matrix by row: those of row i are start[i] <= n < start[i + 1], by rising column. */
export interface ByRow {
  readonly start: Int32Array;
  readonly column: Int32Array;
  /** Where the entry stands by column. */
  readonly entry: Int32Array;
}

/** The transpose of a matrix in compressed sparse columns: column j has start[j] <= e < start[j + 1]. A counting sort. */
export function transpose(start: Int32Array, row: Indices, rows: number): ByRow {
  const rowStart = new Int32Array(rows + 1);
  for (const i of row) rowStart[i + 1]++;
  for (let i = 0; i < rows; i++) rowStart[i + 1] += rowStart[i];
  const next = rowStart.slice(0, rows);
  const [column, entry] = [new Int32Array(row.length), new Int32Array(row.length)];
  for (let j = 0; j < start.length - 1; j++) {
    for (let e = start[j]; e < start[j + 1]; e++) {
      const n = next[row[e]]++;
      column[n] = j;
      entry[n] = e;
    }
  }
  return { start: rowStart, column, entry };
}
