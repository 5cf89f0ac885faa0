/**
 * Lists of a proposal's pairs, a page at a time, and how many there are in each state. The rows that the actor may not see never leave the
 * database, nor do the columns that no role of theirs shows; of a row, each sees what the roles show whose grants reach it. Whoever may not
 * see a field can neither sort, filter nor search by it.
 */
import { type ExpressionBuilder, sql } from 'kysely';
import type { ParticipantField } from '../../domain/access/fields.ts';
import type { PairStatus } from '../../domain/pair-life.ts';
import { type Acting, fieldsOfRoles, fieldsSeen, visible } from '../acting.ts';
import type { StoreData } from '../open-store.ts';
import type { Database } from '../schema/database.ts';
import { holds } from '../search.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { type PairRow, targetOf } from './pair-row.ts';
import { pairsWithin } from './pair-scope.ts';

export const pairSorts = ['participant', 'team', 'unit', 'points', 'state'] as const;
export type PairSort = (typeof pairSorts)[number];

interface PairFilter {
  readonly district?: string | undefined;
  readonly unit?: string | undefined;
  readonly state?: PairStatus | undefined;
  /** Only those of the participants who speak a language, by their pseudonyms: it lies sealed, and is not looked up here. */
  readonly speakers?: readonly string[] | undefined;
  /** A part of a pseudonym, or of the id or name of a team or unit. */
  readonly search?: string | undefined;
}

export interface PairList {
  readonly proposal: string;
  readonly actor: Acting;
  readonly filter: PairFilter;
  readonly sort: PairSort;
  readonly descending: boolean;
  readonly limit: number;
  /** Where the page before ended. */
  readonly after?: string | undefined;
  /** The page begins beyond this participant's pair, whether the filter lets that pair through or not. */
  readonly beyond?: string | undefined;
}

/** What the actor's roles do not show is left out. */
interface ListedPair {
  readonly participant: string;
  /** For a decision: the version that was seen. */
  readonly version: number;
  readonly team?: string;
  readonly teamName?: string;
  readonly unit?: string;
  readonly unitName?: string;
  readonly district?: string;
  readonly sfiGroup?: string;
  readonly points?: number;
  readonly state?: PairStatus;
  readonly origin?: 'proposed' | 'kept' | 'manual';
}

export type PairPage =
  | {
      readonly status: 'listed';
      readonly pairs: readonly ListedPair[];
      /** Of the next page; null on the last. */
      readonly next: string | null;
    }
  | { readonly status: 'bad_cursor' };

/** What a field's use shows, per sort. */
const shownBy: Readonly<Record<PairSort, ParticipantField>> = {
  participant: 'id',
  team: 'team',
  unit: 'unit',
  points: 'points',
  state: 'status',
};

export async function listPairs({ db }: StoreData, asked: PairList): Promise<PairPage> {
  const { actor, sort, descending, limit } = asked;
  const cursor = asked.after === undefined ? undefined : readCursor(asked.after);
  if (cursor === null || (cursor !== undefined && (typeof cursor[0] === 'number') !== (sort === 'points')))
    return { status: 'bad_cursor' };
  const column = `pairs.${sort}` as const;
  const direction = descending ? 'desc' : 'asc';
  const shown = fieldsOfRoles(actor);
  let query = db
    .selectFrom('pairs')
    .where(chosen(asked, [shownBy[sort]]))
    .innerJoin('teams', (join) =>
      join.onRef('teams.version', '=', 'pairs.region_version').onRef('teams.id', '=', 'pairs.team'),
    )
    .innerJoin('units', (join) =>
      join.onRef('units.version', '=', 'pairs.region_version').onRef('units.id', '=', 'pairs.unit'),
    )
    .select([
      'pairs.participant',
      'pairs.version',
      'pairs.region',
      'pairs.district',
      'pairs.principal',
      'pairs.team',
      'pairs.unit',
      'pairs.state',
      'pairs.origin',
      sql<string>`teams.row ->> 'name'`.as('teamName'),
      sql<string>`units.row ->> 'name'`.as('unitName'),
    ])
    .$if(shown.has('sfi_placement'), (rows) => rows.select('pairs.sfi_group'))
    .$if(shown.has('points'), (rows) => rows.select('pairs.points'))
    .orderBy(column, direction)
    .orderBy('pairs.participant', direction)
    .limit(limit + 1);
  const beyond = sql.raw(descending ? '<' : '>');
  const place = sql`(${sql.ref(column)}, pairs.participant)`;
  if (cursor !== undefined)
    query = query.where(sql<boolean>`${place} ${beyond} (${cursor[0]}, ${cursor[1]})`);
  if (asked.beyond !== undefined) {
    // Seen by the same rule as the list: whoever may not see the pair learns nothing of where it lies.
    const pair = db
      .selectFrom('pairs')
      .where(chosen({ ...asked, filter: {} }, [shownBy[sort]]))
      .where('pairs.participant', '=', asked.beyond)
      .select([sql.ref(column).as('value'), 'pairs.participant']);
    query = query.where(sql<boolean>`${place} ${beyond} (${pair})`);
  }
  const rows = await query.execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const lastValue = last?.[sort];
  const next =
    rows.length > limit && last !== undefined && lastValue !== undefined
      ? writeCursor([lastValue, last.participant])
      : null;
  return { status: 'listed', pairs: page.map((row) => seenBy(actor, row)), next };
}

