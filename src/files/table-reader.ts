/**
 * Reads one table row by row, from CSV records, a sheet's rows or JSON items: what is right becomes parsed rows, what is wrong becomes
 * problems, up to a limit after which reading is given up.
 *
 * Cost: one pass; per row one zod parse of the whole row. Nothing is kept beside the parsed rows and their numbers.
 */
import type { z } from 'zod';
import { echo, type InputProblem, protectedMessage } from '../domain/checks/input-problem.ts';
import { mostErrorsPerFile, type TableSource } from '../domain/checks/report.ts';
import type { Text } from '../domain/text.ts';
import { type CellNote, readFlag } from './cells.ts';
import { type AnyTableName, type Column, columnsOf } from './columns.ts';
import { type Fault, holdsIdentityNumber, judgeRow, type RawRow, readCells } from './faults.ts';
import { readHeader, withoutEmptyEnd } from './header.ts';
import * as say from './messages.ts';
import type { TextPool } from './text-pool.ts';
import type { Cell } from './typed-cells.ts';

export interface TableReading<Row> {
  readonly rows: readonly Row[];
  readonly errors: readonly InputProblem[];
  readonly notes: readonly InputProblem[];
  readonly source: TableSource;
  /** Keys of protected rows. */
  readonly protectedKeys: ReadonlySet<string>;
}

/** What takes the rows of a CSV file or of a workbook's sheet. */
export interface RowSink {
  /** The column names that a header may have. */
  readonly known: readonly string[];
  /** Takes the header row; false where nothing after it can be read. */
  header(cells: readonly string[]): boolean;
  /** Takes a row under its number; false where reading should stop. */
  record(rowNumber: number, cells: readonly Cell[]): boolean;
  /** Says that the file cannot be read on. */
  fail(rowNumber: number | null, message: Text): void;
}

export interface TableReader<Row> extends RowSink {
  /** Takes an item of a JSON array; false where reading should stop. */
  item(itemNumber: number, value: unknown): boolean;
  finish(): TableReading<Row>;
}

/** The column by which other tables name a row. */
const keyColumns: ReadonlyMap<AnyTableName, string> = new Map([
  ['participants', 'id'],
  ['units', 'id'],
  ['teams', 'id'],
  ['sfi_groups', 'id'],
  ['areas', 'name'],
]);

/** A reader for one table; `file` is its name in problems, and `pool` may be shared with the readers of other tables. */
export function createTableReader<S extends z.ZodObject>(
  table: AnyTableName,
  schema: S,
  file: string,
  pool: TextPool,
): TableReader<z.output<S>> {
  const columns = columnsOf(table);
  const texts = columns.filter((column) => column.kind === 'text' || column.kind === 'list');
  const keyColumn = keyColumns.get(table);
  const mayBeProtected = columns.some((column) => column.name === 'protected');
  const rows: z.output<S>[] = [];
  const rowNumbers: number[] = [];
  const problems = createProblems(file);
  const refusedKeys = new Set<string>();
  const protectedKeys = new Set<string>();
  let header: readonly Column[] = [];
  let protectedAt = -1;

  const refuseProtected = (row: number, key: unknown): boolean => {
    if (typeof key === 'string' || typeof key === 'number') protectedKeys.add(String(key).trim());
    return problems.refuse(row, [{ column: null, value: null, message: protectedMessage }]);
  };
  const take = (row: number, raw: RawRow, already: readonly Fault[]): boolean => {
    const parsed = schema.safeParse(raw);
    if (
      parsed.success &&
      already.length === 0 &&
      !texts.some((column) => holdsIdentityNumber(column, raw[column.name]))
    ) {
      rows.push(parsed.data);
      rowNumbers.push(row);
      return true;
    }
    const key = keyColumn === undefined ? undefined : raw[keyColumn];
    if (typeof key === 'string') refusedKeys.add(key);
    return problems.refuse(row, judgeRow(columns, raw, parsed.error?.issues ?? [], already));
  };
  return {
    known: columns.map((column) => column.name),
    header(cells) {
      const reading = readHeader(table, columns, cells);
      if (reading.status === 'refused') {
        problems.giveUp(1, reading.faults);
        return false;
      }
      header = reading.columns;
      protectedAt = header.findIndex((column) => column.name === 'protected');
      return true;
    },
    record(row, written) {
      const [only] = written;
      if (written.length === 1 && typeof only === 'string' && only.trim() === '') return true;
      if (written.every((cell) => cell === '')) return true;
      const cells = written.length > header.length ? withoutEmptyEnd(written, header.length) : written;
      if (cells.length !== header.length) {
        const message = say.cellCountMessage(cells.length, header.length);
        return problems.lose(row, [{ column: null, value: null, message }]);
      }
      const { raw, faults, notes } = readCells(header, cells, pool);
      if (protectedAt >= 0 && saysProtected(cells[protectedAt])) return refuseProtected(row, raw.id);
      for (const { column, note } of notes) problems.note(row, column, note);
      return take(row, raw, faults);
    },
    item(row, value) {
      if (!isRecord(value))
        return problems.lose(row, [{ column: null, value: null, message: say.notAnItemMessage }]);
      if (mayBeProtected && saysProtected(value.protected)) return refuseProtected(row, value.id);
      return take(row, value, []);
    },
    fail(row, message) {
      problems.giveUp(row, [{ column: null, value: null, message }]);
    },
    finish: () => ({
      rows,
      errors: problems.errors,
      notes: problems.notes(),
      source: { file, rowNumber: (index) => rowNumbers[index], refusedKeys, complete: problems.complete() },
      protectedKeys,
    }),
  };
}

/** Anything but nothing or a clear no: in doubt a person is protected. */
function saysProtected(value: unknown): boolean {
  if (value === undefined || value === null || value === false || value === 0) return false;
  return typeof value !== 'string' || (value.trim() !== '' && readFlag(value) !== false);
}

function isRecord(value: unknown): value is RawRow {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

interface Problems {
  readonly errors: readonly InputProblem[];
  /** Each returns false where reading should stop. `lose` is for rows whose key is not known. */
  refuse(row: number, faults: readonly Fault[]): boolean;
  lose(row: number, faults: readonly Fault[]): boolean;
  giveUp(row: number | null, faults: readonly Fault[]): void;
  note(row: number, column: string, note: CellNote): void;
  notes(): readonly InputProblem[];
  complete(): boolean;
}

function createProblems(file: string): Problems {
  const errors: InputProblem[] = [];
  const notes = new Map<string, { row: number; column: string; note: CellNote; count: number }>();
  let complete = true;
  const add = (row: number | null, faults: readonly Fault[]) => {
    for (const { column, value, message } of faults)
      errors.push({ file, row, column, value: echo(value), message });
  };
  const refuse = (row: number, faults: readonly Fault[]): boolean => {
    add(row, faults);
    if (errors.length < mostErrorsPerFile) return true;
    add(row, [{ column: null, value: null, message: say.stoppedMessage(errors.length) }]);
    complete = false;
    return false;
  };
  return {
    errors,
    refuse,
    lose(row, faults) {
      complete = false;
      return refuse(row, faults);
    },
    giveUp(row, faults) {
      complete = false;
      add(row, faults);
    },
    note(row, column, note) {
      const known = notes.get(`${column} ${note}`);
      if (known) known.count++;
      else notes.set(`${column} ${note}`, { row, column, note, count: 1 });
    },
    notes: () =>
      [...notes.values()].map(({ row, column, note, count }) => ({
        file,
        row,
        column,
        value: null,
        message: say.cellNoteMessage(note, count),
      })),
    complete: () => complete,
  };
}
