/** Gives back the places of a version of a region: what in it is about nobody. */
import { type Kysely, sql } from 'kysely';
import type { z } from 'zod';
import { type Region, regionTables } from '../../domain/region.ts';
import type { Database } from '../schema/database.ts';
import type { Placed, PlaceTable } from './place-rows.ts';

export async function loadPlaces<Row>(
  db: Kysely<Database>,
  version: number,
  table: PlaceTable,
  schema: z.ZodType<Row>,
): Promise<readonly Placed<Row>[]> {
  const { rows } = await sql<{ position: number; row: unknown }>`
    select position, row from ${sql.table(table)} where version = ${version}`.execute(db);
  return rows.map(({ position, row }): Placed<Row> => [position, schema.parse(row)]);
}

export async function loadUnitsAndTeams(
  db: Kysely<Database>,
  version: number,
): Promise<Pick<Region, 'units' | 'teams'>> {
  return {
    units: rowsOf(await loadPlaces(db, version, 'units', regionTables.units)),
    teams: rowsOf(await loadPlaces(db, version, 'teams', regionTables.teams)),
  };
}

/** The rows in the order of their positions. */
export function rowsOf<Row>(placed: readonly Placed<Row>[]): Row[] {
  return placed.toSorted(([a], [b]) => a - b).map(([, row]) => row);
}
