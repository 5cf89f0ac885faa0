/** What has been decided about a participant's pairs in a region, by whom and in which words: through all proposals, the earliest first. */
import type { Kysely } from 'kysely';
import type { PairStatus, PairStepName } from '../../domain/pair-life.ts';
import type { Database } from '../schema/database.ts';
import type { PersonKey } from '../vault.ts';
import { noteOf } from './decision-row.ts';

export interface DecisionMade {
  readonly id: string;
  readonly proposal: string;
  readonly at: Date;
  /** A person's name as colleagues know it. */
  readonly by: string;
  readonly action: PairStepName | 'pair_manually';
  readonly from: PairStatus | null;
  readonly to: PairStatus;
  /** Team and SFI group, as they became. */
  readonly pair: unknown;
  readonly turnedDownBy: 'participant' | 'school' | 'officer' | null;
  readonly reason: string | null;
  readonly rulesBroken: readonly string[];
  readonly note: string;
}

export async function historyOf(
  db: Kysely<Database>,
  key: PersonKey,
  { region, participant }: { readonly region: string; readonly participant: string },
): Promise<readonly DecisionMade[]> {
  const rows = await db
    .selectFrom('decisions')
    .innerJoin('proposals', 'proposals.id', 'decisions.proposal')
    .innerJoin('users', 'users.id', 'decisions.actor')
    .selectAll('decisions')
    .select('users.display_name as by')
    .where('decisions.participant', '=', participant)
    .where('proposals.region', '=', region)
    .orderBy('decisions.seq')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    proposal: row.proposal,
    at: row.at,
    by: row.by,
    action: row.action,
    from: row.from_state,
    to: row.to_state,
    pair: row.pair_after,
    turnedDownBy: row.turned_down_by,
    reason: row.reason,
    rulesBroken: row.rules_broken,
    note: noteOf(key, { proposal: row.proposal, participant }, row.pair_version, row.note_sealed),
  }));
}
