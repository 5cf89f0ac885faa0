/**
 * Who lives where, as far as languages go. No public file here says it by municipality: the national figures are multiplied by
 * a synthetic factor per municipality and language, so that families of one language live together as they do in reality,
 * and pupils and participants of a municipality are drawn with the same factor.
 */
import { type LanguageWeight, languageWeights } from '../languages.ts';
import { type Origin, originsNow } from '../origins.ts';
import { random } from '../random.ts';
import type { Preschool } from './preschools.ts';

export interface Mix {
  readonly languages: readonly LanguageWeight[];
  readonly origins: readonly Origin[];
}

/** How much commoner a language is in one municipality than in the country. Assumed. */
const FACTORS = [0.2, 0.4, 1, 1, 2, 4];

/** Of everybody in the country about a fifth are foreign-born; least and most of a municipality, and of a preschool's surroundings. Assumed. */
const MUNICIPAL_SHARE = [0.1, 0.28] as const;
const LOCAL_FACTOR = [0.3, 1.8] as const;
const MOST_LOCAL_SHARE = 0.6;

/** What pupils' languages are called in the sources, where participants' own are told apart further. */
const pupilsLanguage = new Map([
  ['acm', 'ara'],
  ['apc', 'ara'],
  ['ary', 'ara'],
]);

/** The mix of a municipality. */
export function mixOf(area: string, seed: number): Mix {
  const factor = (language: string) => random(seed, 'mix', area, language).pick(FACTORS);
  return {
    languages: languageWeights('now', ({ code }, pupils) => pupils * factor(code)),
    origins: originsNow.map((origin) => {
      const native = origin.speech[0].language;
      return { ...origin, weight: origin.weight * factor(pupilsLanguage.get(native) ?? native) };
    }),
  };
}

/** The share of people around a preschool who are foreign-born: drawn. */
export function foreignBornShare({ area, id }: Preschool, seed: number): number {
  const between = ([least, most]: readonly [number, number], ...labels: readonly string[]): number =>
    least + (most - least) * random(seed, 'foreign-born', ...labels).fraction();
  return Math.min(MOST_LOCAL_SHARE, between(MUNICIPAL_SHARE, area) * between(LOCAL_FACTOR, area, id));
}
