/**
 * Which languages pupils are likely to have at home.
 *
 * weight(language) = pupils with mother-tongue tuition in Sweden in 2000, weighed by what is known of the place
 *                    x growth since 2000 (an assumption)
 */
import { tuitionPupils } from './sources.ts';

/** The parts of the world that figures on foreign background tell apart. */
export type WorldRegion =
  | 'nordic_ex_sweden'
  | 'europe_ex_nordic'
  | 'africa'
  | 'north_america'
  | 'south_america'
  | 'asia';

type Growth = readonly [in2004: number, now: number];

interface PupilLanguage {
  /** ISO 639-3. */
  readonly code: string;
  /** The source's row, and how much of it this code stands for. */
  readonly row: string;
  readonly part: number;
  readonly region: WorldRegion;
  /** How much commoner among families in need of support than in the figures of 2000: in 2004 and now. Assumed; no source here. */
  readonly growth: Growth;
  /** Where most of the families come from (ISO 3166-1), for the teams' backgrounds. */
  readonly country: string;
}

function language(
  code: string,
  row: string,
  part: number,
  region: WorldRegion,
  growth: Growth,
  country: string,
): PupilLanguage {
  return { code, row, part, region, growth, country };
}

const pupilLanguages: readonly PupilLanguage[] = [
  language('ara', 'Arabiska', 1, 'asia', [1.3, 2.2], 'IQ'),
  language('bos', 'Serbo-kroatiska', 0.5, 'europe_ex_nordic', [0.9, 0.5], 'BA'),
  language('srp', 'Serbo-kroatiska', 0.3, 'europe_ex_nordic', [0.9, 0.5], 'RS'),
  language('hrv', 'Serbo-kroatiska', 0.2, 'europe_ex_nordic', [0.8, 0.4], 'HR'),
  language('fin', 'Finska', 1, 'nordic_ex_sweden', [0.25, 0.1], 'FI'),
  language('spa', 'Spanska', 1, 'south_america', [0.6, 0.6], 'CL'),
  language('sqi', 'Albanska', 1, 'europe_ex_nordic', [1.2, 0.9], 'AL'),
  language('pes', 'Persiska', 0.7, 'asia', [1, 0.9], 'IR'),
  language('prs', 'Persiska', 0.3, 'asia', [1.5, 3], 'AF'),
  language('tur', 'Turkiska', 1, 'asia', [1, 0.9], 'TR'),
  language('som', 'Somaliska', 1, 'africa', [2, 3], 'SO'),
  language('kmr', 'Kurdiska (nord)', 1, 'asia', [1.2, 1.2], 'TR'),
  language('pol', 'Polska', 1, 'europe_ex_nordic', [0.6, 1], 'PL'),
  language('ckb', 'Sydkurdiska', 1, 'asia', [1.4, 1.4], 'IQ'),
  language('tru', 'Syriska', 0.7, 'asia', [1, 0.8], 'TR'),
  language('aii', 'Syriska', 0.3, 'asia', [1.3, 1], 'IQ'),
  language('tir', 'Tigrinska', 1, 'africa', [1.5, 4], 'ER'),
  language('ell', 'Grekiska', 1, 'europe_ex_nordic', [0.4, 0.3], 'GR'),
  language('rus', 'Ryska', 1, 'europe_ex_nordic', [1.4, 1.6], 'RU'),
  language('ukr', 'Ukrainska', 1, 'europe_ex_nordic', [0.3, 15], 'UA'),
  language('fra', 'Franska', 1, 'africa', [0.7, 0.8], 'CD'),
  language('vie', 'Vietnamesiska', 1, 'asia', [0.7, 0.6], 'VN'),
  language('cmn', 'Kinesiska', 1, 'asia', [0.7, 1], 'CN'),
  language('tha', 'Thailändska', 1, 'asia', [0.8, 1.2], 'TH'),
  language('urd', 'Urdu', 1, 'asia', [1, 1.4], 'PK'),
  language('ben', 'Bengaliska', 1, 'asia', [1, 1.8], 'BD'),
  language('por', 'Portugisiska', 1, 'south_america', [0.7, 0.8], 'BR'),
  language('rom', 'Romani', 1, 'europe_ex_nordic', [1, 1], 'RO'),
  language('amh', 'Amhariska', 1, 'africa', [1.2, 2], 'ET'),
];

/** For a language that the figures of 2000 do not name (Ukrainian). */
const UNCOUNTED_PUPILS = 300;

export interface LanguageWeight {
  readonly code: string;
  readonly country: string;
  readonly weight: number;
}

/**
 * How likely each language is for a pupil with another mother tongue than Swedish; `here` weighs the national number of
 * pupils by what is known of the place. The growth is that until 2004 or until now.
 */
export function languageWeights(
  year: '2004' | 'now',
  here: (language: { readonly code: string; readonly region: WorldRegion }, pupils: number) => number,
): readonly LanguageWeight[] {
  return pupilLanguages.map(({ code, country, row, part, region, growth }) => ({
    code,
    country,
    weight:
      here({ code, region }, (tuitionPupils.get(row) ?? UNCOUNTED_PUPILS) * part) *
      growth[year === '2004' ? 0 : 1],
  }));
}
