/** By which columns a row of each table is known. */
import type { RegionTables, TableName, TableRow } from '../region.ts';

type Keys = { readonly [T in TableName]: readonly (keyof TableRow<T> & string)[] };

/**
 * No two rows of a region have the same key, except decisions and a participant's own sessions: there, a second row of the
 * same key says more of the same.
 */
export const tableKeys: Keys = {
  participants: ['id'],
  participant_languages: ['participant', 'language'],
  units: ['id'],
  teams: ['id'],
  team_languages: ['team', 'language'],
  sfi_groups: ['id'],
  sessions: ['owner', 'id', 'weekday', 'start'],
  areas: ['name'],
  extracts: ['participant', 'principal', 'issued_on'],
  team_backgrounds: ['team', 'country'],
  travel: ['from', 'to'],
  decisions: ['participant', 'team', 'sfi_group'],
};

/** A row's key as one text: what is in it holds no line feed, so two keys differ where their parts do. */
export function rowKey(table: TableName, row: RegionTables[TableName][number]): string {
  const cells: Readonly<Record<string, unknown>> = row;
  return tableKeys[table].map((column) => String(cells[column] ?? '')).join('\n');
}
