import type { Text } from '../../domain/text.ts';
import { byId } from '../order.ts';
import type { RegionIndex } from '../region-index.ts';
import { type Family, noRows, type Row } from './family.ts';
import { genderLabel, percentLabel, teamLabel } from './labels.ts';
import { type Facet, mixFacets } from './mix-hull.ts';
import { placesOfTeam } from './places.ts';

/**
 * `mix:<team>:<k>`: at least women_share_min women and men_share_min men among the women and men placed in a team; an empty team is no
 * breach. The rows are the facets of the integer hull (mix-hull.ts), computed once per number of places and shares. Hard.
 */
export const mix: Family = (index, options) => {
  const { teams, participants } = index.region;
  const mixed = byId(teams).filter((team) => hasShare(index, team));
  if (mixed.length === 0) return noRows;
  const facetsOf = facetCache();
  const rows: Row[] = [];
  const women: number[] = [];
  const men: number[] = [];
  const first = new Int32Array(teams.length);
  const end = new Int32Array(teams.length);
  for (const team of mixed) {
    first[team] = rows.length;
    // More people than wait cannot come, however many seats a file says there are.
    const places = Math.min(placesOfTeam(index, team), participants.length);
    facetsOf(places, index.region.teams[team]).forEach((facet, k) => {
      rows.push(mixRow(index, team, facet, k + 1));
      women.push(facet.women);
      men.push(facet.men);
    });
    end[team] = rows.length;
  }
  const amountOf = { woman: Float64Array.from(women), man: Float64Array.from(men), other: null };
  const amounts = participants.map(({ gender }) => amountOf[gender]);
  return {
    rows,
    uses: (option, use) => {
      const amount = amounts[options.participant[option]];
      if (amount === null) return;
      const team = options.team[option];
      for (let row = first[team]; row < end[team]; row++) if (amount[row] !== 0) use(row, amount[row]);
    },
  };
};

interface Shares {
  readonly women_share_min?: number | undefined;
  readonly men_share_min?: number | undefined;
}

function hasShare(index: RegionIndex, team: number): boolean {
  const { women_share_min, men_share_min }: Shares = index.region.teams[team];
  return (women_share_min ?? 0) > 0 || (men_share_min ?? 0) > 0;
}

function facetCache(): (places: number, shares: Shares) => readonly Facet[] {
  const known = new Map<string, readonly Facet[]>();
  return (places, { women_share_min = 0, men_share_min = 0 }) => {
    const key = `${places} ${women_share_min} ${men_share_min}`;
    const facets = known.get(key) ?? mixFacets(places, women_share_min, men_share_min);
    known.set(key, facets);
    return facets;
  };
}

function mixRow(index: RegionIndex, team: number, { women, men, limit }: Facet, k: number): Row {
  const { id, women_share_min = 0, men_share_min = 0 } = index.region.teams[team];
  const label = teamLabel(index, team);
  const shares = [
    ...(women_share_min > 0 ? [shareLabel(women_share_min, genderLabel('woman'))] : []),
    ...(men_share_min > 0 ? [shareLabel(men_share_min, genderLabel('man'))] : []),
  ];
  return {
    id: `mix:${id}:${k}`,
    limit,
    penalty: Number.POSITIVE_INFINITY,
    text: {
      sv: `I ${label.sv} ${shares.map(({ sv }) => sv).join(' och ')}: ${formula(women, 'kvinnor', men, 'män')} får vara högst ${limit}.`,
      en: `In ${label.en} ${shares.map(({ en }) => en).join(' and ')}: ${formula(women, 'women', men, 'men')} may be at most ${limit}.`,
    },
  };
}

function shareLabel(share: number, people: Text): Text {
  const percent = percentLabel(share);
  return { sv: `minst ${percent.sv} ${people.sv}`, en: `at least ${percent.en} ${people.en}` };
}

/** 2 × kvinnor − 3 × män. */
function formula(a: number, first: string, b: number, second: string): string {
  const term = (factor: number, noun: string) =>
    Math.abs(factor) === 1 ? noun : `${Math.abs(factor)} × ${noun}`;
  if (b === 0) return `${a < 0 ? '−' : ''}${term(a, first)}`;
  if (a === 0) return `${b < 0 ? '−' : ''}${term(b, second)}`;
  if (a < 0 && b > 0) return `${term(b, second)} − ${term(a, first)}`;
  return `${a < 0 ? '−' : ''}${term(a, first)} ${b < 0 ? '−' : '+'} ${term(b, second)}`;
}
