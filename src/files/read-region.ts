/**
 * Reads a region from a folder, a zip archive of it, a workbook or JSON. All errors of all files are reported together; a region with an
 * error is not read at all.
 */
import { readFile, stat } from 'node:fs/promises';
import { checkRegion } from '../domain/check-region.ts';
import { echo, type InputProblem, protectedMessage } from '../domain/checks/input-problem.ts';
import { nearest } from '../domain/checks/nearest.ts';
import { withHint } from '../domain/checks/references.ts';
import { isTable, optionalTables, type Region, type TableName, tableNames } from '../domain/region.ts';
import { isFollowupTable } from '../domain/tables/followup.ts';
import type { Text } from '../domain/text.ts';
import { readCsv } from './csv.ts';
import { openFolder } from './folder.ts';
import { type HeadReading, parseHead, parseJson, readHead } from './head.ts';
import { isPackedFile } from './packed.ts';
import { largestFileBytes, type RegionFiles, tooLargeMessage } from './region-files.ts';
import { createReaders, finishReaders, type RegionReaders } from './region-readers.ts';
import { findSheets, readSheet, sheetFile } from './workbook/find-sheets.ts';
import {
  isOldWorkbook,
  isOpenDocument,
  isWorkbook,
  type OpenedWorkbook,
  openWorkbook,
} from './workbook/open-workbook.ts';
import { openZip } from './zip.ts';

export type RegionReading =
  | { readonly status: 'read'; readonly region: Region; readonly notes: readonly InputProblem[] }
  | { readonly status: 'refused'; readonly errors: readonly InputProblem[] };

/**
 * Reads a region's folder, a zip of it, its workbook or its JSON: what a file is, is told by its first bytes. A path that
 * cannot be read is an error like any other.
 */
export async function readRegion(path: string): Promise<RegionReading> {
  const info = await stat(path).catch(() => null);
  if (info === null) return refused(path, nothingThere);
  if (info.isDirectory()) return readFiles(await openFolder(path));
  if (info.size > largestFileBytes) return refused(path, tooLargeMessage(info.size));
  if (await isPackedFile(path)) return readRegionPacked(await readFile(path));
  if (!/\.json$/i.test(path)) return refused(path, notARegion);
  const value = parseJson((await readFile(path, 'utf8')).replace(/^\uFEFF/, ''));
  return value === undefined ? refused(path, notJson) : readRegionJson(value);
}

/** Reads a zip archive of a region's folder, or a workbook: which it is, is told by what is in it. */
export async function readRegionPacked(bytes: Uint8Array): Promise<RegionReading> {
  if (isOldWorkbook(bytes)) return refused('xlsx', oldWorkbook);
  if (isOpenDocument(bytes)) return refused('xlsx', openDocument);
  if (isWorkbook(bytes)) {
    const workbook = await openWorkbook(bytes);
    return workbook.status === 'opened' ? readSheets(workbook) : refused('xlsx', workbook.message);
  }
  const zip = openZip(bytes);
  return zip.status === 'opened' ? readFiles(zip.files) : refused(zip.file, zip.message);
}

/** Reads a region as one JSON object: region.json's fields, and each table as an array under its name. */
export function readRegionJson(value: unknown): RegionReading {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return refused('region', notAnObject);
  const fields = new Map<string, unknown>(Object.entries(value));
  const head = parseHead(Object.fromEntries([...fields].filter(([name]) => !isTable(name))), 'region');
  const readers = createReaders((table) => table);
  for (const table of tableNames) {
    const reader = readers[table];
    const items = fields.get(table);
    if (Array.isArray(items)) items.every((item, index) => reader.item(index + 1, item));
    else if (items !== undefined) reader.fail(null, notAnArray);
    else if (!isOptional(table)) reader.fail(null, missingTable);
  }
  return assemble(head, readers, []);
}

async function readFiles(files: RegionFiles): Promise<RegionReading> {
  const head = await readHead(files);
  const readers = createReaders((table) => `${table}.csv`);
  for (const table of tableNames) {
    const reader = readers[table];
    const opened = await files.open(`${table}.csv`);
    if (opened.status === 'opened') {
      if (opened.sizeBytes > largestFileBytes) reader.fail(null, tooLargeMessage(opened.sizeBytes));
      else await readCsv(opened.bytes(), reader);
    } else if (opened.status === 'outside') reader.fail(null, linkedOutside);
    else if (!isOptional(table)) reader.fail(null, missingTable);
  }
  return assemble(head, readers, strayTables(files.names));
}

