/** What the sheets of a region's workbook are called. */
import { nearest } from '../../domain/checks/nearest.ts';
import { type TableName, tableNames } from '../../domain/region.ts';
import { tableTitles } from '../../domain/tables/titles.ts';

/** Name, period and policy, as a row per field. */
export const headSheet = 'region';
/** What the columns mean: for people, and not read. */
export const explanationSheet = 'förklaringar';

export type SheetKind = TableName | typeof headSheet | typeof explanationSheet;

const kinds: ReadonlyMap<string, SheetKind> = new Map([
  [headSheet, headSheet] as const,
  [explanationSheet, explanationSheet] as const,
  ...tableNames.flatMap((table) => [[table, table] as const, [tableTitles[table].sv, table] as const]),
]);

/** What a sheet of this name holds: capitals and spaces around do not matter. Null where it is none of a region. */
export function sheetKind(name: string): SheetKind | null {
  return kinds.get(name.trim().toLowerCase().normalize()) ?? null;
}

/** The known name that is most like this one, where one is. */
export function nearestSheetName(name: string): string | null {
  return nearest(name.trim().toLowerCase(), [...kinds.keys()]);
}
