/**
 * A region's participants within somebody's scope. A participant is within it by home district, or by the place of the pair that stands:
 * officers see those who live in their district, hosts those who come to them. Nothing sealed is opened here.
 */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../domain/access/grants.ts';
import type { PageAsked } from '../places/list-places.ts';
import { endedForGood, standingPairs } from '../places/standing-pairs.ts';
import type { Database } from '../schema/database.ts';
import { withinScope } from '../scope-filter.ts';
import { holds } from '../search.ts';

export interface FoundParticipant {
  readonly id: string;
  /** Of the unit nearest to the person's home; null in a region without units. */
  readonly homeDistrict: string | null;
  /** The pair that stands; null where there is none. */
  readonly pair: StandingPair | null;
  /** Had a place and waits for no other. */
  readonly isDone: boolean;
}

interface StandingPair {
  readonly team: string;
  readonly sfiGroup: string;
  readonly unit: string;
  readonly district: string;
  readonly principal: string;
  readonly state: string;
}

/** Where somebody stands: in a pair that stands, or through with one and waiting for no other, or waiting. */
export const participantStates = [
  'waiting',
  'proposed',
  'locked',
  'accepted',
  'confirmed',
  'started',
  'ended',
] as const;
type ParticipantState = (typeof participantStates)[number];

interface ParticipantsAsked extends PageAsked {
  /** A part of a pseudonym: the one thing that everybody who sees a participant sees, so that searching tells nothing more. */
  readonly search?: string | undefined;
  /** Where they live. */
  readonly district?: string | undefined;
  readonly state?: ParticipantState | undefined;
  /** Only these, where what is asked for lies sealed; null for everybody. */
  readonly among: readonly string[] | null;
  /** In the order of `among`, which then begins where the page does, or of their ids. */
  readonly sort: 'among' | 'id';
  readonly descending: boolean;
}

/** The first of those asked for that a page of their order is looked for in: nearly always enough, and a fraction of the work of all. */
const firstFew = 2_000;

/** A page of them; without those who have been erased. */
export async function listParticipants(
  db: Kysely<Database>,
  asked: ParticipantsAsked,
): Promise<readonly FoundParticipant[]> {
  const { among, sort, limit } = asked;
  if (sort === 'among' && among !== null && among.length > firstFew) {
    const found = await select(db, { ...asked, among: among.slice(0, firstFew) });
    if (found.length === limit) return found;
  }
  return select(db, asked);
}

async function select(
  db: Kysely<Database>,
  { region, version, scope, after, limit, among, sort, descending, ...filter }: ParticipantsAsked,
): Promise<readonly FoundParticipant[]> {
  const direction = descending ? 'desc' : 'asc';
  const rows = await within(db, region, version, scope)
    .where(narrowed(filter))
    .$if(among !== null, (people) => people.innerJoin(inTurn(among ?? []), 'chosen.id', 'person.id'))
    .$if(sort === 'among', (people) => people.orderBy(sql`chosen.place`))
    .$if(sort === 'id' && after !== null, (people) =>
      people.where('person.id', descending ? '<' : '>', after),
    )
    .$if(sort === 'id', (people) => people.orderBy('person.id', direction))
    .limit(limit)
    .execute();
  return rows.map(asFound);
}

function inTurn(ids: readonly string[]) {
  return sql<{ id: string; place: number }>`unnest(${[...ids]}::text[]) with ordinality`.as<'chosen'>(
    sql`chosen (id, place)`,
  );
}

function narrowed({ search, district, state }: Pick<ParticipantsAsked, 'search' | 'district' | 'state'>) {
  const conditions = [
    ...(search === undefined ? [] : [holds(sql.ref('person.id'), search)]),
    ...(district === undefined ? [] : [sql`person.district = ${district}`]),
    ...(state === undefined ? [] : [stands(state)]),
  ];
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}

function stands(state: ParticipantState): RawBuilder<unknown> {
  switch (state) {
    case 'waiting':
      return sql`pair.team is null and past.participant is null`;
    case 'ended':
      return sql`pair.team is null and past.participant is not null`;
    default:
      return sql`pair.state = ${state}`;
  }
}

/** One of them, null where there is none within the scope. */
export async function findParticipant(
  db: Kysely<Database>,
  asked: Pick<PageAsked, 'region' | 'version' | 'scope'>,
  participant: string,
): Promise<FoundParticipant | null> {
  const row = await within(db, asked.region, asked.version, asked.scope)
    .where('person.id', '=', participant)
    .executeTakeFirst();
  return row === undefined ? null : asFound(row);
}

function within(db: Kysely<Database>, region: string, version: number, scope: Scope) {
  const inRegion = sql.val(region);
  return db
    .selectFrom('participants as person')
    .innerJoin('person_keys as key', (join) =>
      join.on('key.region', '=', region).onRef('key.participant', '=', 'person.id'),
    )
    .leftJoin(standingPairs(db, region).as('pair'), 'pair.participant', 'person.id')
    .leftJoin(endedForGood(db, region).as('past'), 'past.participant', 'person.id')
    .select([
      'person.id',
      'person.district as homeDistrict',
      'pair.team',
      'pair.sfi_group as sfiGroup',
      'pair.unit',
      'pair.district',
      'pair.principal',
      'pair.state',
      'past.participant as past',
    ])
    .where('person.version', '=', version)
    .where('key.wrapped', 'is not', null)
    .where((eb) =>
      eb.or([
        withinScope(scope, { region: inRegion, district: eb.ref('person.district') }),
        eb.and([
          eb('pair.team', 'is not', null),
          withinScope(scope, {
            region: inRegion,
            district: eb.ref('pair.district'),
            principal: eb.ref('pair.principal'),
            team: eb.ref('pair.team'),
          }),
        ]),
      ]),
    );
}

type Row = Awaited<ReturnType<ReturnType<typeof within>['execute']>>[number];

function asFound({
  id,
  homeDistrict,
  team,
  sfiGroup,
  unit,
  district,
  principal,
  state,
  past,
}: Row): FoundParticipant {
  const isDone = past !== null;
  if (
    team === null ||
    sfiGroup === null ||
    unit === null ||
    district === null ||
    principal === null ||
    state === null
  )
    return { id, homeDistrict, pair: null, isDone };
  return { id, homeDistrict, pair: { team, sfiGroup, unit, district, principal, state }, isDone };
}