async function readSheets(workbook: OpenedWorkbook): Promise<RegionReading> {
  const found = await findSheets(workbook);
  const readers = createReaders((table) => sheetFile(found.sheets.get(table)?.name ?? table));
  for (const table of tableNames) {
    const reader = readers[table];
    const sheet = found.sheets.get(table);
    if (sheet) await readSheet(workbook, sheet.name, reader);
    else if (!isOptional(table)) reader.fail(null, missingTable);
  }
  return assemble(found.head, readers, found.problems);
}

/** All that was read, checked across tables, or all errors. */
function assemble(head: HeadReading, readers: RegionReaders, stray: readonly InputProblem[]): RegionReading {
  const read = finishReaders(readers);
  const checked = checkRegion(read.tables, read.source);
  const headErrors = head.status === 'refused' ? head.errors : [];
  const errors = [
    ...headErrors,
    ...stray,
    ...byFile([...read.errors, ...checked.errors], read.source.tables),
  ];
  if (head.status === 'refused' || errors.length > 0)
    return {
      status: 'refused',
      errors: errors.map((problem) => hideProtected(problem, read.source.protectedKeys)),
    };
  const notes = byFile([...read.notes, ...checked.notes], read.source.tables);
  return { status: 'read', region: { ...head.head, ...checked.tables }, notes };
}

/** Problems in the order of the tables, then of rows; those about a whole file last. */
function byFile(
  problems: readonly InputProblem[],
  sources: { readonly [T in TableName]: { readonly file: string } },
): readonly InputProblem[] {
  const order = new Map(tableNames.map((table, index) => [sources[table].file, index]));
  const rank = (problem: InputProblem) => order.get(problem.file) ?? order.size;
  const row = (problem: InputProblem) => problem.row ?? Number.MAX_SAFE_INTEGER;
  return [...problems].sort((a, b) => rank(a) - rank(b) || row(a) - row(b));
}

/** Whatever a problem quotes, it never quotes the key of a protected person. */
function hideProtected(problem: InputProblem, keys: ReadonlySet<string>): InputProblem {
  const { value, message } = problem;
  const quoted = value?.split(';').some((part) => keys.has(part.trim()));
  return quoted
    ? { ...problem, value: null, message: problem.column === null ? message : protectedMessage }
    : problem;
}

/** CSV files whose names are no table's: left unread they might be missed. Follow-up has a reader of its own. */
function strayTables(names: readonly string[]): readonly InputProblem[] {
  return names
    .filter((name) => /\.csv$/i.test(name) && !isTable(name.slice(0, -4)))
    .filter((name) => !isFollowupTable(name.slice(0, -4)))
    .map((name) => ({
      file: echo(name) ?? 'csv',
      row: null,
      column: null,
      value: null,
      message: withHint(
        unknownFile,
        nearest(
          name,
          tableNames.map((table) => `${table}.csv`),
        ),
      ),
    }));
}

function isOptional(table: TableName): boolean {
  return optionalTables.some((name) => name === table);
}

function refused(file: string, message: Text): RegionReading {
  return { status: 'refused', errors: [{ file, row: null, column: null, value: null, message }] };
}

const nothingThere: Text = {
  sv: 'det finns ingen sådan mapp eller fil',
  en: 'there is no such folder or file',
};
const notARegion: Text = {
  sv: 'förväntat en regions mapp, en .zip, en .xlsx eller en .json',
  en: "expected a region's folder, a .zip, an .xlsx or a .json",
};
const oldWorkbook: Text = {
  sv: 'filen är en arbetsbok i äldre format (.xls) eller med lösenord; spara den som .xlsx utan lösenord',
  en: 'the file is a workbook in an older format (.xls) or with a password; save it as .xlsx without a password',
};
const openDocument: Text = {
  sv: 'filen är ett OpenDocument-dokument (.ods); spara den som Excel-arbetsbok (.xlsx)',
  en: 'the file is an OpenDocument document (.ods); save it as an Excel workbook (.xlsx)',
};
const notJson: Text = { sv: 'filen är inte giltig JSON', en: 'the file is not valid JSON' };
const notAnObject: Text = {
  sv: 'förväntat ett objekt med regionens fält och tabeller',
  en: "expected an object with the region's fields and tables",
};
const notAnArray: Text = { sv: 'förväntat en lista med rader', en: 'expected an array of rows' };
const missingTable: Text = { sv: 'tabellen saknas', en: 'the table is missing' };
const linkedOutside: Text = {
  sv: 'filen är en länk ut ur mappen; lägg själva filen i mappen',
  en: 'the file is a link out of the folder; put the file itself in the folder',
};
const unknownFile: Text = {
  sv: 'filen hör inte till en region; ta bort den eller rätta namnet',
  en: 'the file is no part of a region; remove it or correct its name',
};
