/** Sentences about what was read, in Swedish and English. */

import { nearest } from '../domain/checks/nearest.ts';
import { withHint } from '../domain/checks/references.ts';
import type { Text } from '../domain/text.ts';
import type { CellNote, Unfit } from './cells.ts';
import type { AnyTableName, Column } from './columns.ts';

/** A cell whose value cannot be told. */
export function unfitMessage(why: Unfit, column: Column): Text {
  const { sv, en } = unfitMessages[why];
  return why === 'formula'
    ? { sv, en }
    : { sv: `${sv}; förväntat ${column.expected.sv}`, en: `${en}; expected ${column.expected.en}` };
}

const formulaMessage: Text = {
  sv: 'cellen börjar med ett tecken (=, +, @, - eller tabb) som kalkylprogram kör som en formel; skriv värdet självt',
  en: 'the cell starts with a sign (=, +, @, - or a tab) that spreadsheets run as a formula; write the value itself',
};

const unfitMessages: Readonly<Record<Unfit, Text>> = {
  formula: formulaMessage,
  error: {
    sv: 'cellen visar ett fel i kalkylprogrammet; skriv värdet självt',
    en: 'the cell shows an error of the spreadsheet; write the value itself',
  },
  uncomputed: {
    sv: 'cellen är en formel vars värde inte är uträknat; spara filen i ett kalkylprogram, eller skriv värdet självt',
    en: 'the cell is a formula whose value has not been computed; save the file in a spreadsheet program, or write the value itself',
  },
  moment: {
    sv: 'cellen är formaterad som datum eller klockslag; formatera den som text eller tal och skriv värdet igen',
    en: 'the cell is formatted as a date or a time of day; format it as text or number and write the value again',
  },
};

/** A required cell that is empty. */
export function emptyMessage(column: Column): Text {
  return {
    sv: `cellen är tom; förväntat ${column.expected.sv}`,
    en: `the cell is empty; expected ${column.expected.en}`,
  };
}

/** A value that its column cannot hold, with a hint where the mistake is a known one. */
export function valueMessage(column: Column, value: unknown): Text {
  const message = { sv: `förväntat ${column.expected.sv}`, en: `expected ${column.expected.en}` };
  if (typeof value !== 'string') return message;
  if (column.kind === 'date') return dateMessage(message, value);
  return withHint(message, column.choices.length > 0 ? nearest(value, column.choices) : null);
}

function dateMessage(message: Text, written: string): Text {
  const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(written);
  if (yearFirst && !/^\d{4}-\d{2}-\d{2}$/.test(written))
    return withHint(
      message,
      `${yearFirst[1]}-${yearFirst[2].padStart(2, '0')}-${yearFirst[3].padStart(2, '0')}`,
    );
  if (/^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}$/.test(written))
    return {
      sv: `${message.sv}. Det går inte att veta vad som är dag och vad som är månad`,
      en: `${message.en}. There is no telling which is the day and which the month`,
    };
  if (/^\d{5}$/.test(written))
    return {
      sv: `${message.sv}. Detta är kalkylprogrammets eget tal för ett datum: formatera kolumnen som text eller datum`,
      en: `${message.en}. This is the spreadsheet's own number for a date: format the column as text or date`,
    };
  return message;
}

/** A row whose number of cells is not that of the header. */
export function cellCountMessage(found: number, expected: number): Text {
  return {
    sv: `raden har ${found === 1 ? '1 cell' : `${found} celler`} men rubrikraden har ${expected}; ta bort det som står utanför kolumnerna, eller kontrollera kolumnseparatorn och citattecknen`,
    en: `the row has ${found === 1 ? '1 cell' : `${found} cells`} but the header has ${expected}; remove what stands outside the columns, or check the column separator and the quotes`,
  };
}

export function unknownColumnMessage(written: string, known: readonly string[]): Text {
  return withHint(
    { sv: 'okänd kolumn; ta bort den', en: 'unknown column; remove it' },
    nearest(written, known),
  );
}

export function missingColumnMessage(table: AnyTableName, column: string): Text {
  return {
    sv: `kolumnen ${column} saknas i ${table}`,
    en: `the column ${column} is missing in ${table}`,
  };
}

/** The header of another table: two files have changed names. */
export function otherTableMessage(other: AnyTableName): Text {
  return {
    sv: `rubrikraden är den i ${other}; har två filer bytt namn med varandra?`,
    en: `the header is that of ${other}; have two files changed names?`,
  };
}

export const duplicateColumnMessage: Text = {
  sv: 'kolumnen finns två gånger; behåll en av dem',
  en: 'the column is there twice; keep one of them',
};

/** The first row holds no column names. Its cells are not shown, since they may be data. */
export function noHeaderMessage(known: readonly string[]): Text {
  return {
    sv: `rubrikraden saknas; första raden ska vara ${known.join(', ')}`,
    en: `the header row is missing; the first row is to be ${known.join(', ')}`,
  };
}

/** Where reading a file was given up. */
export function stoppedMessage(errors: number): Text {
  return {
    sv: `läsningen slutade här efter ${errors} fel; resten av filen har inte lästs`,
    en: `reading stopped here after ${errors} errors; the rest of the file was not read`,
  };
}

/** What was accepted in another form than the one asked for. */
export function cellNoteMessage(note: CellNote, count: number): Text {
  const where =
    count === 1
      ? { sv: 'på denna rad', en: 'in this row' }
      : { sv: `på ${count} rader, här den första`, en: `in ${count} rows, the first is shown` };
  const { sv, en } = cellNotes[note];
  return { sv: `${sv} ${where.sv}`, en: `${en} ${where.en}` };
}

const cellNotes: Readonly<Record<CellNote, Text>> = {
  decimal_comma: { sv: 'decimalkomma lästes som punkt', en: 'a decimal comma was read as a point' },
  time_form: { sv: 'klockslag lästes som TT:MM', en: 'a time of day was read as HH:MM' },
  number_as_text: {
    sv: 'ett tal lästes som text, utan de nollor som kan ha stått först (formatera kolumnen som text)',
    en: 'a number was read as text, without zeros that may have stood first (format the column as text)',
  },
};

export const notAnItemMessage: Text = {
  sv: 'förväntat ett objekt med tabellens kolumner',
  en: "expected an object with the table's columns",
};
