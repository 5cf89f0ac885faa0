/**
 * Row filters: what somebody may see (a Scope of src/domain/access) as a condition of a query, so that no row leaves the database that is
 * not theirs. It says of each row what mayDo says of a target with the same places; a test holds the two together.
 */
import { type Expression, type SqlBool, sql } from 'kysely';
import type { Scope } from '../domain/access/grants.ts';

/**
 * Where a row's places stand. A column that is left out is not known of these rows: no grant that it limits opens them. `waiting` is true
 * of participants in no pair; left out, no row is one.
 */
export interface ScopeColumns {
  readonly region: Expression<string | null>;
  readonly district?: Expression<string | null>;
  readonly principal?: Expression<string | null>;
  readonly team?: Expression<string | null>;
  readonly waiting?: Expression<SqlBool>;
}

type RowFilter = Extract<Scope, { status: 'some' }>['filters'][number];

/**
 * True of the rows within the scope:
 * `.where((eb) => withinScope(scope, { region: eb.ref('pairs.region'), district: eb.ref('pairs.district'), ... }))`.
 */
export function withinScope(scope: Scope, columns: ScopeColumns): Expression<SqlBool> {
  if (scope.status === 'all') return sql<SqlBool>`true`;
  return anyOf(scope.filters.map((filter) => opened(filter, columns)));
}

function opened(filter: RowFilter, columns: ScopeColumns): Expression<SqlBool> {
  const { region, district, principal, teams, waiting } = filter;
  const inPlace = allOf([
    ...equal(columns.district, district),
    ...equal(columns.principal, principal),
    ...(teams === undefined ? [] : [among(columns.team, teams)]),
  ]);
  const inRegion = equal(columns.region, region);
  return allOf([
    ...inRegion,
    waiting && columns.waiting !== undefined ? anyOf([inPlace, columns.waiting]) : inPlace,
  ]);
}

function equal(
  column: Expression<string | null> | undefined,
  value: string | undefined,
): readonly Expression<SqlBool>[] {
  return value === undefined ? [] : [among(column, [value])];
}

function among(
  column: Expression<string | null> | undefined,
  values: readonly string[],
): Expression<SqlBool> {
  return column === undefined ? sql<SqlBool>`false` : sql<SqlBool>`${column} = any(${[...values]}::text[])`;
}

function allOf(conditions: readonly Expression<SqlBool>[]): Expression<SqlBool> {
  return conditions.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`(${sql.join(conditions, sql` and `)})`;
}

function anyOf(conditions: readonly Expression<SqlBool>[]): Expression<SqlBool> {
  return conditions.length === 0 ? sql<SqlBool>`false` : sql<SqlBool>`(${sql.join(conditions, sql` or `)})`;
}

/** A scope widened to the whole of every region that it reaches into: for what belongs to no district, principal or team, as SFI groups. */
export function regionOnly(scope: Scope): Scope {
  if (scope.status === 'all') return scope;
  const filters = scope.filters.map(({ region, waiting }) => ({
    ...(region !== undefined && { region }),
    waiting,
  }));
  return { status: 'some', filters };
}
