/**
 * What has become of people's pairs in a region: the pair that stands, and of every other place that was decided on, the last word, where
 * that is a refusal or an end. Refusals so outlive the proposal in which they were made, until they are taken back.
 */
import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Database } from '../schema/database.ts';
import type { PersonKey } from '../vault.ts';
import { noteOf } from './decision-row.ts';
import { stateOf } from './pair-state.ts';
import type { StandingPair } from './standing-pair.ts';
import { openPair } from './stored-pair.ts';

interface SoFar {
  /** Of the pair that stands. */
  readonly version?: number;
  readonly pairs: readonly StandingPair[];
}

interface Asked {
  readonly region: string;
  readonly previous: string | null;
  readonly people: readonly string[];
}

export async function findPairsSoFar(
  trx: Transaction<Database>,
  keys: ReadonlyMap<string, PersonKey>,
  asked: Asked,
): Promise<ReadonlyMap<string, SoFar>> {
  const found = new Map<string, { version?: number; pairs: StandingPair[] }>();
  const { previous } = asked;
  const standing = previous === null ? [] : await standingPairs(trx, previous, asked.people);
  for (const row of standing) {
    const key = keys.get(row.participant);
    if (key === undefined) continue;
    found.set(row.participant, { version: row.version, pairs: [standingPairOf(row, key)] });
  }
  for (const row of await lastWords(trx, asked)) {
    const key = keys.get(row.participant);
    if (key === undefined) continue;
    const own = found.get(row.participant) ?? { pairs: [] };
    found.set(row.participant, own);
    const present = own.pairs.some((pair) => pair.team === row.team && pair.sfiGroup === row.sfiGroup);
    if (!present) own.pairs.push(endedPairOf(row, key));
  }
  return found;
}

async function standingPairs(trx: Transaction<Database>, previous: string, people: readonly string[]) {
  return trx
    .selectFrom('pairs')
    .leftJoin('decisions', 'decisions.id', 'pairs.decision')
    .innerJoin('proposals', 'proposals.id', 'pairs.proposal')
    .selectAll('pairs')
    .select([
      'decisions.proposal as decidedIn',
      'decisions.pair_version as decidedVersion',
      'decisions.note_sealed as note',
      day(sql`coalesce(decisions.at, proposals.requested_at)`),
    ])
    .where('pairs.proposal', '=', previous)
    .where(sql<boolean>`pairs.participant = any(${[...people]}::text[])`)
    .execute();
}

function standingPairOf(
  row: Awaited<ReturnType<typeof standingPairs>>[number],
  key: PersonKey,
): StandingPair {
  const { participant, decidedIn, decidedVersion, note } = row;
  const words =
    decidedIn === null || decidedVersion === null
      ? ''
      : noteOf(key, { proposal: decidedIn, participant }, decidedVersion, note);
  const { overridden } = openPair(key, row.sealed, row.proposal, participant);
  return {
    participant,
    team: row.team,
    sfiGroup: row.sfi_group,
    state: stateOf(row, words),
    decidedOn: row.day,
    ...(overridden !== undefined && { override: overridden.reason }),
  };
}

/** Of each person and place, the last decision, where it turned the pair down or ended it. */
async function lastWords(trx: Transaction<Database>, { region, people }: Asked) {
  return trx
    .with('last', (db) =>
      db
        .selectFrom('decisions')
        .innerJoin('proposals', 'proposals.id', 'decisions.proposal')
        .distinctOn(
          sql`decisions.participant, decisions.pair_after ->> 'team', decisions.pair_after ->> 'sfiGroup'`,
        )
        .selectAll('decisions')
        .where('proposals.region', '=', region)
        .where(sql<boolean>`decisions.participant = any(${[...people]}::text[])`)
        .orderBy(
          sql`decisions.participant, decisions.pair_after ->> 'team', decisions.pair_after ->> 'sfiGroup'`,
        )
        .orderBy('decisions.seq', 'desc'),
    )
    .selectFrom('last')
    .selectAll('last')
    .select([
      sql<string>`last.pair_after ->> 'team'`.as('team'),
      sql<string>`last.pair_after ->> 'sfiGroup'`.as('sfiGroup'),
      day(sql`last.at`),
    ])
    .where('last.to_state', 'in', ['turned_down', 'ended'])
    .orderBy('last.seq')
    .execute();
}

function endedPairOf(row: Awaited<ReturnType<typeof lastWords>>[number], key: PersonKey): StandingPair {
  const note = noteOf(key, row, row.pair_version, row.note_sealed);
  const state = stateOf(
    {
      state: row.to_state,
      ended_as: row.action === 'complete' ? 'completed' : row.action === 'leave_early' ? 'left_early' : null,
      turned_down_by: row.turned_down_by,
      state_reason: row.reason,
    },
    note,
  );
  return { participant: row.participant, team: row.team, sfiGroup: row.sfiGroup, state, decidedOn: row.day };
}

/** The day in Sweden of a moment. */
function day(at: RawBuilder<unknown>) {
  return sql<string>`to_char(${at} at time zone 'Europe/Stockholm', 'YYYY-MM-DD')`.as('day');
}
