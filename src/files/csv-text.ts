/** A table of figures as CSV: commas, a line feed after each row, cells harmless to a spreadsheet. */
import { csvCell } from './write-region.ts';

/** Null is an empty cell. */
export function csvText(table: readonly (readonly (string | number | null)[])[]): string {
  return table.map((row) => `${row.map((cell) => csvCell(cell ?? undefined)).join(',')}\n`).join('');
}
