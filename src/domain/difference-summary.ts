/** How much of a region differs, in a sentence. */
import type { TableName } from './region.ts';
import { tableTitles } from './tables/titles.ts';
import type { Text } from './text.ts';

export interface DifferenceCounts {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
}

/** Says what was added, removed and changed in each table, and how many fields of region.json changed. */
export function summariseDifference(tables: ReadonlyMap<TableName, DifferenceCounts>, fields: number): Text {
  const parts = [...tables].map(([table, counts]) => partOf(tableTitles[table], counts));
  if (fields > 0) parts.push(partOf(fieldsTitle, { added: 0, removed: 0, changed: fields }));
  if (parts.length === 0) return nothing;
  return {
    sv: `Ändras: ${parts.map(({ sv }) => sv).join('; ')}.`,
    en: `Changes: ${parts.map(({ en }) => en).join('; ')}.`,
  };
}

function partOf(title: Text, { added, removed, changed }: DifferenceCounts): Text {
  const kinds = [
    { count: added, one: 'ny', many: 'nya', en: 'added' },
    { count: removed, one: 'borttagen', many: 'borttagna', en: 'removed' },
    { count: changed, one: 'ändrad', many: 'ändrade', en: 'changed' },
  ].filter(({ count }) => count > 0);
  const sv = kinds.map(({ count, one, many }) => `${count} ${count === 1 ? one : many}`).join(', ');
  const en = kinds.map(({ count, en }) => `${count} ${en}`).join(', ');
  return { sv: `${title.sv} (${sv})`, en: `${title.en} (${en})` };
}

const nothing: Text = { sv: 'Inget skiljer versionerna åt.', en: 'The versions do not differ.' };
const fieldsTitle: Text = { sv: 'regionens egna uppgifter', en: "the region's own fields" };
