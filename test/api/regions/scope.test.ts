/** Who sees what of a region: an officer of Farsta nothing of Skärholmen, a host those who come to their own team. */
import { beforeAll, describe, expect, test } from 'vitest';
import { homeDistrictOf } from '../../../src/domain/home-district.ts';
import type { Region } from '../../../src/domain/region.ts';
import { openTestService, type SignedIn } from '../test-service.ts';
import { exampleRegion, regionClient } from './region-client.ts';
import { saveProposalWith } from './standing.ts';

const service = await openTestService();
const { get, importRegion } = regionClient(service);

let region: Region;
let whole: SignedIn;
let farsta: SignedIn;
let host: SignedIn;
const districtOf = new Map<string, string | null>();
/** Somebody of Skärholmen who stands in a team of Farsta, and somebody of Farsta who turned down a team of Skärholmen. */
let comer: string;
let leaver: string;
let hostTeam: string;

beforeAll(async () => {
  region = await exampleRegion();
  whole = await service.signIn({ role: 'officer' });
  await importRegion(whole, 'r', region);
  await importRegion(whole, 'elsewhere', region);
  farsta = await service.signIn({ role: 'officer', region: 'r', district: 'Farsta' });
  const home = homeDistrictOf(region);
  for (const row of region.participants) districtOf.set(row.id, home(row));
  const [teamThere, teamHere] = ['Skärholmen', 'Farsta'].map(teamIn);
  hostTeam = teamHere.id;
  comer = someoneOf('Skärholmen');
  leaver = someoneOf('Farsta');
  await saveProposalWith(service.store, 'r', region, whole.userId, [
    { participant: comer, team: teamHere.id, state: 'proposed' },
    { participant: leaver, team: teamThere.id, state: 'turned_down' },
  ]);
  host = await service.signIn({ role: 'school_supervisor', region: 'r', teams: [hostTeam] });
});

function teamIn(district: string) {
  const units = new Set(region.units.filter((unit) => unit.district === district).map(({ id }) => id));
  const team = region.teams.find(({ unit }) => units.has(unit));
  if (team === undefined) throw new Error(`no team in ${district}`);
  return team;
}

function someoneOf(district: string): string {
  const found = [...districtOf].find(([, home]) => home === district);
  if (found === undefined) throw new Error(`nobody lives in ${district}`);
  return found[0];
}

/** Every row of a list, page by page. */
async function all(who: SignedIn, list: string, limit = 7): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = [];
  for (let after = ''; ; ) {
    const { rows: page, next } = (await get(who, `/r/${list}?limit=${limit}${after}`)).json();
    rows.push(...page);
    if (next === null) return rows;
    after = `&after=${encodeURIComponent(next)}`;
  }
}

const ids = (rows: readonly Record<string, unknown>[]) => rows.map(({ id }) => id).sort();

