import type { RegionIndex } from './region-index.ts';

/**
 * How well a participant and a team's pupils understand each other, in percent: the participant's level in a language x how much of the
 * pupils' language whoever speaks it understands (100 for the same one). Of several languages the best counts.
 */

/** What a level lets a person do with pupils, in percent, in the order of LEVELS (A1 ... C2, native). */
const LEVEL_PERCENT = [20, 40, 60, 80, 90, 100, 100] as const;

/** 0-100: how well the participant can speak with pupils who speak this language; 0 where they share none. */
export function languageFit(index: RegionIndex, participant: number, language: number): number {
  const { languages, levels } = index.participants;
  const own = languages[participant];
  let best = 0;
  for (let i = 0; i < own.length; i++) {
    const understood = index.intelligibility[own[i] * index.languages.length + language];
    best = Math.max(best, Math.ceil((LEVEL_PERCENT[levels[participant][i]] * understood) / 100));
  }
  return best;
}

/** 0-100: the best fit over the languages of the team's pupils. */
export function teamLanguageFit(index: RegionIndex, participant: number, team: number): number {
  let best = 0;
  for (const { language } of index.teams.languages[team]) {
    best = Math.max(best, languageFit(index, participant, language));
  }
  return best;
}

/** Whether the participant speaks any language that the team's pupils understand; teamLanguageFit above 0, but told at the first one found. */
export function sharesLanguage(index: RegionIndex, participant: number, team: number): boolean {
  const own = index.participants.languages[participant];
  for (const { language } of index.teams.languages[team]) {
    for (const spoken of own) {
      if (index.intelligibility[spoken * index.languages.length + language] > 0) return true;
    }
  }
  return false;
}
