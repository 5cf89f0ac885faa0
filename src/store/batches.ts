/** Rows sent to the database at a time: enough to be quick, few enough to stay far below a statement's limits. */
const batch = 2_000;

export function* inBatches<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < rows.length; start += batch) yield rows.slice(start, start + batch);
}
