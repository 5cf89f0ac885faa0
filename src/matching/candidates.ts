import { reachChord } from '../domain/travel.ts';
import type { RegionIndex } from './region-index.ts';

/**
 * Which participants may suit a team, by language (or consented background) and by distance, without asking all of them. What is returned
 * may still be refused by a rule; whoever is not returned shares no language or background with the team, or lives out of reach.
 *
 * 1. Participants are listed under each language that they speak and under their background, apart by longest commute in
 *    steps of 5 minutes, and within such a list in the order of z, the height of their home along the earth's axis.
 * 2. A team looks in the lists of the languages that its pupils understand and of the backgrounds it asks for: the stretch of each list
 *    whose z is within the reach of that commute, by bisection, and there whoever lives within it.
 * 3. Where travel.csv joins the team's unit with an area, everybody there is returned as well, since the table, not the distance, decides.
 *
 * Cost: building n log n; a team costs about the number of people who share its languages within the band of reach.
 */
export type CandidatesOf = (team: number) => readonly number[];

interface Band {
  /** How far anybody in the list may come, as a chord of the unit sphere. */
  readonly reach: number;
  readonly participants: Int32Array;
  readonly z: Float64Array;
}

const STEP_MINUTES = 5;

/** A finder over the participants given (rows). Its answers come in no particular order, each participant once. */
export function createCandidates(index: RegionIndex, among: readonly number[]): CandidatesOf {
  const spoken = index.languages.map(() => new Map<number, number[]>());
  const stated = index.countries.map(() => new Map<number, number[]>());
  const livesIn = new Map<number, number[]>();
  const { languages, background, maxCommute, home } = index.participants;
  for (const p of among) {
    const step = Math.ceil(maxCommute[p] / STEP_MINUTES);
    for (const language of languages[p]) add(spoken[language], step, p);
    if (background[p] >= 0) add(stated[background[p]], step, p);
    if (home.name[p] >= 0) add(livesIn, home.name[p], p);
  }
  const bandsOf = (steps: ReadonlyMap<number, readonly number[]>) =>
    [...steps].map(([step, list]) => bandOf(index, step, list));
  const bySpoken = spoken.map(bandsOf);
  const byStated = stated.map(bandsOf);
  // Per participant the number of the question that found them last, so that nothing has to be cleared between questions.
  const seen = new Int32Array(index.region.participants.length);
  let question = 0;
  return (team) => {
    question++;
    const found: number[] = [];
    const take = (p: number) => {
      if (seen[p] !== question) found.push(p);
      seen[p] = question;
    };
    const unit = index.teams.unit[team];
    for (const language of languagesUnderstood(index, team)) {
      for (const band of bySpoken[language]) takeNear(index, band, unit, take);
    }
    for (const { country } of index.teams.backgrounds[team]) {
      for (const band of byStated[country]) takeNear(index, band, unit, take);
    }
    const name = index.units.place.name[unit];
    const joined = name < 0 ? [] : index.travel.neighbours[name];
    for (const area of joined) livesIn.get(area)?.forEach(take);
    return found;
  };
}

function add(lists: Map<number, number[]>, key: number, participant: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [participant]);
  else list.push(participant);
}

function bandOf(index: RegionIndex, step: number, list: readonly number[]): Band {
  const { xyz } = index.participants.home;
  const participants = Int32Array.from(list).sort((a, b) => xyz[3 * a + 2] - xyz[3 * b + 2]);
  return {
    reach: reachChord(index.policy.travel, step * STEP_MINUTES),
    participants,
    z: Float64Array.from(participants, (p) => xyz[3 * p + 2]),
  };
}

/** The languages whose speakers the team's pupils understand, each once. */
function languagesUnderstood(index: RegionIndex, team: number): ReadonlySet<number> {
  const all = index.languages.length;
  const understood = new Set<number>();
  for (const { language } of index.teams.languages[team]) {
    for (let own = 0; own < all; own++) {
      if (index.intelligibility[own * all + language] > 0) understood.add(own);
    }
  }
  return understood;
}

function takeNear(index: RegionIndex, band: Band, unit: number, take: (participant: number) => void): void {
  const { reach, participants, z } = band;
  const at = index.units.place.xyz;
  const home = index.participants.home.xyz;
  const [x, y, height] = [at[3 * unit], at[3 * unit + 1], at[3 * unit + 2]];
  const highest = height + reach;
  for (let i = firstFrom(z, height - reach); i < z.length && z[i] <= highest; i++) {
    const p = participants[i];
    const chord2 = (home[3 * p] - x) ** 2 + (home[3 * p + 1] - y) ** 2 + (z[i] - height) ** 2;
    if (chord2 <= reach * reach) take(p);
  }
}

/** The first position in ascending values that holds at least `least`. */
export function firstFrom(values: Float64Array, least: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle] < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
