/**
 * Streams a CSV file into a sink, row by row.
 *
 *  1. The first bytes tell what is no UTF-8 text at all: UTF-16, a spreadsheet file, other binary data.
 *  2. The header line tells the separator: the one of comma, semicolon and tab that gives the most known columns.
 *  3. csv-parse splits the bytes; each record goes to the sink at once, and every chunk is checked to be UTF-8.
 *  4. Reading ends as soon as the sink has seen enough.
 *
 * Memory: one chunk and one record, which may hold at most a million characters. Cost: one pass.
 */
import { pipeline } from 'node:stream/promises';
import { CsvError, type Parser, parse } from 'csv-parse';
import type { Text } from '../domain/text.ts';
import type { RowSink } from './table-reader.ts';

export type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

const longestHeaderBytes = 65_536;
/** What the parser gets at once, and so the most that it goes on for after the sink has seen enough. */
const sliceBytes = 65_536;
const longestRecord = 1_000_000;
const separators = [',', ';', '\t'] as const;

/** Reads all of `source` unless the sink stops it. Everything that is wrong goes to the sink. */
export async function readCsv(source: Bytes, sink: RowSink): Promise<void> {
  const iterator =
    Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
  const start = await firstBytes(iterator);
  const wrong = start.length === 0 ? emptyFile : notText(start);
  if (wrong) {
    sink.fail(null, wrong);
    await iterator.return?.();
    return;
  }
  const progress: Progress = { records: 0, row: 0, stopped: false };
  const parser = createParser(start, sink, progress);
  parser.resume();
  try {
    await pipeline(checked(start, iterator, sink, progress), parser);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (!progress.stopped) sink.fail(progress.row + 1, csvMessages.get(error.code) ?? unreadable);
  }
  if (progress.row === 0 && !progress.stopped) sink.fail(null, emptyFile);
}

interface Progress {
  records: number;
  row: number;
  stopped: boolean;
}

function createParser(start: Uint8Array, sink: RowSink, progress: Progress): Parser {
  return parse({
    bom: true,
    delimiter: separatorOf(start, sink.known),
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: longestRecord,
    on_record: (cells: readonly string[], { empty_lines: blankRows }) => {
      progress.records++;
      progress.row = progress.records + blankRows;
      if (!progress.stopped) {
        const goOn = progress.records === 1 ? sink.header(cells) : sink.record(progress.row, cells);
        progress.stopped = !goOn;
      }
      return null;
    },
  });
}

/** Enough of the file to hold its header line. */
async function firstBytes(iterator: AsyncIterator<Uint8Array> | Iterator<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  while (length < longestHeaderBytes) {
    const next = await iterator.next();
    if (next.done) break;
    chunks.push(next.value);
    length += next.value.length;
    if (next.value.includes(0x0a)) break;
  }
  return Buffer.concat(chunks);
}

/** The bytes for the parser, until the sink has seen enough or the text turns out not to be UTF-8. */
async function* checked(
  start: Uint8Array,
  iterator: AsyncIterator<Uint8Array> | Iterator<Uint8Array>,
  sink: RowSink,
  progress: Progress,
): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const isUtf8 = (chunk?: Uint8Array): boolean => {
    try {
      decoder.decode(chunk, { stream: chunk !== undefined });
      return true;
    } catch {
      sink.fail(null, notUtf8);
      progress.stopped = true;
      return false;
    }
  };
  try {
    let chunk = start;
    while (!progress.stopped) {
      if (!isUtf8(chunk)) return;
      for (let at = 0; at < chunk.length && !progress.stopped; at += sliceBytes)
        yield chunk.subarray(at, at + sliceBytes);
      const next = await iterator.next();
      if (next.done) {
        if (!progress.stopped) isUtf8();
        return;
      }
      chunk = next.value;
    }
  } finally {
    await iterator.return?.();
  }
}

/** The separator that gives the most known columns in the header line, then the most columns; a comma where none does. */
function separatorOf(start: Uint8Array, known: readonly string[]): string {
  const [line = ''] = new TextDecoder().decode(start.subarray(0, longestHeaderBytes)).split(/[\r\n]/, 1);
  const names = (separator: string) =>
    line.split(separator).map((name) => name.trim().replace(/^"(.*)"$/, '$1'));
  const worth = (separator: string) => {
    const found = names(separator);
    return found.filter((name) => known.includes(name)).length * longestHeaderBytes + found.length;
  };
  return separators.reduce((best, separator) => (worth(separator) > worth(best) ? separator : best));
}

function notText(start: Uint8Array): Text | null {
  const [a, b] = start;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return utf16;
  if (a === 0x50 && b === 0x4b) return spreadsheet;
  const head = start.subarray(0, 4096);
  const zeros = head.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0);
  if (zeros === 0) return null;
  return zeros * 3 > head.length ? utf16 : binary;
}

const saveAsUtf8 = {
  sv: 'spara den som CSV UTF-8 (i Excel: Arkiv, Spara som, CSV UTF-8)',
  en: 'save it as CSV UTF-8 (in Excel: File, Save As, CSV UTF-8)',
};
const utf16: Text = {
  sv: `filen är sparad som UTF-16 (”Unicode-text”); ${saveAsUtf8.sv}`,
  en: `the file is saved as UTF-16 ("Unicode text"); ${saveAsUtf8.en}`,
};
const notUtf8: Text = {
  sv: `filen är inte UTF-8, troligen Latin-1 (ANSI), så att å, ä och ö inte går att läsa; ${saveAsUtf8.sv}`,
  en: `the file is not UTF-8, probably Latin-1 (ANSI), so that å, ä and ö cannot be read; ${saveAsUtf8.en}`,
};
const spreadsheet: Text = {
  sv: `filen är en kalkylfil eller ett arkiv, inte CSV; ${saveAsUtf8.sv}`,
  en: `the file is a spreadsheet or an archive, not CSV; ${saveAsUtf8.en}`,
};
const binary: Text = {
  sv: `filen är inte text; ${saveAsUtf8.sv}`,
  en: `the file is not text; ${saveAsUtf8.en}`,
};
const emptyFile: Text = {
  sv: 'filen är tom; förväntat en rubrikrad och en rad per post',
  en: 'the file is empty; expected a header row and a row per record',
};
const unreadable: Text = {
  sv: 'raden går inte att dela upp i celler; kontrollera citattecknen',
  en: 'the row cannot be split into cells; check the quotes',
};
const csvMessages: ReadonlyMap<string, Text> = new Map([
  [
    'CSV_QUOTE_NOT_CLOSED',
    { sv: 'ett citattecken öppnas men stängs aldrig', en: 'a quote is opened but never closed' },
  ],
  [
    'CSV_MAX_RECORD_SIZE',
    {
      sv: `raden är längre än ${longestRecord} tecken; kontrollera att citattecken stängs och att filen har radbrytningar`,
      en: `the row is longer than ${longestRecord} characters; check that quotes are closed and that the file has line breaks`,
    },
  ],
]);
