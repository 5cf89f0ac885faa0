/** The header row of a table: every column known, none missing, none twice. */
import { echo } from '../domain/checks/input-problem.ts';
import { tableNames } from '../domain/region.ts';
import { followupTables, isFollowupTable } from '../domain/tables/followup.ts';
import { type AnyTableName, type Column, columnsOf } from './columns.ts';
import type { Fault } from './faults.ts';
import * as say from './messages.ts';

export type HeaderReading =
  | { readonly status: 'read'; readonly columns: readonly Column[] }
  | { readonly status: 'refused'; readonly faults: readonly Fault[] };

/** Capitals do not matter, nor spaces around. The columns in the order of the file, or everything that is wrong with the header. */
export function readHeader(
  table: AnyTableName,
  columns: readonly Column[],
  cells: readonly string[],
): HeaderReading {
  const known = columns.map((column) => column.name);
  const written = withoutEmptyEnd(
    cells.map((cell) => known.find((name) => name === cell.trim().toLowerCase()) ?? cell.trim()),
    0,
  );
  if (!written.some((name) => known.includes(name)))
    return {
      status: 'refused',
      faults: [{ column: null, value: null, message: say.noHeaderMessage(known) }],
    };
  const other = tableOfHeader(written);
  if (other !== null && other !== table)
    return {
      status: 'refused',
      faults: [{ column: null, value: null, message: say.otherTableMessage(other) }],
    };
  const missing = known.filter((name) => !written.includes(name));
  const faults: Fault[] = [];
  const found: Column[] = [];
  for (const name of written) {
    const column = columns.find((candidate) => candidate.name === name);
    if (!column)
      faults.push({ column: echo(name), value: null, message: say.unknownColumnMessage(name, missing) });
    else if (found.includes(column))
      faults.push({ column: name, value: null, message: say.duplicateColumnMessage });
    else found.push(column);
  }
  for (const column of columns)
    if (column.required && !found.includes(column))
      faults.push({
        column: column.name,
        value: null,
        message: say.missingColumnMessage(table, column.name),
      });
  return faults.length > 0 ? { status: 'refused', faults } : { status: 'read', columns: found };
}

/** The cells without empty ones beyond the columns, which spreadsheets leave where something was once written. */
export function withoutEmptyEnd<T>(cells: readonly T[], columns: number): readonly T[] {
  const end = cells.findLastIndex((cell) => cell !== '');
  return cells.slice(0, Math.max(columns, end + 1));
}

/** The table whose header these names are: all of them its columns, none that it needs missing. */
function tableOfHeader(written: readonly string[]): AnyTableName | null {
  const fits = (columns: readonly Column[]): boolean =>
    columns.every(({ name, required }) => !required || written.includes(name)) &&
    written.every((name) => columns.some((column) => column.name === name));
  const names = [...tableNames, ...Object.keys(followupTables).filter(isFollowupTable)];
  return names.find((table) => fits(columnsOf(table))) ?? null;
}
