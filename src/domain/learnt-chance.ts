/**
 * A learnt chance of completing: logistic regression over what is known of a participant before they begin. Gender, background, languages and
 * where somebody lives are left out on purpose; how a model treats women and men is looked at before anybody lets it count (src/followup/learning).
 */
import { z } from 'zod';
import type { ParticipantRow } from './tables/participants.ts';

export const featureNames = [
  'sfi_path_1',
  'sfi_path_2',
  'sfi_course',
  'years_from_permit_to_enrolment',
  'competences',
] as const;

/** Far beyond what any fit gives, so that a chance is a number whatever file a model comes from. */
const estimate = z.number().min(-1e6).max(1e6);

function perFeature(number: z.ZodNumber) {
  return z.array(number).length(featureNames.length);
}

export const chanceModel = z.strictObject({
  /** The chance's log-odds of an average person. */
  intercept: estimate,
  /** Log-odds per standard deviation of each feature. */
  coefficients: perFeature(estimate),
  means: perFeature(estimate),
  deviations: perFeature(estimate.min(0)),
});
export type ChanceModel = Readonly<z.infer<typeof chanceModel>>;

/** In the order of featureNames; `weeks` from the residence permit to enrolment. */
export function learntFeatures(
  { sfi_path, sfi_course, competences }: Pick<ParticipantRow, 'sfi_path' | 'sfi_course' | 'competences'>,
  weeks: number,
): readonly number[] {
  return [
    sfi_path === 1 ? 1 : 0,
    sfi_path === 2 ? 1 : 0,
    'ABCD'.indexOf(sfi_course),
    weeks / 52,
    competences.length,
  ];
}

/** The chance, from 0 to 1, for somebody with these features. */
export function learntChance(
  { intercept, coefficients, means, deviations }: ChanceModel,
  features: readonly number[],
): number {
  const logOdds = features.reduce(
    (sum, value, j) => sum + coefficients[j] * scaled(value, means[j], deviations[j]),
    intercept,
  );
  return 1 / (1 + Math.exp(-logOdds));
}

/** A feature that is the same for all, but for rounding, says nothing. */
export function scaled(value: number, mean: number, deviation: number): number {
  return deviation < 1e-6 ? 0 : (value - mean) / deviation;
}
