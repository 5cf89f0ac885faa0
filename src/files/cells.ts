/**
 * From the text of a CSV cell to the value that the row's schema judges.
 *
 * A cell that a spreadsheet would run as a formula (it starts with = + @ - or a tab) is refused, unless it is a
 * number below zero. A single quote before such a sign, as spreadsheets know it, makes it harmless: it is put there
 * when writing (`harmless`) and taken away when reading. So it is inside a text too, after what a spreadsheet may take
 * for the end of a cell: a Swedish Excel splits a file at semicolons, whatever its quotes say.
 */
import type { Column } from './columns.ts';

export type CellNote = 'decimal_comma' | 'time_form' | 'number_as_text';

/** Why a cell has no value that its column could hold; the last three in spreadsheets only. */
export type Unfit = 'formula' | 'error' | 'uncomputed' | 'moment';

export type CellReading =
  | { readonly status: 'value'; readonly value: unknown; readonly note?: CellNote }
  | { readonly status: 'empty' }
  | { readonly status: 'unfit'; readonly why: Unfit };

const plainNumber = /^-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const commaNumber = /^-?\d+,\d+$/;
const looseTime = /^(\d{1,2})[:.](\d{2})(?::00)?$/;
/** Before a sign that makes a cell a formula, or the quote that stands before one: at the start, and after a separator. */
const beforeSign = /^(?=[=+\-@＝＋－＠\t\r\n'])|(?<=[;,"\t\r\n])(?=[=+\-@＝＋－＠'])/g;
/** The quote that stands there. */
const signQuote = /^'(?=[=+\-@＝＋－＠\t\r\n'])|(?<=[;,"\t\r\n])'(?=[=+\-@＝＋－＠'])/g;
const isQuoted = /^'[=+\-@＝＋－＠\t\r\n']/;
const yesOrNo = new Map([
  ...['true', 'ja', 'yes', '1', 'sant'].map((word) => [word, true] as const),
  ...['false', 'nej', 'no', '0', 'falskt'].map((word) => [word, false] as const),
]);
const empty = { status: 'empty' } as const;
const formula = { status: 'unfit', why: 'formula' } as const;

/** The value that a cell's text stands for; what it cannot make sense of stays text, for the schema to refuse. */
export function readCell(text: string, column: Column): CellReading {
  if (text === '') return empty;
  if (text.startsWith('\t')) return formula;
  const trimmed = text.trim();
  if (trimmed === '') return empty;
  if (isQuoted.test(trimmed)) return convert(readTextCell(trimmed), column);
  const first = trimmed[0];
  if (first === '=' || first === '+' || first === '@') return formula;
  if (first === '-' && !plainNumber.test(trimmed) && !commaNumber.test(trimmed)) return formula;
  return convert(readTextCell(trimmed), column);
}

/** True or false for what people write for it; undefined for anything else. */
export function readFlag(text: string): boolean | undefined {
  return yesOrNo.get(text.trim().toLowerCase());
}

/** The text of a cell that holds text and nothing else: without the quotes that made it harmless. */
export function readTextCell(text: string): string {
  return text.includes("'") ? text.replace(signQuote, '') : text;
}

/** The text as it is written into a CSV cell: read again by readCell it is the same. */
export function harmless(text: string): string {
  return text.replace(beforeSign, "'");
}

function convert(text: string, column: Column): CellReading {
  switch (column.kind) {
    case 'number':
      if (plainNumber.test(text)) return { status: 'value', value: Number(text) };
      if (commaNumber.test(text))
        return { status: 'value', value: Number(text.replace(',', '.')), note: 'decimal_comma' };
      return { status: 'value', value: text };
    case 'flag':
      return { status: 'value', value: readFlag(text) ?? text };
    case 'list':
      return { status: 'value', value: splitList(text) };
    case 'time':
      return readTime(text);
    default:
      return { status: 'value', value: text };
  }
}

function splitList(text: string): readonly string[] {
  return text
    .split(';')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** Spreadsheets turn 08:30 into 8:30 or 08:30:00. */
function readTime(text: string): CellReading {
  const parts = text.length === 5 && text[2] === ':' ? null : looseTime.exec(text);
  if (!parts) return { status: 'value', value: text };
  return { status: 'value', value: `${parts[1].padStart(2, '0')}:${parts[2]}`, note: 'time_form' };
}
