/** A proposal in a few lines that anybody can read. */
import type { Text } from '../domain/text.ts';
import type { AssignedProposal } from '../matching/proposal-format.ts';
import { percent, whole } from './numbers.ts';
import type { Language } from './terminal.ts';

/** Placed and unplaced, points, how good it is, women and men, and against the order of arrival. */
export function summarise(proposal: AssignedProposal, lang: Language): string {
  const number = (value: number): string => whole(value, lang);
  const share = (value: number): string => percent(value, lang);
  const { pairs, unplaced, objective, baseline, learntChance } = proposal;
  const lines: Text[] = [
    { sv: proposal.region, en: proposal.region },
    {
      sv: `Placerade: ${number(pairs.length)}. Utan plats: ${number(unplaced.length)}. Poäng: ${number(objective)}.`,
      en: `Placed: ${number(pairs.length)}. Unplaced: ${number(unplaced.length)}. Points: ${number(objective)}.`,
    },
    goodness(proposal, lang),
    ...stopLine(proposal),
    ...brokenLines(proposal, lang),
    ...proposal.equity.map((group) => ({
      sv: `${genders[group.gender].sv}: ${number(group.placed)} av ${number(group.pool)} placerade (${share(group.rate)}), ${number(group.meanPoints)} poäng i snitt.`,
      en: `${genders[group.gender].en}: ${number(group.placed)} of ${number(group.pool)} placed (${share(group.rate)}), ${number(group.meanPoints)} points on average.`,
    })),
    ...(learntChance === undefined ? [] : [learntChance]),
    ...keptLine(proposal),
    {
      sv: `I turordning efter ankomst: ${number(baseline.placed)} placerade, ${number(baseline.objective)} poäng${baseline.broken.length > 0 ? `, och ${number(baseline.broken.length)} krav bryts` : ''}.`,
      en: `In order of arrival: ${number(baseline.placed)} placed, ${number(baseline.objective)} points${baseline.broken.length > 0 ? `, and ${number(baseline.broken.length)} demands broken` : ''}.`,
    },
  ];
  return lines.map((line) => line[lang]).join('\n');
}

/** So many broken demands are told; a country may have thousands, and the proposal itself lists every one. */
const MOST_BROKEN = 5;

function brokenLines({ broken }: AssignedProposal, lang: Language): Text[] {
  const lines = broken
    .slice(0, MOST_BROKEN)
    .map((row) => ({ sv: `Bryter mot: ${row.sv}`, en: `Breaks: ${row.en}` }));
  const more = broken.length - lines.length;
  if (more === 0) return lines;
  const count = whole(more, lang);
  return [
    ...lines,
    { sv: `… och mot ${count} krav till.`, en: `… and ${count} more demand${more === 1 ? '' : 's'}.` },
  ];
}

/** Why the search ended before anything was proven, where a longer one or another engine may get further. */
function stopLine({ status, stopped }: AssignedProposal): Text[] {
  if (status !== 'feasible') return [];
  if (stopped === 'time')
    return [{ sv: 'Sökningen slutade när tiden var ute.', en: 'The search ended when the time was up.' }];
  if (stopped !== 'work') return [];
  return [
    {
      sv: 'Sökningen slutade vid motorns egen gräns; en annan motor kan komma längre.',
      en: "The search ended at the engine's own limit; another engine may get further.",
    },
  ];
}

/** How many have the team that an earlier proposal gave them, where there was one. */
function keptLine({ previous, pairs }: AssignedProposal): Text[] {
  if (!previous) return [];
  const teams = new Map(pairs.map(({ participant, team }) => [participant, team]));
  const kept = previous.filter(({ participant, team }) => teams.get(participant) === team).length;
  return [
    {
      sv: `Samma arbetslag som i förra förslaget: ${kept} av ${previous.length}.`,
      en: `The same team as in the earlier proposal: ${kept} of ${previous.length}.`,
    },
  ];
}

const genders = {
  woman: { sv: 'Kvinnor', en: 'Women' },
  man: { sv: 'Män', en: 'Men' },
  other: { sv: 'Annat', en: 'Other' },
} as const satisfies Record<string, Text>;

/** How much better another proposal could be, and on whose word. */
function goodness({ status, bound, gap, proof, certifiedBound }: AssignedProposal, lang: Language): Text {
  const most = whole(certifiedBound, lang);
  if (status === 'infeasible') {
    return {
      sv: 'Går inte att genomföra som det är: ser bara till platser, inte till övriga krav.',
      en: 'Cannot be carried out as it is: it looks at seats alone, not at the other demands.',
    };
  }
  if (status === 'optimal' && proof !== 'engine') {
    return {
      sv: 'Bevisat bäst: inget annat förslag kan vara värt mer, och vem som helst kan räkna efter.',
      en: 'Proven best: no other proposal can be worth more, and anybody can recompute that.',
    };
  }
  if (status === 'optimal') {
    return {
      sv: `Bäst enligt motorn (gap 0 %); det som går att räkna efter är att inget förslag är värt mer än ${most}.`,
      en: `Best by the engine's word (gap 0%); what can be recomputed is that no proposal is worth more than ${most}.`,
    };
  }
  return {
    sv: `Gap ${percent(gap, lang)}: inget förslag kan vara värt mer än ${whole(bound, lang)}.`,
    en: `Gap ${percent(gap, lang)}: no proposal can be worth more than ${whole(bound, lang)}.`,
  };
}
