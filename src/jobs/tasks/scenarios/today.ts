/** Today solved as it is: what every part of a question about it starts from. */
import type { Policy } from '../../../domain/policy.ts';
import type { Region } from '../../../domain/region.ts';
import { type Failure, failure } from '../../../errors.ts';
import type { MatchSettings } from '../../../matching/match.ts';
import type { Choices } from '../../../matching/matching.ts';
import type { Proposal } from '../../../matching/proposal-format.ts';
import { proposalFailure } from '../../../proposal-failure.ts';
import { clashReasons } from '../../../scenarios/reasons.ts';
import { answer } from '../../../scenarios/solving/answer.ts';
import { type Carried, carriedFrom } from '../../../scenarios/solving/carried.ts';
import type { TaskRun } from '../../task.ts';
import { solverWith } from './settings.ts';

export interface Value {
  readonly objective: number;
  readonly bound: number;
}

export interface SolvedToday extends Value {
  readonly status: 'solved';
  readonly choices: Choices;
  readonly carried: Carried;
}

export async function solveToday(
  region: Region,
  policy: Policy,
  settings: MatchSettings,
  run: TaskRun,
): Promise<SolvedToday | Failure> {
  const solve = solverWith(settings, run);
  const { choices, solution, proposal } = await answer(region, policy, settings.seed, solve);
  const failed = failureOf(proposal, run.signal.aborted);
  if (failed) return failed;
  if (!('chosen' in solution)) throw new Error('a proposal that does not fail has an assignment');
  const { objective, bound } = solution;
  return { status: 'solved', choices, carried: carriedFrom(choices, solution), objective, bound };
}

/** The same without any demand on equity; null where nothing is found. */
export async function solveWithoutEquity(
  region: Region,
  policy: Policy,
  settings: MatchSettings,
  carried: Carried,
  run: TaskRun,
): Promise<Value | null> {
  const equity = { ...policy.equity, placement_tolerance: null, points_tolerance: null };
  const solve = solverWith(settings, run);
  const { solution } = await answer(region, { ...policy, equity }, settings.seed, solve, carried);
  return 'chosen' in solution ? { objective: solution.objective, bound: solution.bound } : null;
}

/** Without whom a demand is about: those who ask what happens if see no person. */
function failureOf(proposal: Proposal, interrupted: boolean): Failure | null {
  if (proposal.status !== 'conflict') return proposalFailure(proposal, interrupted);
  const reasons = clashReasons(proposal.clash);
  return failure('conflict', {
    sv: reasons.map(({ sv }) => sv).join(' '),
    en: reasons.map(({ en }) => en).join(' '),
  });
}
