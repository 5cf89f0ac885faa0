/**
 * What questions about everybody in a region need to know of each, kept in the thread from one question to the next: to open so many rows takes
 * seconds. One version is kept, the latest asked about; it is read anew once anybody has been erased.
 */
import type { PersonFacts } from '../../../domain/overview.ts';
import type { TableRow } from '../../../domain/region.ts';
import { countErasedOf } from '../../../store/erasure/count-erased.ts';
import type { StoreData } from '../../../store/open-store.ts';
import { loadRegionVersion } from '../../../store/regions/load-region-version.ts';

export interface KnownPerson extends PersonFacts {
  /** Where they live. */
  readonly area: string;
}

interface Known {
  readonly key: string;
  /** By the day of the residence permit, those of one day by their pseudonyms. */
  readonly people: readonly KnownPerson[];
  readonly teamLanguages: readonly TableRow<'team_languages'>[];
}

let kept: Known | null = null;

/** By the region's id and its version's. */
export async function peopleFacts(store: StoreData, region: string, version: number): Promise<Known> {
  const key = `${version} ${await countErasedOf(store.db, region)}`;
  if (kept?.key === key) return kept;
  kept = null;
  const loaded = await loadRegionVersion(store, version);
  if (loaded.status === 'not_found') throw new Error('a version that was found is not there');
  const { participants, participant_languages, team_languages } = loaded.region;
  const spoken = Map.groupBy(participant_languages, ({ participant }) => participant);
  const people = participants
    .map(({ id, permit_date, area }) => ({
      id,
      permitDate: permit_date,
      area,
      languages: [...new Set(spoken.get(id)?.map(({ language }) => language))],
    }))
    .sort((a, b) => compare(a.permitDate, b.permitDate) || compare(a.id, b.id));
  kept = { key, people, teamLanguages: team_languages };
  return kept;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
