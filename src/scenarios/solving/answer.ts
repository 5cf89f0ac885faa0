/** A region and a policy answered: the problem is built, solved from what an earlier answer left, and told as a proposal. */
import { type Canonical, canonicalise } from '../../../solver/canonical.ts';
import type { Solution } from '../../../solver/solution.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Region } from '../../domain/region.ts';
import { arrivalOrder } from '../../matching/baseline.ts';
import { type Choices, findChoices, problemOf } from '../../matching/matching.ts';
import { propose, proposeNothing } from '../../matching/proposal.ts';
import type { Proposal } from '../../matching/proposal-format.ts';
import { type Carried, type Start, startFrom } from './carried.ts';

export interface HowToSolve extends Partial<Start> {
  readonly seed: number;
  /** By hand, in this order. */
  readonly engine?: 'greedy';
  readonly order?: Int32Array;
}

/** Who solves: solver/solve.ts with engine, gap and limits of whoever asks. */
export type Solve = (canonical: Canonical, how: HowToSolve) => Promise<Solution>;

export interface Answer {
  readonly choices: Choices;
  readonly solution: Solution;
  readonly proposal: Proposal;
}

/** A region and a policy as a problem. */
interface Question {
  readonly choices: Choices;
  readonly canonical: Canonical;
  readonly seed: number;
}

/** `carried` is what to start from; what comes out is the same for the same one. */
export function answer(
  region: Region,
  policy: Policy,
  seed: number,
  solve: Solve,
  carried: Carried | null = null,
): Promise<Answer> {
  return best(questionOf(region, policy, seed), solve, carried);
}

/** The best, from nothing; and as it would be done by hand, everyone in turn, looking at seats alone. */
export async function answerBothWays(
  region: Region,
  policy: Policy,
  seed: number,
  solve: Solve,
): Promise<{ readonly best: Answer; readonly byHand: Answer }> {
  const question = questionOf(region, policy, seed);
  const order = arrivalOrder(region);
  return {
    best: await best(question, solve, null),
    byHand: told(question, await solve(question.canonical, { seed, engine: 'greedy', order })),
  };
}

function questionOf(region: Region, policy: Policy, seed: number): Question {
  const choices = findChoices(region, policy);
  return { choices, canonical: canonicalise(problemOf(choices), seed), seed };
}

async function best(question: Question, solve: Solve, carried: Carried | null): Promise<Answer> {
  const { choices, canonical, seed } = question;
  return told(question, await solve(canonical, { seed, ...(carried && startFrom(carried, choices)) }));
}

function told({ choices, canonical }: Question, solution: Solution): Answer {
  const proposal =
    'chosen' in solution ? propose(choices, solution, canonical) : proposeNothing(choices, solution);
  return { choices, solution, proposal };
}
