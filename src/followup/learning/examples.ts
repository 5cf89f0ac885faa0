/**
 * What a model may learn from: people whose outcome is known, by what was known of them when they enrolled (domain/learnt-chance.ts). How the
 * model treats women and men is looked at afterwards (see effect.ts).
 */
import { learntFeatures } from '../../domain/learnt-chance.ts';
import type { Case } from '../case.ts';
import { weeksBetween } from '../indicators/amount.ts';
import type { Condition } from '../indicators/condition.ts';
import { judge } from '../indicators/judge.ts';

export interface Example {
  readonly features: readonly number[];
  readonly happened: boolean;
  readonly gender: Case['participant']['gender'];
}

export type LearntOutcome = 'completed' | 'self-support';

const conditions: Readonly<Record<LearntOutcome, Condition>> = {
  completed: { happened: 'completed' },
  'self-support': { status: { at: 'latest', self_support: ['full', 'part'] } },
};

/** One example for each case whose outcome and day of enrolment are known, in the order of the cases. */
export function examplesOf(outcome: LearntOutcome, cases: readonly Case[]): readonly Example[] {
  return cases.flatMap((known) => {
    const answer = judge(conditions[outcome], known);
    const features = featuresOf(known);
    if (answer === 'unknown' || features === null) return [];
    return [{ features, happened: answer === 'yes', gender: known.participant.gender }];
  });
}

function featuresOf(known: Case): readonly number[] | null {
  const weeks = weeksBetween(known, 'permit', 'enrolled');
  return weeks === null ? null : learntFeatures(known.participant, weeks);
}
