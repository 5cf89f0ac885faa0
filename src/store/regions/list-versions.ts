/** A region's versions for whoever may see its figures: who made each and when, and how much of it lies within their scope. */
import { type Expression, type Kysely, type SqlBool, sql } from 'kysely';
import type { Scope } from '../../domain/access/grants.ts';
import type { Database } from '../schema/database.ts';
import { regionOnly, withinScope } from '../scope-filter.ts';

export interface ListedVersion {
  /** 1, 2, 3 ... within the region. */
  readonly number: number;
  readonly importedAt: Date;
  /** A user's name; null where a command of the machine's own did it. */
  readonly importedBy: string | null;
  readonly digest: string;
  readonly note: string;
  /** Rows within the scope. */
  readonly counts: {
    readonly participants: number;
    /** Of the participants: whose data have been erased. */
    readonly erased: number;
    readonly units: number;
    readonly teams: number;
    readonly sfiGroups: number;
  };
}

/** So many at a time: each is counted. */
export const versionsAtATime = 20;

/** The newest first, those before the number `before` where one is given. Cost: the participants of the versions shown, by index. */
export function listVersions(
  db: Kysely<Database>,
  region: string,
  scope: Scope,
  before: number | null,
): Promise<readonly ListedVersion[]> {
  const asked = db
    .selectFrom('region_versions as version')
    .leftJoin('users', 'users.id', 'version.imported_by')
    .select([
      'version.number',
      'version.imported_at as importedAt',
      'users.display_name as importedBy',
      'version.digest',
      'version.note',
      countsWithin(scope).as('counts'),
    ])
    .where('version.region', '=', region)
    .orderBy('version.number', 'desc')
    .limit(versionsAtATime);
  return (before === null ? asked : asked.where('version.number', '<', before)).execute();
}

/** One version's counts as JSON, to be selected beside `version`. */
function countsWithin(scope: Scope) {
  const region = sql.ref<string>('version.region');
  const atHome = withinScope(scope, { region, district: sql.ref('person.district') });
  const atUnit = withinScope(scope, {
    region,
    district: sql.ref('unit.district'),
    principal: sql.ref('unit.principal'),
  });
  const atTeam = withinScope(scope, {
    region,
    district: sql.ref('unit.district'),
    principal: sql.ref('unit.principal'),
    team: sql.ref('team.id'),
  });
  return sql<ListedVersion['counts']>`json_build_object(
    'participants', ${count(sql`participants as person where person.version = version.id`, atHome)},
    'erased', ${count(
      sql`participants as person join person_keys as key on key.region = version.region and key.participant = person.id
        where person.version = version.id and key.shredded_at is not null`,
      atHome,
    )},
    'units', ${count(sql`units as unit where unit.version = version.id`, atUnit)},
    'teams', ${count(
      sql`teams as team join units as unit on unit.version = team.version and unit.id = team.unit
        where team.version = version.id`,
      atTeam,
    )},
    'sfiGroups', ${count(
      sql`sfi_groups as sfi_group where sfi_group.version = version.id`,
      withinScope(regionOnly(scope), { region }),
    )})`;
}

function count(from: Expression<unknown>, within: Expression<SqlBool>) {
  return sql<number>`(select count(*) from ${from} and ${within})`;
}
