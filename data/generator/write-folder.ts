/** Writes a region as a folder: region.json and one CSV file per table that has rows. Lines end with LF. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Region, regionTables, type TableName } from '../../src/domain/region.ts';

export function writeFolder(region: Region, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const { format, name, period, provenance, policy } = region;
  writeFileSync(
    join(folder, 'region.json'),
    `${JSON.stringify({ format, name, period, provenance, policy }, null, 2)}\n`,
  );
  for (const [table, schema] of Object.entries(regionTables)) {
    const rows: readonly Readonly<Record<string, unknown>>[] = region[table as TableName];
    if (rows.length === 0) continue;
    const columns = Object.keys(schema.shape).filter((column) =>
      rows.some((row) => row[column] !== undefined),
    );
    const lines = [columns, ...rows.map((row) => columns.map((column) => cell(row[column])))];
    writeFileSync(join(folder, `${table}.csv`), lines.map((line) => `${line.join(',')}\n`).join(''));
  }
}

function cell(value: unknown): string {
  const text = Array.isArray(value) ? value.join(';') : value === undefined ? '' : String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
