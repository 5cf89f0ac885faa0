import { languageName } from '../../domain/languages.ts';
import { byText } from '../order.ts';
import type { RegionIndex } from '../region-index.ts';
import { languageFit } from '../shared-language.ts';
import type { Family, Row } from './family.ts';
import { countLabel, teamLabel } from './labels.ts';

/**
 * `wanted:<team>:<language>:<tier>`: the adults who are still missing of those that a team wants for a language, adults_wanted less
 * adults_present.
 *
 * With x speakers placed, tier k asks -x <= -k at w_k points per person missing, where w_k is the policy's tier_penalties[k - 1] (the last
 * one serves all further tiers). With n tiers the k-th adult is therefore worth w_k + ... + w_n: of two, the first w1 + w2, the
 * second w2. The first is worth more whatever the penalties, and n missing adults cost w1 + 2 w2 + ... + n w_n.
 *
 * Whoever can speak with these pupils counts as a speaker, by the same yardstick as eligibility (shared-language.ts): the same language or
 * one that is understood, at any level; how well is for the points to say. A person may count for several languages. Swedish is taught
 * here, not wanted.
 */
export const wantedAdults: Family = (index, options) => {
  const asked = missingAdults(index);
  const rows = asked.flatMap((wanted) => tiers(index, wanted));
  const firstRow = new Int32Array(asked.length + 1);
  asked.forEach(({ missing }, i) => {
    firstRow[i + 1] = firstRow[i] + missing;
  });
  const firstOfTeam = new Int32Array(index.region.teams.length);
  const endOfTeam = new Int32Array(index.region.teams.length);
  asked.forEach(({ team }, i) => {
    if (endOfTeam[team] === 0) firstOfTeam[team] = i;
    endOfTeam[team] = i + 1;
  });
  return {
    rows,
    uses: (option, use) => {
      const team = options.team[option];
      for (let i = firstOfTeam[team]; i < endOfTeam[team]; i++) {
        if (!speaks(index, options.participant[option], asked[i].language)) continue;
        for (let row = firstRow[i]; row < firstRow[i + 1]; row++) use(row, -1);
      }
    },
  };
};

/** Whether a participant counts as a speaker of a language (an index into RegionIndex.languages). */
export function speaks(index: RegionIndex, participant: number, language: number): boolean {
  return languageFit(index, participant, language) > 0;
}

interface Wanted {
  readonly team: number;
  readonly language: number;
  readonly missing: number;
}

/** In the order of team ids, then of language codes. No team can use more adults than there are people waiting. */
function missingAdults(index: RegionIndex): readonly Wanted[] {
  const { team_languages, teams, participants } = index.region;
  const found: Wanted[] = [];
  for (const row of team_languages) {
    const team = index.names.team.get(row.team);
    const language = index.names.language.get(row.language);
    if (team === undefined || language === undefined) continue;
    if (!index.teams.languages[team].some((spoken) => spoken.language === language)) continue;
    const missing = Math.min(row.adults_wanted - row.adults_present, participants.length);
    if (missing > 0) found.push({ team, language, missing });
  }
  return found.sort(
    (a, b) =>
      byText(teams[a.team].id, teams[b.team].id) ||
      byText(index.languages[a.language], index.languages[b.language]),
  );
}

function tiers(index: RegionIndex, { team, language, missing }: Wanted): readonly Row[] {
  const penalties = index.policy.wanted.tier_penalties;
  const code = index.languages[language];
  const name = languageName(code);
  const label = teamLabel(index, team);
  return Array.from({ length: missing }, (_, i) => ({
    id: `wanted:${index.region.teams[team].id}:${code}:${i + 1}`,
    limit: -(i + 1),
    penalty: penalties[Math.min(i, penalties.length - 1)],
    text: {
      sv: `Minst ${countLabel(i + 1, 'vuxen', 'vuxna')} till som talar ${name.sv} i ${label.sv}.`,
      en: `At least ${countLabel(i + 1, 'more adult', 'more adults')} who can speak ${name.en} in ${label.en}.`,
    },
  }));
}
