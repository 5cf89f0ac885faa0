/**
 * How much of the teams' need of languages has been met: of the adults that a team wants for a language, how many participants who speak it
 * have started there. A language counts from level B1, and only under its own code: kinship of languages is the matching's business.
 */
import type { Region } from '../../domain/region.ts';
import { type ShownCount, withoutSmallNumbers } from '../../domain/small-numbers.ts';
import type { Case } from '../case.ts';
import { hiddenFigure, placesFigure } from './figure.ts';
import type { Figure, FigureRow } from './report-format.ts';

type Needs = Pick<Region, 'team_languages' | 'teams' | 'units' | 'participant_languages'>;

const tooLittle: ReadonlySet<string> = new Set(['A1', 'A2']);

export interface LanguageNeed {
  readonly whole: Figure;
  readonly units: readonly FigureRow[];
}

/** The need of the whole region and of each unit that wants anybody. */
export function languageNeed(region: Needs, cases: readonly Case[]): LanguageNeed {
  const come = speakersAt(region, cases);
  const unitOf = new Map(region.teams.map(({ id, unit }) => [id, unit]));
  const sums = new Map<string, { met: number; wanted: number }>();
  for (const { team, language, adults_wanted } of region.team_languages) {
    if (adults_wanted === 0) continue;
    const unit = unitOf.get(team) ?? team;
    const sum = sums.get(unit) ?? { met: 0, wanted: 0 };
    sum.met += Math.min(adults_wanted, come.get(`${team}\n${language}`) ?? 0);
    sum.wanted += adults_wanted;
    sums.set(unit, sum);
  }
  const needing = region.units.flatMap(({ id, name }) => {
    const sum = sums.get(id);
    return sum === undefined ? [] : [{ id, name, ...sum }];
  });
  const shown = withoutSmallNumbers(needing.map(({ met }) => met));
  const figure = (count: ShownCount, met: number, wanted: number): Figure =>
    typeof count === 'number' ? placesFigure(met, wanted, 0) : hiddenFigure;
  const total = needing.reduce((sum, { met, wanted }) => [sum[0] + met, sum[1] + wanted], [0, 0]);
  return {
    whole: figure(shown.total, total[0], total[1]),
    units: needing.map(({ id, name, met, wanted }, place) => ({
      group: id,
      name: { sv: name, en: name },
      ...figure(shown.counts[place], met, wanted),
    })),
  };
}

/** How many who speak a language have started in a team, under team and language. */
function speakersAt(region: Needs, cases: readonly Case[]): ReadonlyMap<string, number> {
  const languages = new Map<string, string[]>();
  for (const { participant, language, level } of region.participant_languages)
    if (!tooLittle.has(level)) languages.set(participant, [...(languages.get(participant) ?? []), language]);
  const come = new Map<string, number>();
  for (const known of cases) {
    const started = known.facts.get('started');
    if (started?.team === undefined || started.happened === false) continue;
    for (const language of languages.get(known.participant.id) ?? []) {
      const place = `${started.team}\n${language}`;
      come.set(place, (come.get(place) ?? 0) + 1);
    }
  }
  return come;
}
