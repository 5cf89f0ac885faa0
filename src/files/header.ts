/** The header row of a CSV table: every column known, none missing, none twice. */
import { echo } from '../domain/checks/input-problem.ts';
import type { TableName } from '../domain/region.ts';
import type { Column } from './columns.ts';
import type { Fault } from './faults.ts';
import * as say from './messages.ts';

export type HeaderReading =
  | { readonly status: 'read'; readonly columns: readonly Column[] }
  | { readonly status: 'refused'; readonly faults: readonly Fault[] };

/** The columns in the order of the file, or everything that is wrong with the header. */
export function readHeader(
  table: TableName,
  columns: readonly Column[],
  cells: readonly string[],
): HeaderReading {
  const known = columns.map((column) => column.name);
  const written = cells.map((cell) => cell.trim());
  if (!written.some((name) => known.includes(name)))
    return {
      status: 'refused',
      faults: [{ column: null, value: null, message: say.noHeaderMessage(known) }],
    };
  const faults: Fault[] = [];
  const found: Column[] = [];
  for (const name of written) {
    const column = columns.find((candidate) => candidate.name === name);
    if (!column)
      faults.push({ column: echo(name), value: null, message: say.unknownColumnMessage(name, known) });
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
