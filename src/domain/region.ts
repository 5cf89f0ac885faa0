import { z } from 'zod';
import { policySchema } from './policy.ts';
import * as cell from './tables/cells.ts';
import { decisionRow, extractRow, participantLanguageRow, participantRow } from './tables/participants.ts';
import { areaRow, teamBackgroundRow, teamLanguageRow, teamRow, unitRow } from './tables/teams.ts';
import { sessionRow, sfiGroupRow, travelRow } from './tables/timetable.ts';

/** Every table of a region folder under its file's name without `.csv`; optional ones may be missing. */
export const regionTables = {
  participants: participantRow,
  participant_languages: participantLanguageRow,
  units: unitRow,
  teams: teamRow,
  team_languages: teamLanguageRow,
  sfi_groups: sfiGroupRow,
  sessions: sessionRow,
  areas: areaRow,
  extracts: extractRow,
  team_backgrounds: teamBackgroundRow,
  travel: travelRow,
  decisions: decisionRow,
} as const;

export type TableName = keyof typeof regionTables;
export type TableRow<T extends TableName> = z.infer<(typeof regionTables)[T]>;

/** Whether a name is a table's. */
export function isTable(name: string): name is TableName {
  return Object.hasOwn(regionTables, name);
}

/** The names of all tables, in the order in which they are read and written. */
export const tableNames: readonly TableName[] = Object.keys(regionTables).filter(isTable);

export const optionalTables = ['areas', 'extracts', 'team_backgrounds', 'travel', 'decisions'] as const;

/** region.json, without the tables. */
export const regionHead = z.strictObject({
  format: z.literal('resursutbyte/region@1'),
  name: cell.name,
  period: z.strictObject({ from: cell.date, to: cell.date }),
  provenance: z.string().optional(),
  policy: policySchema.optional(),
});

/** The tables of a region, each in the order in which its rows were read. */
export type RegionTables = { readonly [T in TableName]: readonly TableRow<T>[] };

/** A region whose rows are parsed and whose references hold (see check-region.ts). Times are local. */
export type Region = z.infer<typeof regionHead> & RegionTables;
