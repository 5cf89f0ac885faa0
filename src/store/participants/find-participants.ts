/**
 * A region's participants within somebody's scope. A participant is within it by home district, or by the place of the pair that stands:
 * officers see those who live in their district, hosts those who come to them. Nothing sealed is opened here.
 */
import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../domain/access/grants.ts';
import type { PageAsked } from '../places/list-places.ts';
import { standingPairs } from '../places/standing-pairs.ts';
import type { Database } from '../schema/database.ts';
import { withinScope } from '../scope-filter.ts';
import { holds } from '../search.ts';

export interface FoundParticipant {
  readonly id: string;
  /** Of the unit nearest to the person's home; null in a region without units. */
  readonly homeDistrict: string | null;
  /** The pair that stands; null where the person waits. */
  readonly pair: StandingPair | null;
}

interface StandingPair {
  readonly team: string;
  readonly sfiGroup: string;
  readonly unit: string;
  readonly district: string;
  readonly principal: string;
  readonly state: string;
}

interface ParticipantsAsked extends PageAsked {
  /** A part of a pseudonym: the one thing that everybody who sees a participant sees, so that searching tells nothing more. */
  readonly search?: string | undefined;
}

/** A page of them, in the order of their ids; without those who have been erased. */
export async function listParticipants(
  db: Kysely<Database>,
  { region, version, scope, after, limit, search }: ParticipantsAsked,
): Promise<readonly FoundParticipant[]> {
  const rows = await within(db, region, version, scope)
    .where('person.id', '>', after ?? '')
    .$if(search !== undefined, (people) => people.where(holds(sql.ref('person.id'), search ?? '')))
    .orderBy('person.id')
    .limit(limit)
    .execute();
  return rows.map(asFound);
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
    .select([
      'person.id',
      'person.district as homeDistrict',
      'pair.team',
      'pair.sfi_group as sfiGroup',
      'pair.unit',
      'pair.district',
      'pair.principal',
      'pair.state',
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
}: Row): FoundParticipant {
  if (
    team === null ||
    sfiGroup === null ||
    unit === null ||
    district === null ||
    principal === null ||
    state === null
  )
    return { id, homeDistrict, pair: null };
  return { id, homeDistrict, pair: { team, sfiGroup, unit, district, principal, state } };
}
