/**
 * What differs between two versions of a region, row by row: for the preview of an import.
 *
 *  1. Whoever is protected in either version is left out, with every row about them.
 *  2. Rows are paired by their key; where several have the same, the first with the first, the second with the second.
 *  3. A row without a partner was added or removed; the cells of a pair that differ are its change.
 *
 * The order of rows does not matter. Cost: one pass over the rows of both versions.
 */
import { z } from 'zod';
import { type DifferenceCounts, summariseDifference } from './difference-summary.ts';
import { type Region, type TableName, tableNames } from './region.ts';
import { regionFields } from './region-fields.ts';
import { rowKey, tableKeys } from './tables/keys.ts';

/** A cell; null where it is empty. */
const cellValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);
const rowName = z.record(z.string(), cellValue);
const count = z.int().min(0);
const text = z.strictObject({ sv: z.string(), en: z.string() });
const fieldValue = z.union([cellValue, z.array(z.number())]);

/** `key` holds the columns by which a row is known; `columns` what changed in it. */
const tableDifference = z.strictObject({
  table: z.enum(tableNames),
  counts: z.strictObject({ before: count, after: count, added: count, removed: count, changed: count }),
  added: z.array(rowName),
  removed: z.array(rowName),
  changed: z.array(
    z.strictObject({
      key: rowName,
      columns: z.array(z.strictObject({ column: z.string(), from: cellValue, to: cellValue })),
    }),
  ),
});

/** resursutbyte/region-difference@1. Tables in which nothing differs are left out; `fields` are those of region.json. */
export const regionDifferenceSchema = z.strictObject({
  format: z.literal('resursutbyte/region-difference@1'),
  summary: text,
  fields: z.array(z.strictObject({ path: z.string(), from: fieldValue, to: fieldValue })),
  tables: z.array(tableDifference),
});

export type RegionDifference = z.infer<typeof regionDifferenceSchema>;
type TableDifference = z.infer<typeof tableDifference>;
type CellValue = z.infer<typeof cellValue>;
type Row = Region[TableName][number];
type Cells = Readonly<Record<string, unknown>>;

/** How `after` differs from `before`. `protectedIds` are participants who are known to be protected from elsewhere. */
export function regionDifference(
  before: Region,
  after: Region,
  protectedIds: ReadonlySet<string> = new Set(),
): RegionDifference {
  const hidden = new Set(protectedIds);
  for (const { participants } of [before, after])
    for (const row of participants) if (row.protected === true) hidden.add(row.id);
  const tables = tableNames
    .map((table) => differenceOf(table, shown(table, before, hidden), shown(table, after, hidden)))
    .filter(({ counts }) => counts.added + counts.removed + counts.changed > 0);
  const fields = fieldChanges(before, after);
  const counts = new Map<TableName, DifferenceCounts>(tables.map((table) => [table.table, table.counts]));
  return {
    format: 'resursutbyte/region-difference@1',
    summary: summariseDifference(counts, fields.length),
    fields,
    tables,
  };
}

/** The rows of a table that are about nobody hidden. */
function shown(table: TableName, region: Region, hidden: ReadonlySet<string>): readonly Row[] {
  if (hidden.size === 0) return region[table];
  switch (table) {
    case 'participants':
      return region.participants.filter(({ id }) => !hidden.has(id));
    case 'participant_languages':
      return region.participant_languages.filter(({ participant }) => !hidden.has(participant));
    case 'extracts':
      return region.extracts.filter(({ participant }) => !hidden.has(participant));
    case 'decisions':
      return region.decisions.filter(({ participant }) => !hidden.has(participant));
    case 'sessions':
      return region.sessions.filter(({ owner, id }) => owner !== 'participant' || !hidden.has(id));
    default:
      return region[table];
  }
}

function differenceOf(table: TableName, before: readonly Row[], after: readonly Row[]): TableDifference {
  const partners = keyed(table, before);
  const added: TableDifference['added'] = [];
  const changed: TableDifference['changed'] = [];
  for (const [key, row] of keyed(table, after)) {
    const earlier = partners.get(key);
    partners.delete(key);
    if (earlier === undefined) added.push(nameOf(table, row));
    else {
      const columns = changes(earlier, row);
      if (columns.length > 0) changed.push({ key: nameOf(table, row), columns });
    }
  }
  const removed = [...partners.values()].map((row) => nameOf(table, row));
  const counts = {
    before: before.length,
    after: after.length,
    added: added.length,
    removed: removed.length,
    changed: changed.length,
  };
  return { table, counts, added, removed, changed };
}

/** Rows under their key, and under its number where the key has come before. */
function keyed(table: TableName, rows: readonly Row[]): Map<string, Row> {
  const found = new Map<string, Row>();
  const repeats = new Map<string, number>();
  for (const row of rows) {
    const key = rowKey(table, row);
    if (!found.has(key)) {
      found.set(key, row);
      continue;
    }
    const number = (repeats.get(key) ?? 1) + 1;
    repeats.set(key, number);
    found.set(`${key}\n${number}`, row);
  }
  return found;
}

function nameOf(table: TableName, row: Row): Record<string, CellValue> {
  const cells: Cells = row;
  return Object.fromEntries(tableKeys[table].map((column) => [column, cellOf(cells[column])]));
}

function changes(before: Cells, after: Cells): TableDifference['changed'][number]['columns'] {
  return [...new Set([...Object.keys(after), ...Object.keys(before)])]
    .filter((column) => !same(before[column], after[column]))
    .map((column) => ({ column, from: cellOf(before[column]), to: cellOf(after[column]) }));
}

function fieldChanges(before: Region, after: Region): RegionDifference['fields'] {
  const from = new Map(regionFields(before).map(({ path, value }) => [path, value]));
  const to = new Map(regionFields(after).map(({ path, value }) => [path, value]));
  return [...new Set([...to.keys(), ...from.keys()])]
    .filter((path) => !same(from.get(path), to.get(path)))
    .map((path) => ({
      path,
      from: fieldValue.parse(from.get(path) ?? null),
      to: fieldValue.parse(to.get(path) ?? null),
    }));
}

function same(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  return a.length === b.length && a.every((item, i) => item === b[i]);
}

function cellOf(value: unknown): CellValue {
  return cellValue.parse(value ?? null);
}

/** Tables whose every row is about one person. */
const ofPersons: ReadonlySet<TableName> = new Set([
  'participants',
  'participant_languages',
  'extracts',
  'decisions',
]);

/** A difference for those who see no person: of rows about persons only how many differ. */
export function withoutPersons(difference: RegionDifference): RegionDifference {
  return {
    ...difference,
    tables: difference.tables.map((each) => {
      if (ofPersons.has(each.table)) return { ...each, added: [], removed: [], changed: [] };
      const impersonal = (row: Readonly<Record<string, CellValue>>) => row.owner !== 'participant';
      return {
        ...each,
        added: each.added.filter(impersonal),
        removed: each.removed.filter(impersonal),
        changed: each.changed.filter(({ key }) => impersonal(key)),
      };
    }),
  };
}
