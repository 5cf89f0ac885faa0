/**
 * Runs any number of scenarios beside today and beside what would be done by hand.
 *
 * 1. Today is solved from nothing. 2. Every scenario is applied to today's region, never to another scenario's, and solved from today's
 * answer. So a scenario comes out the same whatever stands beside it, and nobody is moved where nothing is won by it.
 */

import type { InputProblem } from '../domain/checks/input-problem.ts';
import type { Policy } from '../domain/policy.ts';
import type { Region } from '../domain/region.ts';
import { type RegionDifference, regionDifference } from '../domain/region-difference.ts';
import type { Text } from '../domain/text.ts';
import type { AssignedProposal, Proposal } from '../matching/proposal-format.ts';
import { applyScenario } from './apply-scenario.ts';
import type { Sources } from './edits/index.ts';
import type { Figures } from './figures/figures-format.ts';
import { measure } from './figures/measure.ts';
import type { Scenario } from './scenario-format.ts';
import { type Answer, answer, answerBothWays, type Solve } from './solving/answer.ts';
import { type Carried, carriedFrom } from './solving/carried.ts';

/** One column of a comparison: a scenario with what it changes, what is proposed, and the figures of it. */
export type Outcome = { readonly name: Text; readonly changes: RegionDifference | null } & (
  | {
      readonly status: 'answered';
      readonly region: Region;
      readonly proposal: AssignedProposal;
      readonly figures: Figures;
    }
  /** The demands cannot all be met, or nothing was found. */
  | { readonly status: 'unanswered'; readonly proposal: Exclude<Proposal, AssignedProposal> }
  /** The edits cannot be made. */
  | { readonly status: 'clash'; readonly faults: readonly InputProblem[] }
);

export interface Given {
  readonly region: Region;
  readonly policy: Policy;
  readonly scenarios: readonly Scenario[];
  readonly sources: Sources;
  readonly seed: number;
}

const todayName: Text = { sv: 'I dag', en: 'Today' };
const byHandName: Text = { sv: 'För hand', en: 'By hand' };

/** Today, by hand, then the scenarios in their order. `done` is told after each. */
export async function runScenarios(
  given: Given,
  solve: Solve,
  done: (finished: number, of: number) => void = () => {},
): Promise<readonly Outcome[]> {
  const of = given.scenarios.length + 2;
  const { today, byHand, carried } = await runToday(given, solve);
  const outcomes = [today, byHand];
  done(2, of);
  for (const scenario of given.scenarios) {
    outcomes.push(await runScenario(given, scenario, carried, solve));
    done(outcomes.length, of);
  }
  return outcomes;
}

type Ground = Omit<Given, 'scenarios'>;

/** Today, also as it would be done by hand, and what it leaves for every scenario to start from. */
export async function runToday(
  { region, policy, seed }: Pick<Ground, 'region' | 'policy' | 'seed'>,
  solve: Solve,
): Promise<{ readonly today: Outcome; readonly byHand: Outcome; readonly carried: Carried | null }> {
  const { best, byHand } = await answerBothWays(region, policy, seed, solve);
  const { choices, solution } = best;
  return {
    today: outcomeOf(todayName, null, best),
    byHand: outcomeOf(byHandName, null, byHand),
    carried: 'chosen' in solution ? carriedFrom(choices, solution) : null,
  };
}

export async function runScenario(
  { region, policy, sources, seed }: Ground,
  scenario: Scenario,
  carried: Carried | null,
  solve: Solve,
): Promise<Outcome> {
  const { name } = scenario;
  const applied = applyScenario(region, policy, scenario, sources);
  if (applied.status === 'conflict') return { name, changes: null, status: 'clash', faults: applied.faults };
  const changes = regionDifference({ ...region, policy }, { ...applied.region, policy: applied.policy });
  return outcomeOf(name, changes, await answer(applied.region, applied.policy, seed, solve, carried));
}

function outcomeOf(name: Text, changes: RegionDifference | null, { choices, proposal }: Answer): Outcome {
  if (!('pairs' in proposal)) return { name, changes, status: 'unanswered', proposal };
  const figures = measure(choices.index, proposal);
  return { name, changes, status: 'answered', region: choices.region, proposal, figures };
}
