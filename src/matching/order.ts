/**
 * The order of names that holds in every locale: by code units. Whatever a proposal lists stands in it, so that the order of rows in the
 * files never shows.
 */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The positions of rows, in the order of their ids. */
export function byId(rows: readonly { readonly id: string }[]): readonly number[] {
  return [...rows.keys()].sort((a, b) => byText(rows[a].id, rows[b].id));
}