describe('an officer of Farsta', () => {
  test('sees those who live there, those who have a place there, and nobody else', async () => {
    const own = [...districtOf].filter(([id, home]) => home === 'Farsta' || id === comer).map(([id]) => id);
    expect(ids(await all(farsta, 'participants'))).toEqual(own.sort());
    const stranger = [...districtOf].find(([id, home]) => home === 'Skärholmen' && id !== comer)?.[0];
    expect((await get(farsta, `/r/participants/${leaver}`)).statusCode).toBe(200);
    expect((await get(farsta, `/r/participants/${comer}`)).statusCode).toBe(200);
    expect((await get(farsta, `/r/participants/${stranger}`)).statusCode).toBe(404);
  });

  test('sees units and teams there alone, and every SFI group', async () => {
    for (const list of ['units', 'teams']) {
      const rows = await all(farsta, list);
      expect(rows.length).toBeGreaterThan(0);
      expect(new Set(rows.map(({ district }) => district))).toEqual(new Set(['Farsta']));
    }
    expect(ids(await all(farsta, 'sfi-groups'))).toEqual(region.sfi_groups.map(({ id }) => id).sort());
  });

  test('finds places by a part of their name and by their ids, and those alone that they see', async () => {
    const of = async (query: string) => ids((await get(farsta, `/r/${query}`)).json().rows);
    const there = new Map(region.units.map((unit) => [unit.id, unit]));
    const seen = region.teams.filter(({ unit }) => there.get(unit)?.district === 'Farsta');
    const called = seen.filter(({ unit }) => there.get(unit)?.name.includes('Hökarängsskolan'));
    expect(called.length).toBeGreaterThan(0);
    expect(await of(`teams?search=${encodeURIComponent('HÖKARÄNGSS')}`)).toEqual(ids(called));
    const asked = `${hostTeam};${teamIn('Skärholmen').id};nowhere`;
    expect(await of(`teams?ids=${encodeURIComponent(asked)}`)).toEqual([hostTeam]);
    const [unit, group] = [there.get(seen[0]?.unit ?? ''), region.sfi_groups[0]];
    expect(await of(`units?search=${encodeURIComponent(unit?.name ?? '')}`)).toContain(unit?.id);
    expect(await of(`sfi-groups?search=${group?.provider}&ids=${group?.id}`)).toEqual([group?.id]);
    expect(await of('sfi-groups?search=%25')).toEqual([]);
    expect((await get(farsta, '/r/teams?ids=a;;b')).statusCode).toBe(400);
  });

  test('is told what districts, principals and providers are called, those alone that they see', async () => {
    const units = region.units.filter(({ district }) => district === 'Farsta');
    expect((await get(farsta, '/r/place-names')).json()).toEqual({
      districts: ['Farsta'],
      principals: [...new Set(units.map(({ principal }) => principal))].sort(),
      providers: [...new Set(region.sfi_groups.map(({ provider }) => provider))].sort(),
    });
    expect((await get(host, '/r/place-names')).json().districts.length).toBeLessThanOrEqual(1);
  });

  test('is told counts of what is there alone', async () => {
    const [version] = (await get(farsta, '/r/versions')).json();
    const units = new Map(region.units.map((unit) => [unit.id, unit.district]));
    expect(version.counts).toEqual({
      participants: [...districtOf.values()].filter((home) => home === 'Farsta').length,
      erased: 0,
      units: region.units.filter(({ district }) => district === 'Farsta').length,
      teams: region.teams.filter(({ unit }) => units.get(unit) === 'Farsta').length,
      sfiGroups: region.sfi_groups.length,
    });
    expect(version.counts.participants).toBeGreaterThan(0);
    expect(version.counts.participants).toBeLessThan(region.participants.length);
  });

  test('cannot take the whole region in or out, and sees no other', async () => {
    for (const url of ['/r/versions/1/export', '/r/versions/1/difference?from=1'])
      expect((await get(farsta, url)).statusCode).toBe(403);
    for (const list of ['participants', 'units', 'teams', 'sfi-groups', 'versions', 'policies'])
      expect((await get(farsta, `/elsewhere/${list}`)).statusCode).toBe(404);
    expect((await get(farsta, '')).json().map(({ id }: { id: string }) => id)).toEqual(['r']);
    expect((await get(whole, '')).json().map(({ id }: { id: string }) => id)).toEqual(['elsewhere', 'r']);
  });
});

describe('a host', () => {
  test('sees those who come to their own team, and the least of them', async () => {
    expect(await all(host, 'participants')).toEqual([
      { id: comer, team: hostTeam, unit: expect.any(String), status: 'proposed' },
    ]);
    const shown = (await get(host, `/r/participants/${comer}`)).json();
    expect(shown).toEqual({
      id: comer,
      version: 1,
      team: hostTeam,
      unit: expect.any(String),
      status: 'proposed',
      row: { id: comer },
    });
    expect((await get(host, `/r/participants/${leaver}`)).statusCode).toBe(404);
    expect(ids(await all(host, 'teams'))).toEqual([hostTeam]);
  });
});

test('an officer sees all that is known of a participant, and the log says who saw whom', async () => {
  const shown = (await get(farsta, `/r/participants/${leaver}`)).json();
  const row = region.participants.find(({ id }) => id === leaver);
  expect(shown).toMatchObject({ id: leaver, homeDistrict: 'Farsta', status: null, row });
  expect(shown.languages).toEqual(
    region.participant_languages.filter(({ participant }) => participant === leaver),
  );
  const entries = await service.store.db
    .selectFrom('audit_log')
    .select(['actor', 'action'])
    .where('subject', '=', leaver)
    .execute();
  expect(entries).toContainEqual({ actor: farsta.userId, action: 'participant.read' });
});

test('a planner sees no participant', async () => {
  const planner = await service.signIn({ role: 'planner', region: 'r' });
  expect((await get(planner, '/r/participants')).statusCode).toBe(403);
  expect((await get(planner, `/r/participants/${leaver}`)).statusCode).toBe(403);
});

test('a list says how many seats are taken and held', async () => {
  const teams = await all(whole, 'teams', 200);
  expect(teams.filter(({ taken }) => taken !== 0)).toEqual([
    expect.objectContaining({ id: hostTeam, taken: 1, held: 0 }),
  ]);
  await service.store.db
    .insertInto('held_seats')
    .values({ region: 'r', place_kind: 'team', place: hostTeam, seats: 2, held_by: whole.userId })
    .execute();
  expect(await all(host, 'teams')).toEqual([expect.objectContaining({ id: hostTeam, taken: 1, held: 2 })]);
});
