/**
 * What decisions about pairs say of what became of people: that they started, that they did not after all, that they completed or left early.
 * So nobody has to report again what was decided here. Who has been erased counts no more, though the decision stays.
 */

import { type Kysely, sql } from 'kysely';
import { dayOf } from '../../domain/dates.ts';
import { type OutcomeRow, outcomeRow } from '../../domain/tables/followup.ts';
import type { Database } from '../schema/database.ts';
import type { RecordedOutcome } from './outcomes.ts';

/** Whom such a report names as its source. */
const decided = 'decision';

/** In the order in which they were decided; of one person, or of all in the region. */
export async function outcomesOfDecisions(
  db: Kysely<Database>,
  region: string,
  participant?: string,
): Promise<readonly RecordedOutcome[]> {
  const asked = db
    .selectFrom('decisions')
    .innerJoin('proposals', 'proposals.id', 'decisions.proposal')
    .innerJoin('users', 'users.id', 'decisions.actor')
    .innerJoin('person_keys', (join) =>
      join
        .onRef('person_keys.region', '=', 'proposals.region')
        .onRef('person_keys.participant', '=', 'decisions.participant'),
    )
    .leftJoin('pairs', (join) =>
      join
        .onRef('pairs.proposal', '=', 'decisions.proposal')
        .onRef('pairs.participant', '=', 'decisions.participant'),
    )
    .select(['decisions.participant', 'decisions.action', 'decisions.reason', 'decisions.at', 'pairs.points'])
    .select(['decisions.actor as by', 'users.display_name as byName'])
    .select([
      sql<string>`decisions.pair_after ->> 'team'`.as('team'),
      sql<string>`decisions.pair_after ->> 'sfiGroup'`.as('sfiGroup'),
    ])
    .where('proposals.region', '=', region)
    .where('person_keys.wrapped', 'is not', null)
    .where('decisions.action', 'in', ['start', 'undo_start', 'complete', 'leave_early'])
    .orderBy('decisions.seq');
  const rows = await (participant === undefined
    ? asked
    : asked.where('decisions.participant', '=', participant)
  ).execute();
  return rows.map(({ at, by, byName, ...row }) => ({ outcome: toldBy(row, dayOf(at)), at, by, byName }));
}

interface Decided {
  readonly participant: string;
  readonly action: string;
  readonly reason: string | null;
  readonly team: string;
  readonly sfiGroup: string;
  readonly points: number | null;
}

function toldBy({ participant, action, reason, team, sfiGroup, points }: Decided, day: string): OutcomeRow {
  const told = { participant, on: day, recorded_by: decided, recorded_on: day };
  switch (action) {
    case 'start':
      return outcomeRow.parse({
        ...told,
        event: 'started',
        team,
        sfi_group: sfiGroup,
        ...(points !== null && points >= 0 && { points }),
      });
    case 'undo_start':
      return outcomeRow.parse({ ...told, event: 'started', happened: false });
    case 'complete':
      return outcomeRow.parse({ ...told, event: 'completed' });
    default:
      return outcomeRow.parse({ ...told, event: 'left_early', reason });
  }
}
