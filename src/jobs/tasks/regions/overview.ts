/** overview: a region's version in figures. */
import type { Kysely } from 'kysely';
import { type Overview, overviewOf } from '../../../domain/overview.ts';
import { endsTheWait } from '../../../domain/pair-life.ts';
import type { StoreAccess } from '../../../store/open-store.ts';
import { stateOf } from '../../../store/proposals/pair-state.ts';
import type { Database } from '../../../store/schema/database.ts';
import { inStore } from '../../in-store.ts';
import { peopleFacts } from './people-facts.ts';

interface Asked {
  readonly access: StoreAccess;
  /** The region's id, and its version's. */
  readonly region: string;
  readonly version: number;
  readonly today: string;
  readonly whole: boolean;
}

export function overview({ access, region, version, today, whole }: Asked): Promise<Overview> {
  return inStore(access, async (store) => {
    const { people, teamLanguages } = await peopleFacts(store, region, version);
    return overviewOf({ people, teamLanguages, ...(await placesNow(store.db, region)), today, whole });
  });
}

/** Who stands where, and who has had a place and waits no more. */
async function placesNow(db: Kysely<Database>, region: string) {
  const ofStanding = db
    .selectFrom('pairs')
    .innerJoin('standing_proposals', 'standing_proposals.proposal', 'pairs.proposal')
    .where('standing_proposals.region', '=', region);
  const standing = await ofStanding
    .select(['pairs.participant', 'pairs.team'])
    .where('pairs.state', 'not in', ['ended', 'turned_down'])
    .execute();
  const ended = await ofStanding
    .select([
      'pairs.participant',
      'pairs.state',
      'pairs.ended_as',
      'pairs.turned_down_by',
      'pairs.state_reason',
    ])
    .where('pairs.state', '=', 'ended')
    .execute();
  return {
    standing: new Map(standing.map(({ participant, team }) => [participant, team])),
    done: new Set(
      ended.flatMap(({ participant, ...state }) => (endsTheWait(stateOf(state)) ? [participant] : [])),
    ),
  };
}
