/** The proposal that stands in a region, with pairs in given states, for tests of what is seen of them. */
import type { Region } from '../../../src/domain/region.ts';
import type { Store } from '../../../src/store/open-store.ts';
import { latestVersion } from '../../../src/store/regions/region-version.ts';

interface Standing {
  readonly participant: string;
  readonly team: string;
  readonly state: 'proposed' | keyof typeof decided;
}

/** The proposal's id. */
export async function saveProposalWith(
  { db }: Store,
  region: string,
  content: Region,
  by: string,
  pairs: readonly Standing[],
): Promise<string> {
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
      kept_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db.insertInto('standing_proposals').values({ region, proposal }).execute();
  for (const { participant, team, state } of pairs) {
    const unit = content.units.find(({ id }) => id === content.teams.find((row) => row.id === team)?.unit);
    if (unit === undefined) throw new Error('the team has no unit');
    await db
      .insertInto('pairs')
      .values({
        ...{ proposal, participant, team, region },
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
    if (state !== 'proposed') await bringTo(db, proposal, participant, by, state);
  }
  return proposal;
}

const decided = {
  turned_down: { action: 'turn_down', from: 'proposed', turned_down_by: 'participant', reason: 'other' },
  started: { action: 'start', from: 'confirmed', turned_down_by: null, reason: null },
  ended: { action: 'complete', from: 'started', turned_down_by: null, reason: null },
} as const;

async function bringTo(
  db: Store['db'],
  proposal: string,
  participant: string,
  actor: string,
  state: keyof typeof decided,
): Promise<void> {
  const { action, from, turned_down_by, reason } = decided[state];
  const { id: decision } = await db
    .insertInto('decisions')
    .values({
      ...{ proposal, participant, actor, action, turned_down_by, reason },
      pair_version: 2,
      from_state: from,
      to_state: state,
      pair_after: '{}',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const ended_as = state === 'ended' ? 'completed' : null;
  await db
    .updateTable('pairs')
    .set({ state, turned_down_by, state_reason: reason, ended_as, decision, version: 2 })
    .where('proposal', '=', proposal)
    .where('participant', '=', participant)
    .execute();
}
