/**
 * overview: a region's version in figures. What the figures need of the people is kept in the thread from one question to the next, as to open
 * so many rows takes seconds; it is read anew for another version, and once anybody has been erased.
 */
import type { Kysely } from 'kysely';
import { type Overview, overviewOf, type PersonFacts } from '../../../domain/overview.ts';
import { endsTheWait } from '../../../domain/pair-life.ts';
import type { TableRow } from '../../../domain/region.ts';
import { countErasedOf } from '../../../store/erasure/count-erased.ts';
import type { StoreAccess, StoreData } from '../../../store/open-store.ts';
import { stateOf } from '../../../store/proposals/pair-state.ts';
import { loadRegionVersion } from '../../../store/regions/load-region-version.ts';
import type { Database } from '../../../store/schema/database.ts';
import { inStore } from '../../in-store.ts';

interface Asked {
  readonly access: StoreAccess;
  /** The region's id, and its version's. */
  readonly region: string;
  readonly version: number;
  readonly today: string;
  readonly whole: boolean;
}

interface Known {
  readonly key: string;
  readonly people: readonly PersonFacts[];
  readonly teamLanguages: readonly TableRow<'team_languages'>[];
}

let kept: Known | null = null;

export function overview({ access, region, version, today, whole }: Asked): Promise<Overview> {
  return inStore(access, async (store) => {
    const { people, teamLanguages } = await knownOf(store, region, version);
    return overviewOf({ people, teamLanguages, ...(await placesNow(store.db, region)), today, whole });
  });
}

async function knownOf(store: StoreData, region: string, version: number): Promise<Known> {
  const key = `${version} ${await countErasedOf(store.db, region)}`;
  if (kept?.key === key) return kept;
  kept = null;
  const loaded = await loadRegionVersion(store, version);
  if (loaded.status === 'not_found') throw new Error('a version that was found is not there');
  const { participants, participant_languages, team_languages } = loaded.region;
  const spoken = Map.groupBy(participant_languages, ({ participant }) => participant);
  const people = participants.map(({ id, permit_date }) => ({
    id,
    permitDate: permit_date,
    languages: [...new Set(spoken.get(id)?.map(({ language }) => language))],
  }));
  kept = { key, people, teamLanguages: team_languages };
  return kept;
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
