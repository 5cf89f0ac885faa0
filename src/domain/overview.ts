/**
 * A region in figures, as it is now: how long people have waited, which languages its teams want and those who wait speak. Figures of people
 * are of the whole region, and are shown whole only to whoever may see all of those people; else without small numbers.
 */
import type { TableRow } from './region.ts';
import { isSmall, type ShownCount, withoutSmallNumbers } from './small-numbers.ts';

/** What the figures need to know of a participant. */
export interface PersonFacts {
  readonly id: string;
  readonly permitDate: string;
  /** ISO 639-3, each once. */
  readonly languages: readonly string[];
}

export interface OverviewGiven {
  readonly people: readonly PersonFacts[];
  /** Who has a place, and in which team. */
  readonly standing: ReadonlyMap<string, string>;
  /** Who has none and waits for none. */
  readonly done: ReadonlySet<string>;
  readonly teamLanguages: readonly TableRow<'team_languages'>[];
  /** YYYY-MM-DD. */
  readonly today: string;
  /** Whether small numbers are shown. */
  readonly whole: boolean;
}

export interface Overview {
  /** Waiting and placed are parts of all who have or wait for a place. */
  readonly waiting: ShownCount;
  readonly placed: ShownCount;
  /** Whole months since the residence permit, of those who wait: from `from` up to but not including `to`; the last has no end. */
  readonly waited: readonly {
    readonly from: number;
    readonly to: number | null;
    readonly people: ShownCount;
  }[];
  /** By code. */
  readonly languages: readonly LanguageFigures[];
}

interface LanguageFigures {
  readonly language: string;
  /** Teams that want adults who speak it, how many in all, and how many are there beside those placed. */
  readonly teams: number;
  readonly wanted: number;
  readonly present: number;
  /** Speakers who have a place in a team that wants them, and speakers who wait. */
  readonly placed: ShownCount;
  readonly waiting: ShownCount;
}

const bounds = [0, 3, 6, 9, 12, 15, 18, 21, 24] as const;

/** Cost: linear in the people and the rows of languages. */
export function overviewOf(given: OverviewGiven): Overview {
  const { people, standing, done, today, whole } = given;
  const waiting = people.filter(({ id }) => !standing.has(id) && !done.has(id));
  const counts = bounds.map(() => 0);
  for (const { permitDate } of waiting) {
    const months = wholeMonths(permitDate, today);
    counts[bounds.findLastIndex((from) => from <= months)]++;
  }
  const shown = whole ? counts : withoutSmallNumbers(counts).counts;
  const all = [waiting.length, people.filter(({ id }) => standing.has(id)).length];
  const [waits, placed] = whole ? all : withoutSmallNumbers(all).counts;
  return {
    waiting: waits,
    placed,
    waited: bounds.map((from, i) => ({
      from,
      to: i + 1 < bounds.length ? bounds[i + 1] : null,
      people: shown[i],
    })),
    languages: languagesOf(given, waiting),
  };
}

/** Whole months from a day to another, never below 0. */
export function wholeMonths(from: string, to: string): number {
  const [fromYear, fromMonth, fromDay] = from.split('-').map(Number);
  const [year, month, day] = to.split('-').map(Number);
  return Math.max(0, (year - fromYear) * 12 + month - fromMonth - (day < fromDay ? 1 : 0));
}

function languagesOf(
  { people, standing, teamLanguages, whole }: OverviewGiven,
  waiting: readonly PersonFacts[],
): readonly LanguageFigures[] {
  const wanted = teamLanguages.filter(({ adults_wanted }) => adults_wanted > 0);
  const rowsOf = Map.groupBy(wanted, ({ language }) => language);
  const wantedAt = new Set(wanted.map(({ team, language }) => `${language} ${team}`));
  const waits = countSpeakers(waiting, () => true);
  const placed = countSpeakers(
    people.filter(({ id }) => standing.has(id)),
    ({ id }, language) => wantedAt.has(`${language} ${standing.get(id)}`),
  );
  const show = (count: number): ShownCount => (!whole && isSmall(count) ? '<5' : count);
  return [...new Set([...rowsOf.keys(), ...waits.keys()])].sort().map((language) => {
    const rows = rowsOf.get(language) ?? [];
    return {
      language,
      teams: rows.length,
      wanted: rows.reduce((sum, row) => sum + row.adults_wanted, 0),
      present: rows.reduce((sum, row) => sum + row.adults_present, 0),
      placed: show(placed.get(language) ?? 0),
      waiting: show(waits.get(language) ?? 0),
    };
  });
}

function countSpeakers(
  people: readonly PersonFacts[],
  counts: (person: PersonFacts, language: string) => boolean,
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const person of people)
    for (const language of person.languages)
      if (counts(person, language)) found.set(language, (found.get(language) ?? 0) + 1);
  return found;
}
