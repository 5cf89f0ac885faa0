/**
 * Writes a region as a folder of CSV files that readRegion reads back identically: UTF-8, commas, the columns of each
 * table in the order of its schema, rows in their order. Optional tables without rows are left out. Files are streamed, so that
 * a large region takes no memory for its text.
 */
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { strToU8, zipSync } from 'fflate';
import { optionalTables, type Region, tableNames } from '../domain/region.ts';
import { harmless } from './cells.ts';
import { type AnyTableName, columnsOf } from './columns.ts';

/** Makes the folder and writes every file of the region; files of optional tables without rows are removed. */
export async function writeRegion(folder: string, region: Region): Promise<void> {
  await mkdir(folder, { recursive: true });
  const files = regionFiles(region);
  for (const [name, pieces] of files)
    await pipeline(Readable.from(pieces), createWriteStream(join(folder, name)));
  for (const table of optionalTables)
    if (!files.has(`${table}.csv`)) await rm(join(folder, `${table}.csv`), { force: true });
}

/** A zip archive of the region's folder; the same region gives the same bytes, whenever it is packed. */
export function regionZip(region: Region): Uint8Array {
  return zipOf(Object.fromEntries(regionFileTexts(region)));
}

/** A zip archive of files by their names; the same texts give the same bytes, whenever they are packed. */
export function zipOf(texts: Readonly<Record<string, string>>): Uint8Array {
  const files = Object.entries(texts).map(([name, text]) => [name, strToU8(text)] as const);
  return zipSync(Object.fromEntries(files), { mtime: firstZipDay });
}

/** The text of each file of the region's folder, under its name. */
export function regionFileTexts(region: Region): ReadonlyMap<string, string> {
  return new Map([...regionFiles(region)].map(([name, pieces]) => [name, [...pieces].join('')]));
}

function regionFiles(region: Region): ReadonlyMap<string, Iterable<string>> {
  const { format, name, period, provenance, policy } = region;
  const head = { format, name, period, provenance, policy };
  const files = new Map<string, Iterable<string>>([['region.json', [`${JSON.stringify(head, null, 2)}\n`]]]);
  for (const table of tableNames)
    if (region[table].length > 0 || !optionalTables.some((optional) => optional === table))
      files.set(`${table}.csv`, tablePieces(table, region[table]));
  return files;
}

/** One table as CSV, some hundred rows at a time. */
export function* tablePieces(
  table: AnyTableName,
  rows: readonly Readonly<Record<string, unknown>>[],
): Generator<string> {
  const names = columnsOf(table).map((column) => column.name);
  yield `${names.join(',')}\n`;
  for (let from = 0; from < rows.length; from += ROWS_PER_PIECE) {
    yield rows
      .slice(from, from + ROWS_PER_PIECE)
      .map((row) => `${names.map((name) => csvCell(row[name])).join(',')}\n`)
      .join('');
  }
}

const ROWS_PER_PIECE = 500;
/** The first day that the format can write, at noon, so that it is the same day wherever it is written. */
const firstZipDay = new Date(1980, 0, 1, 12);

/** A value as a CSV cell: quoted where it must be, and harmless to a spreadsheet. */
export function csvCell(value: unknown): string {
  if (value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return quote(harmless(Array.isArray(value) ? value.join(';') : String(value)));
}

/** Quoted where a separator, a quote or a line break would else be taken for the file's own. */
function quote(text: string): string {
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
