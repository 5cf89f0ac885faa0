/**
 * One table as a sheet: its columns in the order of the schema, a header that stays in sight, and cells that Excel leaves
 * as they are. What is text is text, also where it looks like a number, a date or a formula; only numbers are numbers.
 */
import type { CellValue, WriteSheet } from 'hucre/xlsx';
import type { TableName } from '../../domain/region.ts';
import { columnTexts } from '../../domain/tables/columns.ts';
import type { Text } from '../../domain/text.ts';
import { type Column, columnsOf } from '../columns.ts';
import { cellName } from './cell-name.ts';

type Row = Readonly<Record<string, unknown>>;

export const textFormat = '@';
export const header = { font: { bold: true } } as const;
const mostRowsOfSheet = 1_048_576;
const narrowest = 12;
const preparedRows = 500;
const flagWords: readonly string[] = ['true', 'false'];

/** The sheet of a table with its rows; choices can be picked from a list in every row. */
export function tableSheet(table: TableName, rows: readonly Row[]): WriteSheet {
  const columns = columnsOf(table);
  return {
    name: table,
    columns: columns.map(({ name, kind }) => ({
      width: Math.max(narrowest, name.length + 2),
      ...(kind === 'number' ? {} : { numFmt: textFormat }),
    })),
    rows: [
      columns.map(({ name }) => name),
      ...rows.map((row) => columns.map(({ name }) => cellOf(row[name]))),
    ],
    cells: new Map(columns.map(({ name }, i) => [`0,${i}`, { value: name, style: header }])),
    dataValidations: columns.flatMap((column, i) => {
      const values = wordsOf(column);
      return values.length === 0 ? [] : [{ type: 'list' as const, values: [...values], range: below(i) }];
    }),
    freezePane: { rows: 1 },
  };
}

/**
 * The same sheet without rows, where each header tells what its column is for. Some hundred empty rows are formatted, so
 * that a spreadsheet keeps the zeros of an id and the form of a date that is typed there.
 */
export function explainedSheet(table: TableName): WriteSheet {
  const sheet = tableSheet(table, []);
  const cells = new Map(
    columnsOf(table).map((column, i) => {
      const { sv, en } = columnText(table, column);
      const comment = { author: 'resursutbyte', text: `${sv}\n\n${en}` };
      return [`0,${i}`, { value: column.name, style: header, comment }];
    }),
  );
  const emptyRow = columnsOf(table).map(() => null);
  return {
    ...sheet,
    cells,
    rows: [...(sheet.rows ?? []), ...Array.from({ length: preparedRows }, () => emptyRow)],
  };
}

/** What a column means, what it may hold, and whether it must. */
export function columnText(table: TableName, column: Column): Text {
  const meaning = new Map<string, Text>(Object.entries(columnTexts[table])).get(column.name);
  if (meaning === undefined) throw new Error(`the column ${table}.${column.name} is not described`);
  const { sv, en } = column.expected;
  return column.required && !column.emptyText && column.kind !== 'list'
    ? { sv: `${meaning.sv}. Skriv ${sv}.`, en: `${meaning.en}. Write ${en}.` }
    : { sv: `${meaning.sv}. Skriv ${sv}; får vara tomt.`, en: `${meaning.en}. Write ${en}; may be empty.` };
}

/** What may be picked from a list: not where a cell may hold several, which Excel's lists cannot. */
function wordsOf({ kind, choices }: Column): readonly string[] {
  if (kind === 'flag') return flagWords;
  return kind === 'choice' ? choices : [];
}

function below(column: number): string {
  return `${cellName(1, column)}:${cellName(mostRowsOfSheet - 1, column)}`;
}

function cellOf(value: unknown): CellValue {
  if (value === undefined) return null;
  if (typeof value === 'number') return value;
  const text = Array.isArray(value) ? value.join(';') : String(value);
  return text === '' ? null : sheetText(text);
}

/** A text as the format holds it: `_x0041_` stands for A there, so a text that looks so has its first sign written as a code. */
export function sheetText(text: string): string {
  return text.replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_');
}
