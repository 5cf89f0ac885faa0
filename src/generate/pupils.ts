/**
 * Synthetic: which languages the pupils of a team have at home, how many there were last year, and which adults are wanted.
 * The number of pupils with another mother tongue follows the area's share of foreign-born people (real); which language each
 * of them has is drawn from the district's mix (languages.ts).
 */
import type { TableRow } from '../domain/region.ts';
import type { LanguageWeight } from './languages.ts';
import type { Random } from './random.ts';

/** Children have another mother tongue more often than people in the area are foreign-born, since some are born here. */
const CHILDREN_PER_FOREIGN_BORN = 1.5;

export interface TeamPupils {
  readonly team: string;
  readonly children: number;
  readonly foreignBornShare: number;
  readonly languages: readonly LanguageWeight[];
  /** As many languages as are kept even where one pupil speaks them, and the most that are kept. */
  readonly kept: readonly [least: number, most: number];
  /** Whether the school writes 1-4 pupils as `<5`. */
  readonly hidesFew: boolean;
}

export interface TeamLanguages {
  readonly languages: readonly TableRow<'team_languages'>[];
  readonly backgrounds: readonly TableRow<'team_backgrounds'>[];
}

/** The rows of team_languages.csv and team_backgrounds.csv of one team. */
export function pupilsOf(plan: TeamPupils, chance: Random): TeamLanguages {
  const number = Math.round(plan.children * Math.min(0.9, plan.foreignBornShare * CHILDREN_PER_FOREIGN_BORN));
  const drawn = new Map<LanguageWeight, number>();
  for (let pupil = 0; pupil < Math.max(4, number); pupil++) {
    const language = chance.weighted(plan.languages, (candidate) => candidate.weight);
    drawn.set(language, (drawn.get(language) ?? 0) + 1);
  }
  const largest = [...drawn]
    .sort(([a, m], [b, n]) => n - m || (a.code < b.code ? -1 : 1))
    .filter(([, pupils], rank) => pupils > 1 || rank < plan.kept[0])
    .slice(0, plan.kept[1]);
  const few = (pupils: number): number | '<5' => (plan.hidesFew && pupils > 0 && pupils < 5 ? '<5' : pupils);
  const languages = largest.map(([{ code }, pupils]) => {
    const present = pupils >= 5 && chance.chance(0.3) ? 1 : 0;
    return {
      team: plan.team,
      language: code,
      pupils: few(pupils),
      pupils_last_year: few(Math.round(pupils * (0.55 + 0.55 * chance.fraction()))),
      adults_present: present,
      adults_wanted: Math.max(0, Math.min(2, Math.round(pupils / 5)) - present),
    };
  });
  const backgrounds = largest.slice(0, 3).map(([{ country }, pupils]) => ({ country, pupils }));
  return { languages, backgrounds: summed(plan.team, backgrounds, few) };
}

function summed(
  team: string,
  counts: readonly { readonly country: string; readonly pupils: number }[],
  few: (pupils: number) => number | '<5',
): TableRow<'team_backgrounds'>[] {
  const perCountry = new Map<string, number>();
  for (const { country, pupils } of counts) {
    perCountry.set(country, (perCountry.get(country) ?? 0) + Math.ceil(pupils * 0.7));
  }
  return [...perCountry].map(([country, pupils]) => ({ team, country, pupils: few(pupils) }));
}
