/**
 * The tables of follow-up, which may lie beside a region's own: what became of participants, and what partners promised. A region is whole
 * without them. Records are added, never changed: a later record of the same fact corrects an earlier one. What nobody has reported is
 * unknown, and so is a cell left empty; neither is ever a zero.
 */
import { z } from 'zod';
import { leaveReasons, namesOf } from '../pair-reasons.ts';
import * as cell from './cells.ts';

export const outcomeEvents = [
  'enrolled',
  'started',
  'attended',
  'sfi_passed',
  'completed',
  'left_early',
  'status',
] as const;
export const occupations = ['work', 'education', 'other', 'unknown'] as const;
export const selfSupports = ['full', 'part', 'none', 'unknown'] as const;
/** Months after the place ended at which people are asked how they are doing. */
export const followUpMonths = [3, 6, 12, 24] as const;

const weeks = z
  .int()
  .min(1)
  .max(104)
  .register(cell.expectations, { sv: 'hela veckor, 1 till 104', en: 'whole weeks, 1 to 104' });
const reason = z.enum(namesOf(leaveReasons));
const sfiCourse = z.enum(['1A', '1B', '1C', '1D', '2B', '2C', '2D', '3C', '3D']);
const months = z.union(followUpMonths.map((number) => z.literal(number)));

/** Columns that an event needs beside those that every row has, and those that it may have. */
export const eventColumns = {
  enrolled: { needs: [], may: ['on'] },
  started: { needs: [], may: ['on', 'team', 'sfi_group', 'points'] },
  attended: { needs: ['on', 'weeks'], may: ['work_hours', 'swedish_hours'] },
  sfi_passed: { needs: ['sfi_course'], may: ['on'] },
  completed: { needs: [], may: ['on'] },
  left_early: { needs: [], may: ['on', 'reason'] },
  status: { needs: ['on', 'occupation', 'self_support'], may: ['months'] },
} as const satisfies Readonly<
  Record<(typeof outcomeEvents)[number], { needs: readonly DetailColumn[]; may: readonly DetailColumn[] }>
>;

/** Columns whose use depends on the event. */
export const detailColumns = [
  'on',
  'team',
  'sfi_group',
  'points',
  'weeks',
  'work_hours',
  'swedish_hours',
  'sfi_course',
  'reason',
  'months',
  'occupation',
  'self_support',
] as const;
type DetailColumn = (typeof detailColumns)[number];

/** The columns of outcomes.csv; which of them belong together its events say. */
export const outcomeColumns = z.strictObject({
  participant: cell.key,
  event: z.enum(outcomeEvents),
  /** False where the record says that this did not happen; it takes an earlier record back. */
  happened: cell.flag.optional(),
  on: cell.date.optional(),
  team: cell.key.optional(),
  sfi_group: cell.key.optional(),
  /** What the proposal gave the pair. */
  points: cell.count.optional(),
  weeks: weeks.optional(),
  work_hours: cell.hours.optional(),
  swedish_hours: cell.hours.optional(),
  sfi_course: sfiCourse.optional(),
  reason: reason.optional(),
  months: months.optional(),
  occupation: z.enum(occupations).optional(),
  self_support: z.enum(selfSupports).optional(),
  recorded_by: cell.key,
  recorded_on: cell.date,
});

/** outcomes.csv (outcome@1): one record about one participant. */
export const outcomeRow = outcomeColumns.superRefine((row, context) => {
  for (const column of eventColumns[row.event].needs)
    if (row[column] === undefined) context.addIssue({ code: 'custom', path: [column] });
});
export type OutcomeRow = z.infer<typeof outcomeRow>;

/** commitments.csv (commitment@1): what a partner promised for a period, and what came of it. */
export const commitmentRow = z.strictObject({
  partner: cell.key,
  period: cell.key,
  kind: z.enum(['seats', 'sfi_places']),
  promised: cell.count,
  /** Empty where nobody has reported it yet. */
  delivered: cell.count.optional(),
  /** A later report of the same promise corrects an earlier one; empty is earlier than any day. */
  recorded_on: cell.date.optional(),
});
export type CommitmentRow = z.infer<typeof commitmentRow>;

/** Every table of follow-up under its file's name without `.csv`. */
export const followupTables = { outcomes: outcomeRow, commitments: commitmentRow } as const;
export type FollowupTableName = keyof typeof followupTables;

/** Whether a name is that of a table of follow-up. */
export function isFollowupTable(name: string): name is FollowupTableName {
  return Object.hasOwn(followupTables, name);
}
