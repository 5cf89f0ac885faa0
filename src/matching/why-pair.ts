import type { Text } from '../domain/text.ts';
import { type ExcludedFrom, exclusionFrom } from './explain/exclusion-from.ts';
import type { Live, Standing } from './live.ts';
import { checkManualPair, type Displaced, type ManualPair } from './manual-pair.ts';
import { type NamedTerm, namedTerms } from './named-terms.ts';
import { pairDetail } from './pair-detail.ts';
import { type RankedPlace, rankPlaces } from './ranking.ts';
import { type WeekPlan, weekPlan } from './week-plan.ts';

/**
 * Why somebody stands where they stand, what else there is, and why not a certain team: as things stand now and at once, from the prices of
 * the standing proposal. What a whole new proposal would make of it takes a solver (explain/why-not-team.ts); this says what the one pair
 * would change, where nobody else gets anything new.
 */
export interface PairAccount {
  readonly place: StandingPlace | null;
  /** The best place at each other team, best first as the whole proposal sees it. */
  readonly alternatives: readonly Alternative[];
}

interface StandingPlace {
  readonly team: string;
  readonly unit: string;
  readonly sfiGroup: string;
  readonly points: number;
  readonly terms: readonly NamedTerm[];
  readonly teamHours: number;
  readonly sfiHours: number;
  readonly week: WeekPlan;
}

export interface Alternative extends RankedPlace {
  /** Its points less those of the place that the person has (0 for none). */
  readonly difference: number;
  /** Who would have to give way. */
  readonly displaced: readonly Displaced[];
  /** Of the objective, if those displaced get nothing else. */
  readonly change: number;
  readonly verdict: ManualPair['verdict'];
}

export type WhyNot =
  | ({ readonly verdict: 'stands' } & Text)
  /** A rule says no, to the team as such or to every SFI group with it. */
  | ({ readonly verdict: 'excluded' } & ExcludedFrom)
  | ({ readonly verdict: 'open'; readonly place: Alternative } & Text);

/** How a proposal stands, and what keeps people where they are in it. */
export interface StandingProposal {
  readonly live: Live;
  /** By row (ranking.ts). */
  readonly prices: Float64Array;
  /** Participants whom a decision keeps where they are. */
  readonly held: ReadonlySet<string>;
}

/** So many other teams are shown. */
const mostAlternatives = 10;

/** The account of one participant (a row). */
export function accountOf(standing: StandingProposal, participant: number): PairAccount {
  const { live, prices } = standing;
  const own = live.standing.get(participant);
  const seen = new Set(own === undefined ? [] : [teamId(live, own.team)]);
  const best: RankedPlace[] = [];
  for (const place of rankPlaces(live, prices, participant)) {
    if (best.length === mostAlternatives) break;
    if (seen.has(place.team)) continue;
    seen.add(place.team);
    best.push(place);
  }
  return {
    place: own === undefined ? null : standingPlace(live, participant, own),
    alternatives: best.map((place) => alternative(standing, participant, place)),
  };
}

/** Why not this team (a row). */
export function whyNotNow(standing: StandingProposal, participant: number, team: number): WhyNot {
  const { live, prices } = standing;
  if (live.standing.get(participant)?.team === team)
    return { verdict: 'stands', sv: 'Det är platsen som gäller.', en: 'That is the place that stands.' };
  const id = teamId(live, team);
  const best = rankPlaces(live, prices, participant).find((place) => place.team === id);
  if (best === undefined) return { verdict: 'excluded', ...exclusionFrom(live.index, participant, team) };
  const place = alternative(standing, participant, best);
  return { verdict: 'open', place, ...openText(place) };
}

function standingPlace(live: Live, participant: number, { team, sfi }: Standing): StandingPlace {
  const { unit, sfiGroup, points, teamHours, sfiHours } = pairDetail(live.index, participant, team, sfi);
  return {
    ...{ team: teamId(live, team), unit, sfiGroup, points },
    terms: namedTerms(live.index, participant, team, sfi),
    ...{ teamHours, sfiHours },
    week: weekPlan(live.index, participant, team, sfi),
  };
}

function alternative({ live, held }: StandingProposal, participant: number, place: RankedPlace): Alternative {
  const id = live.index.region.participants[participant].id;
  const check = checkManualPair(live, { participant: id, team: place.team, sfiGroup: place.sfiGroup }, held);
  if (check.status !== 'checked') throw new Error('a ranked place is one of the region');
  const { displaced, change, verdict } = check;
  const difference = place.points - (live.standing.get(participant)?.points ?? 0);
  return { ...place, difference, displaced, change, verdict };
}

function openText({ difference, displaced, verdict }: Alternative): Text {
  if (verdict === 'impossible') {
    return {
      sv: 'Inget hindrar paret i sig, men en gräns är nådd och ingen kan ge plats.',
      en: 'Nothing speaks against the pair as such, but a limit is reached and nobody can give way.',
    };
  }
  const points = Math.abs(difference);
  const worth =
    difference === 0
      ? { sv: 'Det ger lika många poäng', en: 'It gives as many points' }
      : difference < 0
        ? { sv: `Det ger ${points} poäng mindre`, en: `It gives ${points} points less` }
        : { sv: `Det ger ${points} poäng mer`, en: `It gives ${points} points more` };
  const cost =
    displaced.length === 0
      ? { sv: 'och ingen behöver ge plats.', en: 'and nobody has to give way.' }
      : {
          sv: `men ${displaced.length} ${displaced.length === 1 ? 'annan' : 'andra'} måste ge plats.`,
          en: `but ${displaced.length} ${displaced.length === 1 ? 'other has' : 'others have'} to give way.`,
        };
  return { sv: `${worth.sv}, ${cost.sv}`, en: `${worth.en}, ${cost.en}` };
}

function teamId({ index }: Live, team: number): string {
  return index.region.teams[team].id;
}
