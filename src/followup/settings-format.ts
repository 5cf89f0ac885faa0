/**
 * followup@1: what the partners have agreed on beside the figures, as followup.json says it. All of it may be left out; then the starter
 * indicators stand, as proposed and agreed by nobody.
 */
import { z } from 'zod';
import type { InputProblem } from '../domain/checks/input-problem.ts';
import { count, date, key, name } from '../domain/tables/cells.ts';
import type { CommitmentRow } from '../domain/tables/followup.ts';
import { comparisonSchema } from './comparison.ts';
import { indicatorSchema, textSchema } from './indicators/indicator-format.ts';
import { starterIndicators } from './indicators/starter.ts';
import { national } from './national.ts';

const named = z.strictObject({ id: key, name: textSchema });

/** That a named authority has approved research on these people; without it no lottery is analysed. */
export const ethicalApprovalSchema = z.strictObject({
  authority: name,
  reference: name,
  decided_on: date,
});
export type EthicalApproval = z.infer<typeof ethicalApprovalSchema>;

/** That somebody who has seen its effect on women and men lets a learnt chance count as a term of the points. */
export const learningDecisionSchema = z.strictObject({
  decided_by: key,
  decided_on: date,
  effect_on_women_and_men_seen: z.literal(true),
});
export type LearningDecision = z.infer<typeof learningDecisionSchema>;

export const settingsSchema = z.strictObject({
  format: z.literal('resursutbyte/followup@1'),
  /** The day of the report, where none is asked for; else that of the latest record. */
  as_of: date.optional(),
  partners: z.array(named).default([]),
  /** By day of enrolment: for trends, and for what partners promised. */
  periods: z.array(named.extend({ from: date, to: date })).default([]),
  /** What the figures rest on beyond what was reported. Each is printed with the report. */
  assumptions: z.array(textSchema).default([]),
  comparisons: z.array(comparisonSchema).default([...national]),
  indicators: z.array(indicatorSchema).default([...starterIndicators]),
  ethical_approval: ethicalApprovalSchema.optional(),
  learning: learningDecisionSchema.optional(),
  /** People placed by order of arrival alone, of so many who waited. */
  baseline: z.strictObject({ placed: count, pool: count }).optional(),
});

export type Settings = z.infer<typeof settingsSchema>;

/** What followup.json says where there is none. */
export const defaultSettings: Settings = settingsSchema.parse({ format: 'resursutbyte/followup@1' });

/** Commitments whose period or partner is not in the settings. `rowNumber` gives the row that users see. */
export function checkCommitments(
  commitments: readonly CommitmentRow[],
  settings: Settings,
  rowNumber: (index: number) => number,
): readonly InputProblem[] {
  const periods = new Set(settings.periods.map(({ id }) => id));
  const partners = new Set(settings.partners.map(({ id }) => id));
  return commitments.flatMap(({ period, partner }, index) => {
    const wrong = (column: 'period' | 'partner', value: string, place: string): InputProblem => ({
      file: 'commitments.csv',
      row: rowNumber(index),
      column,
      value,
      message: {
        sv: `finns inte; förväntat ett id bland ${place} i followup.json`,
        en: `does not exist; expected an id among the ${place} of followup.json`,
      },
    });
    return [
      ...(periods.has(period) ? [] : [wrong('period', period, 'periods')]),
      ...(partners.has(partner) ? [] : [wrong('partner', partner, 'partners')]),
    ];
  });
}
