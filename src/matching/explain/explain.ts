import { UNPLACED } from '../../../solver/problem.ts';
import type { Mismatch } from '../differences.ts';
import type { MatchSettings } from '../match.ts';
import type { Matching } from '../matching.ts';
import { namedTerms } from '../named-terms.ts';
import { withholdingEffect } from '../points/withholding.ts';
import type { AssignedProposal } from '../proposal-format.ts';
import { type Alternative, EXPLANATION_FORMAT, type Explanation } from './explanation-format.ts';
import { placeOf, type Standing, standingOf } from './standing.ts';
import { type SolveProblem, whyNotTeam } from './why-not-team.ts';

export type ExplainOutcome =
  | { readonly status: 'explained'; readonly explanation: Explanation }
  /** The region has no such participant or team. */
  | { readonly status: 'not_found'; readonly table: 'participants' | 'teams'; readonly id: string }
  /** The proposal was made from other data than this matching. */
  | { readonly status: 'stale'; readonly mismatches: readonly Mismatch[] };

export interface Question {
  readonly participant: string;
  readonly team?: string;
}

/** So many other teams are shown. */
const MOST_ALTERNATIVES = 10;

/**
 * Explains what a proposal gives one participant. Only a question about a team that no rule excludes needs the solver; everything else
 * is read from the proposal's own prices. Cost without it: one pass over the options.
 */
export async function explain(
  matching: Matching,
  proposal: AssignedProposal,
  question: Question,
  settings: MatchSettings,
  solveProblem: SolveProblem,
): Promise<ExplainOutcome> {
  const participant = matching.index.names.participant.get(question.participant);
  if (participant === undefined)
    return { status: 'not_found', table: 'participants', id: question.participant };
  const team = question.team === undefined ? undefined : matching.index.names.team.get(question.team);
  if (question.team !== undefined && team === undefined) {
    return { status: 'not_found', table: 'teams', id: question.team };
  }
  const reading = standingOf(matching, proposal);
  if (reading.status === 'stale') return reading;
  const { standing } = reading;
  return {
    status: 'explained',
    explanation: {
      format: EXPLANATION_FORMAT,
      participant: question.participant,
      place: placeWithTerms(standing, participant),
      reason: proposal.unplaced.find((row) => row.participant === question.participant)?.reason ?? null,
      alternatives: alternatives(standing, participant),
      team: team === undefined ? null : await whyNotTeam(standing, participant, team, settings, solveProblem),
      withholding: withholdingEffect(matching.index, participant),
    },
  };
}

function placeWithTerms({ matching, chosen }: Standing, participant: number): Explanation['place'] {
  const option = chosen[participant];
  if (option === UNPLACED) return null;
  const { index, options } = matching;
  return {
    ...placeOf(matching, option),
    terms: [...namedTerms(index, participant, options.team[option], options.sfi[option])],
  };
}

/** The best option at each other team, by points less what its seats are worth to others. */
function alternatives({ matching, chosen, rank }: Standing, participant: number): Alternative[] {
  const { options } = matching;
  const current = chosen[participant];
  const seen = new Set(current === UNPLACED ? [] : [options.team[current]]);
  const found: Alternative[] = [];
  for (const { option, points, seatPrice, costs } of rank(participant)) {
    if (seen.has(options.team[option]) || found.length === MOST_ALTERNATIVES) continue;
    seen.add(options.team[option]);
    found.push({
      ...placeOf(matching, option),
      difference: points - (current === UNPLACED ? 0 : options.points[current]),
      seatPrice,
      costs: costs.map((cost) => ({ constraint: cost.constraint, points: cost.points, ...cost.text })),
    });
  }
  return found;
}
