import { UNPLACED } from '../../solver/problem.ts';
import type { TableRow } from '../domain/region.ts';
import { speaks } from './constraints/wanted.ts';
import type { Choices } from './matching.ts';
import { byText } from './order.ts';

/** What a proposal does for the pupils of one team who speak one language. */
export interface CoverageReport {
  readonly team: string;
  readonly language: string;
  /** As the file says it; `<5` stays hidden. */
  readonly pupils: TableRow<'team_languages'>['pupils'];
  /** Adults wanted in all, and those who are there already. */
  readonly wanted: number;
  readonly present: number;
  /** Speakers whom the proposal places there; see constraints/wanted.ts for who is one. */
  readonly placed: number;
  /** How many of the wanted there will be. */
  readonly met: number;
}

/** One report a row of team_languages.csv, by team, then by language. */
export function coverageOf({ index, options }: Choices, chosen: Int32Array): readonly CoverageReport[] {
  const members: number[][] = index.region.teams.map(() => []);
  chosen.forEach((option, p) => {
    if (option !== UNPLACED) members[options.team[option]].push(p);
  });
  const reports = index.region.team_languages.map((row) => {
    const team = index.names.team.get(row.team) ?? -1;
    const language = index.names.language.get(row.language) ?? -1;
    const placed = members[team].filter((p) => speaks(index, p, language)).length;
    return {
      team: row.team,
      language: row.language,
      pupils: row.pupils,
      wanted: row.adults_wanted,
      present: row.adults_present,
      placed,
      met: Math.min(row.adults_wanted, row.adults_present + placed),
    };
  });
  return reports.sort((a, b) => byText(a.team, b.team) || byText(a.language, b.language));
}
