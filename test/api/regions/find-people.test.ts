/** Looking for people by what lies sealed: the list gives those of whom it holds, each once and in order, and nothing of it to whoever may not see it. */
import { beforeAll, describe, expect, test } from 'vitest';
import { homeDistrictOf } from '../../../src/domain/home-district.ts';
import { wholeMonths } from '../../../src/domain/overview.ts';
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
let hostTeam: string;
const states = new Map<string, string>();
let proposal: string;

beforeAll(async () => {
  region = await exampleRegion();
  whole = await service.signIn({ role: 'officer' });
  await importRegion(whole, 'r', region);
  farsta = await service.signIn({ role: 'officer', region: 'r', district: 'Farsta' });
  hostTeam = region.teams[0]?.id ?? '';
  const [proposed, started, ended, refused] = region.participants.map(({ id }) => id);
  const pairs = [
    { participant: proposed ?? '', team: hostTeam, state: 'proposed' as const },
    { participant: started ?? '', team: hostTeam, state: 'started' as const },
    { participant: refused ?? '', team: hostTeam, state: 'turned_down' as const },
  ];
  proposal = await saveProposalWith(service.store, 'r', region, whole.userId, [
    ...pairs,
    { participant: ended ?? '', team: hostTeam, state: 'ended' },
  ]);
  for (const { participant, state } of pairs) if (state !== 'turned_down') states.set(participant, state);
  states.set(ended ?? '', 'ended');
  host = await service.signIn({ role: 'school_supervisor', region: 'r', teams: [hostTeam] });
});

type Row = Region['participants'][number];

/** Every row of the list, page by page. */
async function all(who: SignedIn, query: string): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = [];
  for (let after = ''; ; ) {
    const answer = await get(who, `/r/participants?limit=7&${query}${after}`);
    expect(answer.statusCode).toBe(200);
    const { rows: page, next } = answer.json();
    rows.push(...page);
    if (next === null) return rows;
    after = `&after=${encodeURIComponent(next)}`;
  }
}

const ids = (rows: readonly { readonly id?: unknown }[]) => rows.map(({ id }) => id);
const speaks = (language: string, { id }: Row): boolean =>
  region.participant_languages.some((row) => row.participant === id && row.language === language);

describe('whoever sees everybody', () => {
  test.each<readonly [query: string, holds: (row: Row) => boolean]>([
    ['language=som', (row) => speaks('som', row)],
    ['language=qqq', () => false],
    ['area=Skön', ({ area }) => area === 'Sköndal'],
    ['area=sköndal', ({ area }) => area === 'Sköndal'],
    ['waitedMonths=280', ({ permit_date: permit }) => wholeMonths(permit, '2026-03-02') >= 280],
    ['district=Farsta', (row) => homeDistrictOf(region)(row) === 'Farsta'],
    ['state=waiting', ({ id }) => !states.has(id)],
    ['state=started', ({ id }) => states.get(id) === 'started'],
    ['state=ended', ({ id }) => states.get(id) === 'ended'],
    [
      'language=som&state=waiting&search=p0',
      (row) => speaks('som', row) && !states.has(row.id) && row.id.includes('p0'),
    ],
  ])('%s gives those of whom it holds', async (query, holds) => {
    const expected = region.participants.filter(holds).map(({ id }) => id);
    if (query !== 'language=qqq') expect(expected).not.toEqual([]);
    expect(expected.length).toBeLessThan(region.participants.length);
    expect(ids(await all(whole, query))).toEqual(expected.sort());
  });

  test.each(['false', 'true'])(
    'everybody once by how long they have waited, descending: %s',
    async (descending) => {
      const found = await all(whole, `sort=permit_date&descending=${descending}`);
      const permits = new Map(region.participants.map(({ id, permit_date: permit }) => [id, permit]));
      const places = found.map(({ id }) => `${permits.get(String(id))} ${id}`);
      const expected = region.participants.map(({ id, permit_date: permit }) => `${permit} ${id}`).sort();
      expect(places).toEqual(descending === 'true' ? expected.reverse() : expected);
    },
  );

  test('backwards by their pseudonyms', async () => {
    const expected = region.participants.map(({ id }) => id).sort();
    expect(ids(await all(whole, 'descending=true'))).toEqual(expected.reverse());
  });

  test('sees of each what one looks for them by', async () => {
    const [first] = region.participants;
    const [row] = await all(whole, `search=${first?.id}`);
    const own = region.participant_languages.filter(({ participant }) => participant === first?.id);
    expect(row).toMatchObject({
      area: first?.area,
      waitedMonths: wholeMonths(first?.permit_date ?? '', '2026-03-02'),
    });
    expect(row?.languages).toEqual([...new Set(own.map(({ language }) => language))]);
  });

  test('finds the pairs of those who speak a language', async () => {
    const pairsOf = async (who: SignedIn, language: string) => {
      const url = `/v1/proposals/${proposal}/pairs?language=${language}`;
      return (await service.app.inject({ url, headers: who.headers })).json();
    };
    const [first] = region.participants;
    const language = region.participant_languages.find(
      ({ participant }) => participant === first?.id,
    )?.language;
    const found = await pairsOf(whole, language ?? '');
    const people = found.pairs.map(({ participant }: { participant: string }) => participant);
    expect(people).toContain(first?.id);
    const placed = region.participants.slice(0, 4).filter((row) => speaks(language ?? '', row));
    expect(people).toEqual(ids(placed));
    const counts: Record<string, number> = found.counts;
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(placed.length);
    expect(await pairsOf(whole, 'qqq')).toEqual({ pairs: [], next: null, counts: {} });
    expect(await pairsOf(host, language ?? '')).toEqual({ pairs: [], next: null, counts: {} });
  });
});

test('an officer of one district finds nobody of another', async () => {
  const own = region.participants.filter(
    (row) => homeDistrictOf(region)(row) === 'Farsta' && speaks('som', row),
  );
  const stands = new Set(states.keys());
  const found = ids(await all(farsta, 'language=som'));
  expect(found.filter((id) => !stands.has(String(id)))).toEqual(
    ids(own)
      .filter((id) => !stands.has(String(id)))
      .sort(),
  );
});

test.each(['language=som', 'area=a', 'waitedMonths=0', 'sort=permit_date', 'district=Farsta'])(
  'a host, who sees none of it, finds nobody by %s',
  async (query) => {
    expect(await all(host, query)).toEqual([]);
    expect(await all(host, 'state=started')).toHaveLength(1);
  },
);

test('what is no language or state is refused where it stands', async () => {
  for (const query of ['language=somali', 'state=gone', 'waitedMonths=-1', 'area='])
    expect((await get(whole, `/r/participants?${query}`)).statusCode, query).toBe(400);
});