/** How many of the pairs that the actor may see are in each state; states without any are left out. */
export async function countPairs(
  { db }: StoreData,
  asked: Pick<PairList, 'proposal' | 'actor' | 'filter'>,
): Promise<Readonly<Partial<Record<PairStatus, number>>>> {
  const rows = await db
    .selectFrom('pairs')
    .where(chosen(asked, ['status']))
    .select((eb) => ['pairs.state', eb.fn.countAll<number>().as('count')])
    .groupBy('pairs.state')
    .execute();
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

/** Every pair that the actor may see and the filter lets through, where the fields named may be used. */
function chosen(
  { proposal, actor, filter }: Pick<PairList, 'proposal' | 'actor' | 'filter'>,
  fields: readonly ParticipantField[],
) {
  const { district, unit, state, speakers, search } = filter;
  const needed = [...fields];
  if (district !== undefined || unit !== undefined) needed.push('unit');
  if (state !== undefined) needed.push('status');
  if (speakers !== undefined) needed.push('languages');
  const within = (...more: ParticipantField[]) =>
    pairsWithin(visible(actor, 'proposal.pairs', [...needed, ...more]));
  return (eb: ExpressionBuilder<Database, 'pairs'>) => {
    const conditions = [eb('pairs.proposal', '=', proposal), within()(eb)];
    if (district !== undefined) conditions.push(eb('pairs.district', '=', district));
    if (unit !== undefined) conditions.push(eb('pairs.unit', '=', unit));
    if (state !== undefined) conditions.push(eb('pairs.state', '=', state));
    if (speakers !== undefined)
      conditions.push(sql<boolean>`pairs.participant = any(${[...speakers]}::text[])`);
    if (search !== undefined) {
      const byPlace = eb.and([atPlaceNamed(eb, proposal, search), within('team', 'unit')(eb)]);
      conditions.push(eb.or([holds(eb.ref('pairs.participant'), search), byPlace]));
    }
    return eb.and(conditions);
  };
}

/** The places are found once, not for each pair: a proposal's pairs are all of its region's version. */
function atPlaceNamed(eb: ExpressionBuilder<Database, 'pairs'>, proposal: string, part: string) {
  const named = (table: 'teams' | 'units') =>
    sql<string>`(select place.id from ${sql.table(table)} as place
      where place.version = (select region_version from proposals where id = ${proposal})
        and (${holds(sql`place.id`, part)} or ${holds(sql`place.row ->> 'name'`, part)}))`;
  return eb.or([eb('pairs.team', 'in', named('teams')), eb('pairs.unit', 'in', named('units'))]);
}

type SelectedPair = Pick<
  PairRow,
  'region' | 'district' | 'principal' | 'team' | 'participant' | 'version' | 'unit' | 'state' | 'origin'
> & {
  readonly teamName: string;
  readonly unitName: string;
  readonly sfi_group?: string | undefined;
  readonly points?: number | undefined;
};

function seenBy(actor: Acting, row: SelectedPair): ListedPair {
  const sees = fieldsSeen(actor, targetOf(row));
  const { team, teamName, unit, unitName, district, state, origin, points, sfi_group: sfiGroup } = row;
  return {
    participant: row.participant,
    version: row.version,
    ...(sees.has('team') && { team, teamName }),
    ...(sees.has('unit') && { unit, unitName, district }),
    ...(sees.has('sfi_placement') && sfiGroup !== undefined && { sfiGroup }),
    ...(sees.has('points') && points !== undefined && { points }),
    ...(sees.has('status') && { state }),
    ...(sees.has('decisions') && { origin }),
  };
}
