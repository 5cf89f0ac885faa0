/** A region of two districts in the store, with a proposal whose pairs people decide on, and the people who do. */
import { randomUUID } from 'node:crypto';
import type { Grant } from '../../../src/domain/access/grants.ts';
import { defaultPolicy } from '../../../src/domain/policy.ts';
import type { Region } from '../../../src/domain/region.ts';
import type { Acting } from '../../../src/store/acting.ts';
import type { StoreData } from '../../../src/store/open-store.ts';
import { findPersonKeys } from '../../../src/store/person-keys.ts';
import { standAtOnce } from '../../../src/store/proposals/keep.ts';
import { unplacedContext } from '../../../src/store/proposals/sealed-pair.ts';
import { writeStanding } from '../../../src/store/proposals/standing.ts';
import { sealPair } from '../../../src/store/proposals/stored-pair.ts';
import { saveRegionVersion } from '../../../src/store/regions/save-region-version.ts';
import { sealJson } from '../../../src/store/sealed-json.ts';
import {
  extract,
  participant,
  sessions,
  sfiGroup,
  smallRegion,
  speaks,
  team,
  teamLanguage,
  unit,
} from '../../matching/small-region.ts';

const weekdays = 'mon tue wed thu fri';

/** Teams t0, t1 ... take turns in Farsta and Skärholmen, three seats each. */
export function twoDistricts(people: number, teams = 4, over: Partial<Region> = {}): Region {
  const ids = Array.from({ length: people }, (_, i) => `p${String(i).padStart(3, '0')}`);
  const places = Array.from({ length: teams }, (_, i) => i);
  return smallRegion({
    participants: ids.map((id) => participant(id)),
    participant_languages: ids.map((id) => speaks(id)),
    extracts: ids.flatMap((id) => [extract(id), { ...extract(id), principal: 'Skärholmen' }]),
    units: places.map((i) =>
      unit(`u${i}`, i % 2 === 0 ? {} : { district: 'Skärholmen', principal: 'Skärholmen' }),
    ),
    teams: places.map((i) => team(`t${i}`, { unit: `u${i}`, seats: 3, supervisors: 3 })),
    team_languages: places.map((i) => teamLanguage(`t${i}`)),
    sfi_groups: [sfiGroup('s1', { seats: 1000 })],
    sessions: [
      ...places.flatMap((i) => sessions('team', `t${i}`, weekdays, '08:00', '14:00')),
      ...sessions('sfi', 's1', weekdays, '15:00', '18:00'),
    ],
    ...over,
  });
}

export interface Placed {
  readonly participant: string;
  readonly team: string;
  readonly points?: number;
}

export async function addRegion(store: StoreData, region: string, content: Region) {
  const follows = await store.db
    .selectFrom('region_versions')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('region', '=', region)
    .executeTakeFirstOrThrow();
  const saved = await saveRegionVersion(store, {
    region,
    content,
    digest: 'ab'.repeat(32),
    note: '',
    importedBy: null,
    follows: follows.count,
  });
  if (saved.status !== 'saved') throw new Error(saved.status);
  const policy = await store.db
    .insertInto('policies')
    .values({ region, number: saved.version.number, policy: JSON.stringify(defaultPolicy), note: '' })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { region, version: saved.version.id, policy: policy.id, content };
}

type Added = Awaited<ReturnType<typeof addRegion>>;

/** As the runner leaves it: proposed, with its pairs sealed, and standing at once where nothing stood. */
export async function addProposal(
  store: StoreData,
  { region, version, policy, content }: Added,
  pairs: readonly Placed[],
  previous: string | null = null,
): Promise<string> {
  const id = randomUUID();
  await requestProposal(store, { region, version, policy, content }, previous, id);
  await finishProposal(store, { region, version, policy, content }, id, pairs);
  return id;
}

export async function requestProposal(
  { db, vault }: StoreData,
  { region, version, policy }: Added,
  previous: string | null,
  id: string = randomUUID(),
): Promise<string> {
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto('proposals')
      .values({ id, region, region_version: version, policy, previous, seed: 0, settings: '{}' })
      .execute();
    await writeStanding(trx, vault, id);
  });
  return id;
}

export async function finishProposal(
  { db, vault }: StoreData,
  { region, version, content }: Added,
  id: string,
  pairs: readonly Placed[],
): Promise<void> {
  const { keys } = await findPersonKeys(
    db,
    vault,
    region,
    content.participants.map((row) => row.id),
  );
  const keyOf = (of: string) => {
    const key = keys.get(of);
    if (key === undefined) throw new Error(of);
    return key;
  };
  await db.transaction().execute(async (trx) => {
    for (const { participant: who, team: at, points = 1000 } of pairs) {
      const place = content.teams.find((row) => row.id === at);
      const host = content.units.find((row) => row.id === place?.unit);
      if (place === undefined || host === undefined) throw new Error(at);
      const pair = { participant: who, team: at, unit: host.id, sfiGroup: 's1', points };
      await trx
        .insertInto('pairs')
        .values({
          proposal: id,
          participant: who,
          region,
          region_version: version,
          participant_district: 'Farsta',
          team: at,
          sfi_group: 's1',
          unit: host.id,
          district: host.district,
          principal: host.principal,
          points,
          origin: 'proposed',
          sealed: sealPair(keyOf(who), id, {
            ...pair,
            terms: { placement: points },
            teamHours: 30,
            sfiHours: 15,
            conditions: [],
          }),
        })
        .execute();
    }
    const placed = new Set(pairs.map((pair) => pair.participant));
    for (const { id: who } of content.participants.filter((row) => !placed.has(row.id))) {
      const reason = {
        code: 'seats_worth_more',
        sv: 'platserna',
        en: 'the seats',
        change: { sv: 'en till', en: 'one more' },
      };
      await trx
        .insertInto('unplaced')
        .values({
          proposal: id,
          participant: who,
          region,
          region_version: version,
          participant_district: 'Farsta',
          reason: reason.code,
          sealed: sealJson(keyOf(who), { participant: who, reason }, unplacedContext(id, who)),
        })
        .execute();
    }
    await trx
      .updateTable('proposals')
      .set({
        status: 'proposed',
        started_at: new Date(0),
        ended_at: new Date(0),
        problem_digest: 'cd'.repeat(32),
        summary: '{}',
      })
      .where('id', '=', id)
      .execute();
    await standAtOnce(trx, id);
  });
}

export async function addActor(
  { db }: Pick<StoreData, 'db'>,
  name: string,
  grants: readonly Grant[],
): Promise<Acting> {
  const { id } = await db
    .insertInto('users')
    .values({ login: `${name.toLowerCase()}-${randomUUID()}`, display_name: name })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { userId: id, grants, only: null };
}
