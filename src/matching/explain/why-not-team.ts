import { force, type Loss, lossBetween } from '../../../solver/explain/forced.ts';
import { type Problem, UNPLACED } from '../../../solver/problem.ts';
import type { Assigned, Solution } from '../../../solver/solution.ts';
import { arrivalOrder } from '../baseline.ts';
import type { MatchSettings } from '../match.ts';
import type { Matching } from '../matching.ts';
import { byText } from '../order.ts';
import { exclusionFrom } from './exclusion-from.ts';
import type { TeamAnswer } from './explanation-format.ts';
import { placeOf, type Standing } from './standing.ts';

/** Who solves: a pool of threads, or solver/solve.ts itself. Clock, signal and progress are its own affair. */
export type SolveProblem = (
  problem: Problem,
  settings: MatchSettings & { readonly order: Int32Array; readonly warmStart: Int32Array },
) => Promise<Solution>;

/**
 * Why not this team: the rules that say no; or, where none does, what the whole proposal would lose if the pair were forced, found by
 * solving again with it, and who would move. The search starts from
 * what is proposed, so that few move who need not.
 */
export async function whyNotTeam(
  standing: Standing,
  participant: number,
  team: number,
  settings: MatchSettings,
  solveProblem: SolveProblem,
): Promise<TeamAnswer> {
  const { matching, chosen } = standing;
  const id = matching.region.teams[team].id;
  if (chosen[participant] !== UNPLACED && matching.options.team[chosen[participant]] === team) {
    return {
      verdict: 'proposed',
      team: id,
      sv: 'Det är platsen som föreslås.',
      en: 'That is the place proposed.',
    };
  }
  const options = optionsAt(matching, participant, team);
  if (options.size === 0)
    return { verdict: 'excluded', team: id, ...exclusionFrom(matching.index, participant, team) };
  const forced = force(matching.problem, participant, options);
  const position = new Map(Array.from(forced.optionOf, (k, i) => [k, i]));
  const solution = await solveProblem(forced.problem, {
    ...settings,
    order: arrivalOrder(matching.region),
    warmStart: chosen.map((option) => position.get(option) ?? UNPLACED),
  });
  if (solution.status === 'conflict') {
    const clash = solution.clash.constraints.flatMap((r) =>
      r < matching.rows.length ? [matching.rows[r]] : [],
    );
    return {
      verdict: 'conflict',
      team: id,
      clash: clash
        .map((row) => ({ constraint: row.id, ...row.text }))
        .sort((a, b) => byText(a.constraint, b.constraint)),
      sv: 'Paret går inte att förena med de fasta kraven.',
      en: 'The pair cannot be joined with the fixed demands.',
    };
  }
  if (solution.status === 'unknown' || solution.status === 'infeasible') {
    return {
      verdict: 'unknown',
      team: id,
      sv: 'Inget svar hann hittas inom tiden.',
      en: 'No answer was found within the time.',
    };
  }
  const after = solution.chosen.map((option) => (option === UNPLACED ? UNPLACED : forced.optionOf[option]));
  return possible(standing, id, lossBetween(assignedBefore(standing), solution), after);
}

/** What of the former answer a loss is measured against. */
function assignedBefore({ proposal }: Standing): Pick<Assigned, 'objective' | 'bound'> {
  return { objective: proposal.objective, bound: proposal.bound };
}

function optionsAt({ options }: Matching, participant: number, team: number): ReadonlySet<number> {
  const found = new Set<number>();
  for (let k = options.start[participant]; k < options.start[participant + 1]; k++) {
    if (options.team[k] === team) found.add(k);
  }
  return found;
}

function possible({ matching, chosen }: Standing, team: string, loss: Loss, after: Int32Array): TeamAnswer {
  const told = (option: number) => (option === UNPLACED ? null : placeOf(matching, option));
  const moves = matching.region.participants
    .map(({ id }, p) => ({ participant: id, from: told(chosen[p]), to: told(after[p]) }))
    .filter((_, p) => chosen[p] !== after[p])
    .sort((a, b) => byText(a.participant, b.participant));
  const points = loss.least === loss.most ? `${loss.most}` : `${loss.least}–${loss.most}`;
  return {
    verdict: 'possible',
    team,
    loss,
    moves,
    sv: `Det går, men hela förslaget blir värt ${points} poäng mindre, och ${moves.length === 1 ? '1 person' : `${moves.length} personer`} får ett annat besked.`,
    en: `It can be done, but the whole proposal loses ${points} points, and ${moves.length === 1 ? '1 person gets' : `${moves.length} people get`} another answer.`,
  };
}
