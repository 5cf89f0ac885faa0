/**
 * Collects what the checks across tables find. Each file's errors are capped, so that a wrong file does not drown the
 * others, and notes of one kind are counted together.
 */
import type { TableName, TableRow } from '../region.ts';
import type { Text } from '../text.ts';
import { echo, type InputProblem, looksLikeIdentityNumber, protectedMessage } from './input-problem.ts';

/** Where the rows of a table came from. */
export interface TableSource {
  readonly file: string;
  /** The row number that users see, for an index into the table. */
  readonly rowNumber: (index: number) => number;
  /** Keys of rows that could not be read: a reference to one of them is not an error of its own. */
  readonly refusedKeys: ReadonlySet<string>;
  /** False where rows are missing, so that no reference to this table can be called wrong. */
  readonly complete: boolean;
}

export interface RegionSource {
  readonly tables: { readonly [T in TableName]: TableSource };
  /** Participants of protected rows: they are never shown anywhere. */
  readonly protectedKeys: ReadonlySet<string>;
}

export const mostErrorsPerFile = 200;

interface Finding {
  readonly index: number;
  readonly problem: InputProblem;
}

interface NoteCount {
  readonly table: TableName;
  readonly column: string;
  readonly first: number;
  readonly text: (count: number) => Text;
  count: number;
}

type Column<T extends TableName> = keyof TableRow<T> & string;

export interface Report {
  /** `value` is shown unless it must not be; `message` is asked for only where it will be shown. */
  error<T extends TableName>(
    table: T,
    index: number,
    column: Column<T> | null,
    value: unknown,
    message: () => Text,
  ): void;
  /** One note for all rows that share its key and column; `text` gets their number. */
  note<T extends TableName>(
    table: T,
    index: number,
    column: Column<T>,
    key: string,
    text: (count: number) => Text,
  ): void;
  /** The row number that users see. */
  rowNumber(table: TableName, index: number): number;
  /** All errors, by file and row. */
  errors(): readonly InputProblem[];
  notes(): readonly InputProblem[];
}

/** An empty report about rows that came from `source`. */
export function createReport(source: RegionSource): Report {
  const findings = new Map<TableName, Finding[]>();
  const counts = new Map<TableName, number>();
  const notes = new Map<string, NoteCount>();
  const isProtected = (value: unknown) => typeof value === 'string' && source.protectedKeys.has(value);
  return {
    error(table, index, column, value, message) {
      const count = (counts.get(table) ?? 0) + 1;
      counts.set(table, count);
      if (count > mostErrorsPerFile) return;
      const { file, rowNumber } = source.tables[table];
      const hidden = isProtected(value);
      const problem: InputProblem = {
        file,
        row: rowNumber(index),
        column,
        value: hidden ? null : echo(value),
        message: hidden ? protectedMessage : message(),
      };
      findings.set(table, [...(findings.get(table) ?? []), { index, problem }]);
    },
    note(table, index, column, key, text) {
      const id = `${table} ${column} ${key}`;
      const known = notes.get(id);
      if (known) known.count++;
      else notes.set(id, { table, column, first: index, text, count: 1 });
    },
    rowNumber: (table, index) => source.tables[table].rowNumber(index),
    errors: () =>
      [...counts].flatMap(([table, count]) => {
        const shown = (findings.get(table) ?? []).sort((a, b) => a.index - b.index).map((f) => f.problem);
        return count <= mostErrorsPerFile ? shown : [...shown, moreErrors(source.tables[table].file, count)];
      }),
    notes: () =>
      [...notes.values()].map(({ table, column, first, text, count }) => ({
        file: source.tables[table].file,
        row: source.tables[table].rowNumber(first),
        column,
        value: null,
        message: text(count),
      })),
  };
}

function moreErrors(file: string, count: number): InputProblem {
  const more = count - mostErrorsPerFile;
  return {
    file,
    row: null,
    column: null,
    value: null,
    message: {
      sv: `ytterligare ${more} fel i filen visas inte`,
      en: `${more} more errors in this file are not shown`,
    },
  };
}

/** Text that may be quoted inside a message: never what looks like an identity number. */
export function quotable(text: string): string | null {
  return looksLikeIdentityNumber(text) ? null : text;
}
