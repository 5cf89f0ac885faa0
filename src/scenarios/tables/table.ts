/** A result as a table, for CSV: rows of cells, the first of them the header; null where nothing is known. */
export type Table = readonly (readonly (string | number | null)[])[];
