/** A proposal with pairs in given states, written as it would stand, for tests of what is seen of it. */
import type { Region } from '../../../src/domain/region.ts';
import type { Store } from '../../../src/store/open-store.ts';
import { latestVersion } from '../../../src/store/regions/region-version.ts';

interface Standing {
  readonly participant: string;
  readonly team: string;
  readonly state: 'proposed' | 'accepted';
}

export async function saveProposalWith(
  { db }: Store,
  region: string,
  content: Region,
  by: string,
  pairs: readonly Standing[],
): Promise<void> {
  const version = await latestVersion(db, region);
  if (version === null) throw new Error('the region has no version');
  const policy = await db
    .selectFrom('policies')
    .select('id')
    .where('region', '=', region)
    .executeTakeFirstOrThrow();
  const now = new Date(0);
  const { id: proposal } = await db
    .insertInto('proposals')
    .values({
      region,
      region_version: version.id,
      policy: policy.id,
      seed: 0,
      settings: '{}',
      status: 'proposed',
      requested_by: by,
      started_at: now,
      ended_at: now,
      problem_digest: 'ab'.repeat(32),
      summary: '{}',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const { participant, team, state } of pairs) {
    const unit = content.units.find(({ id }) => id === content.teams.find((row) => row.id === team)?.unit);
    if (unit === undefined) throw new Error('the team has no unit');
    await db
      .insertInto('pairs')
      .values({
        ...{ proposal, participant, team, state, region },
        region_version: version.id,
        sfi_group: content.sfi_groups[0].id,
        unit: unit.id,
        district: unit.district,
        principal: unit.principal,
        points: 1000,
        origin: 'proposed',
        sealed: Buffer.from('sealed'),
      })
      .execute();
  }
}
