/**
 * What a model may learn from: people whose outcome is known, by what was known of them when they enrolled. Gender, background, languages and
 * where somebody lives are left out on purpose; how the model treats women and men is looked at afterwards (see effect.ts).
 */
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

export const featureNames = [
  'sfi_path_1',
  'sfi_path_2',
  'sfi_course',
  'years_from_permit_to_enrolment',
  'competences',
] as const;

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
  if (weeks === null) return null;
  const { sfi_path, sfi_course, competences } = known.participant;
  return [
    sfi_path === 1 ? 1 : 0,
    sfi_path === 2 ? 1 : 0,
    'ABCD'.indexOf(sfi_course),
    weeks / 52,
    competences.length,
  ];
}
