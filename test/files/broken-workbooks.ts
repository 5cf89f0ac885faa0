/** Workbooks that are broken in the ways in which offices break them, each with the one thing that is then said. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readXlsx, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import type { Text } from '../../src/domain/text.ts';
import { regionWorkbook } from '../../src/files/workbook/write-workbook.ts';
import { smallRegion } from './small-region.ts';

const writing = await regionWorkbook(smallRegion);
if (writing.status !== 'written') throw new Error(writing.message.en);
const { bytes } = writing;
const parts = unzipSync(bytes);

type Rows = NonNullable<WriteSheet['rows']>;

async function withSheets(change: (sheet: WriteSheet) => readonly WriteSheet[]): Promise<Uint8Array> {
  const { sheets } = await readXlsx(bytes);
  return writeXlsx({ sheets: sheets.flatMap(({ name, rows }) => change({ name, rows })) });
}

/** With one sheet renamed, there twice (two names) or gone (none). */
export const named = (sheet: string, ...names: readonly string[]) =>
  withSheets((one) => (one.name === sheet ? names.map((name) => ({ ...one, name })) : [one]));

/** With other rows in a sheet. */
export const rowed = (sheet: string, change: (rows: Rows) => Rows) =>
  withSheets((one) => [one.name === sheet ? { ...one, rows: change(one.rows ?? []) } : one]);

/** With another value in a column of the first row below the header. */
const valued = (sheet: string, column: string, value: string | number) =>
  rowed(sheet, ([header = [], row = [], ...rest]) => [
    header,
    row.map((cell, at) => (header[at] === column ? value : cell)),
    ...rest,
  ]);

/** With what the format says of a sheet changed. */
export function marked(sheet: string, change: (xml: string) => string): Uint8Array {
  const names = [...strFromU8(parts['xl/workbook.xml']).matchAll(/<sheet [^>]*?name="([^"]+)"/g)];
  const part = `xl/worksheets/sheet${names.findIndex(([, name]) => name === sheet) + 1}.xml`;
  return zipSync({ ...parts, [part]: strToU8(change(strFromU8(parts[part]))) });
}

export const merged = (cells: string) => (xml: string) =>
  xml.replace('</sheetData>', `</sheetData><mergeCells count="1"><mergeCell ref="${cells}"/></mergeCells>`);
const cell = (name: string, content: string) => (xml: string) =>
  xml.replace(new RegExp(`<c r="${name}"[^>]*>.*?</c>`), `<c r="${name}" ${content}</c>`);

const openDocument = 'application/vnd.oasis.opendocument.spreadsheet';

export interface Broken {
  readonly how: string;
  readonly bytes: () => Uint8Array | Promise<Uint8Array>;
  readonly file: string;
  readonly row: number | null;
  readonly column: string | null;
  /** A part of the message. */
  readonly says: Text;
}

const broken = (
  how: string,
  made: Broken['bytes'],
  [file, row, column]: readonly [file: string, row?: number, column?: string],
  sv: string,
  en: string,
): Broken => ({ how, bytes: made, file, row: row ?? null, column: column ?? null, says: { sv, en } });

const header = 'id, name, form, principal, district, lat, lon';
const oldSv = 'arbetsbok i äldre format (.xls) eller med lösenord; spara den som .xlsx';
const oldEn = 'workbook in an older format (.xls) or with a password; save it as .xlsx';
const cutSv = 'inte en Excel-arbetsbok (.xlsx) som går att läsa';
const cutEn = 'not an Excel workbook (.xlsx) that can be read';
/** As old and encrypted workbooks begin. */
const container = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array(504).fill(0)]);

export const brokenWorkbooks: readonly Broken[] = [
  broken('a sheet is gone', () => named('teams'), ['xlsx: teams'], 'tabellen saknas', 'the table is missing'),
  broken(
    'a sheet is there twice',
    () => named('teams', 'teams', 'TEAMS '),
    ['xlsx: TEAMS '],
    'två blad för samma sak',
    'two sheets for the same thing',
  ),
  ...(['C2:D2', 'A2:A3'] as const).map((cells) =>
    broken(
      `cells ${cells} are merged`,
      () => marked('units', merged(cells)),
      ['xlsx: units', 2],
      `cellerna ${cells} är sammanfogade`,
      `the cells ${cells} are merged`,
    ),
  ),
  broken(
    'a formula has gone wrong',
    () => marked('units', cell('F2', 't="e"><f>1/0</f><v>#DIV/0!</v>')),
    ['xlsx: units', 2, 'lat'],
    'cellen visar ett fel',
    'the cell shows an error',
  ),
  broken(
    'a date is a number',
    () => valued('participants', 'permit_date', 37_865),
    ['xlsx: participants', 2, 'permit_date'],
    'formatera kolumnen som text eller datum',
    'format the column as text or date',
  ),
  broken(
    'a date is a text of another kind',
    () => valued('participants', 'permit_date', '1/9/2003'),
    ['xlsx: participants', 2, 'permit_date'],
    'inte att veta vad som är dag',
    'no telling which is the day',
  ),
  broken(
    'a number has its thousands apart',
    () => valued('teams', 'seats', '1 000'),
    ['xlsx: teams', 2, 'seats'],
    'förväntat ett heltal',
    'expected a whole number',
  ),
  broken(
    'the header is gone',
    () => rowed('units', ([, ...rows]) => rows),
    ['xlsx: units', 1],
    `rubrikraden saknas; första raden ska vara ${header}`,
    `the header row is missing; the first row is to be ${header}`,
  ),
  broken(
    'a title stands above the header',
    () => rowed('units', (rows) => [['Enheter 2004'], ...rows]),
    ['xlsx: units', 1],
    'rubrikraden saknas',
    'the header row is missing',
  ),
  broken(
    'two rows have the same key',
    () => rowed('units', (rows) => [...rows, ...rows.slice(1)]),
    ['xlsx: units', 3, 'id'],
    'samma nyckel finns redan på rad 2',
    'row 2 already has the same key',
  ),
  broken('it is of the old kind or has a password', () => container, ['xlsx'], oldSv, oldEn),
  broken(
    'it is an OpenDocument',
    () => zipSync({ mimetype: [strToU8(openDocument), { level: 0 }], 'content.xml': strToU8('<x/>') }),
    ['xlsx'],
    'OpenDocument-dokument (.ods); spara den som Excel-arbetsbok (.xlsx)',
    'OpenDocument document (.ods); save it as an Excel workbook (.xlsx)',
  ),
  broken('its end is cut off', () => bytes.subarray(0, bytes.length - 30), ['xlsx'], cutSv, cutEn),
  broken(
    'it would unpack to too much',
    () => bomb('xl/worksheets/sheet4.xml'),
    ['xlsx'],
    'högst 256 MiB läses',
    'at most 256 MiB are read',
  ),
];

/** The list of the archive says that a part is of 600 MiB. */
function bomb(part: string): Uint8Array {
  const archive = Buffer.from(bytes);
  archive.writeUInt32LE(600 * 1024 * 1024, archive.lastIndexOf(part) - 46 + 24);
  return archive;
}
