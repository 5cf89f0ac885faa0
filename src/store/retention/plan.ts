/** What of a region is kept longer than its limits say, and why (src/domain/retention.ts); nothing goes that something kept rests on. */
import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { dueOn, type RetentionLimits } from '../../domain/retention.ts';
import type { Database } from '../schema/database.ts';
import { retentionLimitsOf } from './limits.ts';

interface Due<Id> {
  readonly id: Id;
  /** The last day of the period that it belongs to, and the first on which it is no longer kept: YYYY-MM-DD. */
  readonly periodEnd: string;
  readonly dueOn: string;
}

export interface RetentionPlan {
  readonly region: string;
  readonly limits: RetentionLimits;
  /** Pseudonyms. */
  readonly persons: readonly Due<string>[];
  readonly proposals: readonly Due<string>[];
  /** By the version's id; `number` is its number within the region. */
  readonly versions: readonly (Due<number> & { readonly number: number })[];
  /** Due, but with a place that stands: that must be ended first. */
  readonly stillPlaced: readonly string[];
}

/** What is due in a region on a day (YYYY-MM-DD), the oldest first. */
export async function planRetention(
  db: Kysely<Database>,
  region: string,
  today: string,
): Promise<RetentionPlan> {
  const limits = await retentionLimitsOf(db, region);
  const ends = await periodEnds(db, region);
  const due = <Id>(id: Id, version: number, limit: number): Due<Id>[] => {
    const periodEnd = ends.get(version)?.end;
    if (periodEnd === undefined) throw new Error('a version of another region');
    const day = dueOn(periodEnd, limit);
    return day <= today ? [{ id, periodEnd, dueOn: day }] : [];
  };
  const persons = (await livePersons(db, region, ends)).flatMap(({ participant, version, standing }) =>
    due(participant, version, limits.persons).map((one) => ({ ...one, standing })),
  );
  const rests = await proposalsOf(db, region);
  const dueProposals = rests
    .filter(({ status }) => status !== 'requested' && status !== 'running')
    .flatMap(({ id, region_version }) => due(id, region_version, limits.proposals));
  const proposals = await withoutNeeded(db, region, dueProposals);
  const going = new Set(proposals.map(({ id }) => id));
  const held = new Set(rests.filter(({ id }) => !going.has(id)).map((row) => row.region_version));
  for (const version of await scenarioVersions(db, region)) held.add(version);
  const versions = [...ends].flatMap(([id, { number, newest }]) =>
    newest || held.has(id) ? [] : due(id, id, limits.versions).map((one) => ({ ...one, number })),
  );
  return {
    region,
    limits,
    persons: persons.filter(({ standing }) => !standing).map(({ standing: _, ...one }) => one),
    proposals,
    versions,
    stillPlaced: persons.filter(({ standing }) => standing).map(({ id }) => id),
  };
}

interface PeriodEnd {
  readonly number: number;
  readonly end: string;
  readonly newest: boolean;
}

const headPeriod = z.object({ period: z.object({ to: z.iso.date() }) });

/** Of each version, in the order of their numbers. */
async function periodEnds(db: Kysely<Database>, region: string): Promise<ReadonlyMap<number, PeriodEnd>> {
  const rows = await db
    .selectFrom('region_versions')
    .select(['id', 'number', 'head'])
    .where('region', '=', region)
    .orderBy('number')
    .execute();
  return new Map(
    rows.map(({ id, number, head }, index) => [
      id,
      { number, end: headPeriod.parse(head).period.to, newest: index === rows.length - 1 },
    ]),
  );
}

interface LivePerson {
  readonly participant: string;
  /** Of the versions that they stand in, the one whose period ends last. */
  readonly version: number;
  /** Whether a place of theirs is accepted, confirmed or begun. */
  readonly standing: boolean;
}

async function livePersons(
  db: Kysely<Database>,
  region: string,
  ends: ReadonlyMap<number, PeriodEnd>,
): Promise<readonly LivePerson[]> {
  const byEnd = [...ends].toSorted(([, a], [, b]) => (a.end < b.end ? -1 : 1)).map(([id]) => id);
  const { rows } = await sql<LivePerson>`
    select participant, (array_agg(participants.version order by rank desc))[1] as version, exists (
        select from pairs where pairs.region = ${region} and pairs.participant = person_keys.participant
          and state in ('accepted', 'confirmed', 'started')) as standing
    from person_keys
    join participants on participants.id = person_keys.participant
    join unnest(${byEnd}::bigint[]) with ordinality as ends (version, rank) on ends.version = participants.version
    where person_keys.region = ${region} and wrapped is not null
    group by person_keys.region, participant
    order by participant`.execute(db);
  return rows;
}

function proposalsOf(db: Kysely<Database>, region: string) {
  return db
    .selectFrom('proposals')
    .select(['id', 'region_version', 'status'])
    .where('region', '=', region)
    .orderBy('requested_at')
    .orderBy('id')
    .execute();
}

/**
 * Of the proposals that are due, those that nothing kept rests on: not the one that stands in the region, and not one whose decisions made
 * the state of a pair that is kept.
 */
async function withoutNeeded(
  db: Kysely<Database>,
  region: string,
  due: readonly Due<string>[],
): Promise<readonly Due<string>[]> {
  const { rows: standing } = await sql<{ proposal: string }>`
    select proposal from standing_proposals where region = ${region}`.execute(db);
  const { rows: rests } = await sql<{ kept: string; needs: string }>`
    select distinct pairs.proposal as kept, decisions.proposal as needs
    from pairs join decisions on decisions.id = pairs.decision
    where pairs.region = ${region} and pairs.proposal <> decisions.proposal`.execute(db);
  const going = new Map(due.map((one) => [one.id, one]));
  for (const { proposal } of standing) going.delete(proposal);
  for (let before = -1; before !== going.size; ) {
    before = going.size;
    for (const { kept, needs } of rests) if (!going.has(kept)) going.delete(needs);
  }
  return [...going.values()];
}

/** Versions that scenarios were written for, or that runs of them read. */
async function scenarioVersions(db: Kysely<Database>, region: string): Promise<readonly number[]> {
  const { rows } = await sql<{ version: number }>`
    select region_version as version from scenario_versions where region = ${region}
    union select region_version from scenario_runs where region = ${region}
    union select id from sources_of_runs join region_versions on id = region_version where region = ${region}`.execute(
    db,
  );
  return rows.map(({ version }) => version);
}
