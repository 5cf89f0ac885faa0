/** The rows of a region that are about places: every table's, but what tells about a participant (person-bundle.ts). */
import type { RegionTables, TableName, TableRow } from '../../domain/region.ts';

/** In the order in which they are written: what is referred to comes first. */
export const placeTables = [
  'units',
  'teams',
  'team_languages',
  'team_backgrounds',
  'sfi_groups',
  'sessions',
  'areas',
  'travel',
] as const satisfies readonly TableName[];

export type PlaceTable = (typeof placeTables)[number];

/** A row and its position in its table. */
export type Placed<Row> = readonly [position: number, row: Row];

export function placeRows<T extends PlaceTable>(
  tables: RegionTables,
  table: T,
): readonly Placed<TableRow<T>>[] {
  const rows: readonly TableRow<T>[] = tables[table];
  return rows
    .map((row, position): Placed<TableRow<T>> => [position, row])
    .filter(([, row]) => !('owner' in row && row.owner === 'participant'));
}
