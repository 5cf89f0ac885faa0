/**
 * Writes a region as a folder of CSV files that readRegion reads back identically: UTF-8, commas, the columns of each
 * table in the order of its schema, rows in their order. Optional tables without rows are left out.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { optionalTables, type Region, type TableName, tableNames } from '../domain/region.ts';
import { harmless } from './cells.ts';
import { columnsOf } from './columns.ts';

/** Makes the folder and writes every file of the region; files of optional tables without rows are removed. */
export async function writeRegion(folder: string, region: Region): Promise<void> {
  await mkdir(folder, { recursive: true });
  const files = regionFileTexts(region);
  for (const [name, text] of files) await writeFile(join(folder, name), text);
  for (const table of optionalTables)
    if (!files.has(`${table}.csv`)) await rm(join(folder, `${table}.csv`), { force: true });
}

/** The text of each file of the region's folder, under its name. */
export function regionFileTexts(region: Region): ReadonlyMap<string, string> {
  const { format, name, period, provenance, policy } = region;
  const head = { format, name, period, provenance, policy };
  const files = new Map([['region.json', `${JSON.stringify(head, null, 2)}\n`]]);
  for (const table of tableNames)
    if (region[table].length > 0 || !optionalTables.some((optional) => optional === table))
      files.set(`${table}.csv`, tableText(table, region[table]));
  return files;
}

/** One table as CSV. */
function tableText(table: TableName, rows: readonly Readonly<Record<string, unknown>>[]): string {
  const names = columnsOf(table).map((column) => column.name);
  const lines = rows.map((row) => names.map((name) => cellText(row[name])).join(','));
  return [names.join(','), ...lines, ''].join('\n');
}

function cellText(value: unknown): string {
  if (value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return quote(harmless(Array.isArray(value) ? value.join(';') : String(value)));
}

/** Quoted where a separator, a quote or a line break would else be taken for the file's own. */
function quote(text: string): string {
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
