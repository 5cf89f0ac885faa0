/** The readers of all tables of a region, and what they have read when they are done. */
import type { InputProblem } from '../domain/checks/input-problem.ts';
import type { RegionSource } from '../domain/checks/report.ts';
import { type RegionTables, regionTables, type TableName, type TableRow } from '../domain/region.ts';
import { createTableReader, type TableReader, type TableReading } from './table-reader.ts';
import { createTextPool } from './text-pool.ts';

export type RegionReaders = { readonly [T in TableName]: TableReader<TableRow<T>> };

/** One reader per table; `fileOf` names the table in problems. */
export function createReaders(fileOf: (table: TableName) => string): RegionReaders {
  const pool = createTextPool();
  const reader = <T extends TableName>(table: T) =>
    createTableReader(table, regionTables[table], fileOf(table), pool);
  return {
    participants: reader('participants'),
    participant_languages: reader('participant_languages'),
    units: reader('units'),
    teams: reader('teams'),
    team_languages: reader('team_languages'),
    sfi_groups: reader('sfi_groups'),
    sessions: reader('sessions'),
    areas: reader('areas'),
    extracts: reader('extracts'),
    team_backgrounds: reader('team_backgrounds'),
    travel: reader('travel'),
    decisions: reader('decisions'),
  };
}

export interface TablesReading {
  readonly tables: RegionTables;
  readonly source: RegionSource;
  readonly errors: readonly InputProblem[];
  readonly notes: readonly InputProblem[];
}

/** Everything that the readers have read. */
export function finishReaders(readers: RegionReaders): TablesReading {
  const done = {
    participants: readers.participants.finish(),
    participant_languages: readers.participant_languages.finish(),
    units: readers.units.finish(),
    teams: readers.teams.finish(),
    team_languages: readers.team_languages.finish(),
    sfi_groups: readers.sfi_groups.finish(),
    sessions: readers.sessions.finish(),
    areas: readers.areas.finish(),
    extracts: readers.extracts.finish(),
    team_backgrounds: readers.team_backgrounds.finish(),
    travel: readers.travel.finish(),
    decisions: readers.decisions.finish(),
  };
  const all: readonly TableReading<unknown>[] = Object.values(done);
  return {
    tables: {
      participants: done.participants.rows,
      participant_languages: done.participant_languages.rows,
      units: done.units.rows,
      teams: done.teams.rows,
      team_languages: done.team_languages.rows,
      sfi_groups: done.sfi_groups.rows,
      sessions: done.sessions.rows,
      areas: done.areas.rows,
      extracts: done.extracts.rows,
      team_backgrounds: done.team_backgrounds.rows,
      travel: done.travel.rows,
      decisions: done.decisions.rows,
    },
    source: {
      tables: {
        participants: done.participants.source,
        participant_languages: done.participant_languages.source,
        units: done.units.source,
        teams: done.teams.source,
        team_languages: done.team_languages.source,
        sfi_groups: done.sfi_groups.source,
        sessions: done.sessions.source,
        areas: done.areas.source,
        extracts: done.extracts.source,
        team_backgrounds: done.team_backgrounds.source,
        travel: done.travel.source,
        decisions: done.decisions.source,
      },
      protectedKeys: done.participants.protectedKeys,
    },
    errors: all.flatMap((reading) => reading.errors),
    notes: all.flatMap((reading) => reading.notes),
  };
}
