/**
 * Which languages the pupils of a district are likely to have at home: the national figures (src/generate/languages.ts), each
 * language weighed by the district's share of people from that world region / the whole city's share.
 */
import { type LanguageWeight, languageWeights } from '../../src/generate/languages.ts';
import { foreignBackground, type WorldRegion } from './sources.ts';

/** How likely each language is for a pupil with another mother tongue than Swedish. The growth is that until 2004 or until now. */
export function districtLanguages(district: string, year: '2004' | 'now'): readonly LanguageWeight[] {
  const here = foreignBackground.find((row) => row.district === district);
  if (here === undefined) throw new Error(`no foreign background for ${district}`);
  const shareHere = regionShares([here]);
  const shareCity = regionShares(foreignBackground);
  return languageWeights(year, ({ region }, pupils) => (pupils * shareHere(region)) / shareCity(region));
}

function regionShares(rows: typeof foreignBackground): (region: WorldRegion) => number {
  const sum = (region: WorldRegion): number => rows.reduce((total, row) => total + row[region], 0);
  const all =
    sum('nordic_ex_sweden') +
    sum('europe_ex_nordic') +
    sum('africa') +
    sum('north_america') +
    sum('south_america') +
    sum('asia');
  return (region) => sum(region) / all;
}
