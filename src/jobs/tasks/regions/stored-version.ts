/** A version of a region by its number, loaded, or why not. Whoever has been erased since is not in it. */
import type { Region } from '../../../domain/region.ts';
import { type Failure, failure } from '../../../errors.ts';
import type { StoreData } from '../../../store/open-store.ts';
import { loadRegionVersion } from '../../../store/regions/load-region-version.ts';
import { findVersion } from '../../../store/regions/region-version.ts';

export interface StoredVersion {
  readonly status: 'loaded';
  readonly content: Region;
}

export async function loadStored(
  store: StoreData,
  region: string,
  number: number,
): Promise<StoredVersion | Failure> {
  const version = await findVersion(store.db, region, number);
  const loaded = version === null ? null : await loadRegionVersion(store, version.id);
  if (loaded === null || loaded.status === 'not_found') return noVersion;
  return { status: 'loaded', content: loaded.region };
}

const noVersion = failure('not_found', {
  sv: 'Regionen har ingen sådan version.',
  en: 'The region has no such version.',
});
