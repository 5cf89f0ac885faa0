/** How many pupils get an adult who speaks their language: all, by language and by unit. */
import type { AssignedProposal } from '../../matching/proposal-format.ts';
import type { Figures, PupilFigures } from './figures-format.ts';

/** What `<5` pupils count as, the middle of 1 to 4, as in the points. */
const HIDDEN_PUPILS = 2;
const SWEDISH = 'swe';

/** `unitOf` tells a team's unit. */
export function pupilFigures(
  coverage: AssignedProposal['coverage'],
  unitOf: (team: string) => string,
): Figures['pupils'] {
  const all = tally();
  const languages = new Map<string, ReturnType<typeof tally>>();
  const units = new Map<string, ReturnType<typeof tally>>();
  for (const row of coverage) {
    if (row.language === SWEDISH) continue;
    const pupils = row.pupils === '<5' ? HIDDEN_PUPILS : row.pupils;
    const spoken = { pupils, present: row.present > 0, placed: row.placed > 0 };
    for (const each of [all, tallyOf(languages, row.language), tallyOf(units, unitOf(row.team))])
      each.add(spoken);
  }
  return {
    all: all.total(),
    byLanguage: inOrder(languages).map(([language, each]) => ({ language, ...each.total() })),
    byUnit: inOrder(units).map(([unit, each]) => ({ unit, ...each.total() })),
  };
}

function tally() {
  const sum = { pupils: 0, reached: 0, newly: 0 };
  return {
    add: ({ pupils, present, placed }: { pupils: number; present: boolean; placed: boolean }): void => {
      sum.pupils += pupils;
      if (present || placed) sum.reached += pupils;
      if (placed && !present) sum.newly += pupils;
    },
    total: (): PupilFigures => ({ ...sum, share: sum.pupils === 0 ? null : sum.reached / sum.pupils }),
  };
}

function tallyOf(tallies: Map<string, ReturnType<typeof tally>>, name: string): ReturnType<typeof tally> {
  const known = tallies.get(name) ?? tally();
  tallies.set(name, known);
  return known;
}

function inOrder<T>(named: ReadonlyMap<string, T>): readonly (readonly [string, T])[] {
  return [...named].sort(([a], [b]) => (a < b ? -1 : 1));
}
