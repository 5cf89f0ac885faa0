/** How long things are kept, counted from the last day of the period that they belong to. */

import { z } from 'zod';
import { dayOf } from './dates.ts';

const months = z.int().min(1).max(1_200);

export const retentionLimits = z.strictObject({
  /** Then a person who stands in no later period is erased: their key is forgotten, their contacts are deleted. */
  persons: months,
  /** Then proposals go, with pairs, decisions, answers and cases. */
  proposals: months,
  /** Then the region's versions go, but never the newest. */
  versions: months,
});

/** In months. */
export type RetentionLimits = Readonly<z.infer<typeof retentionLimits>>;

/** Two years for a person, so that a follow-up of the year after can be made; five for what a decision rested on. */
export const defaultRetention: RetentionLimits = { persons: 24, proposals: 60, versions: 60 };

/** The first day on which what belongs to a period that ended on `end` is no longer kept; both as YYYY-MM-DD. */
export function dueOn(end: string, limit: number): string {
  const [year, month, day] = end.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month - 1 + limit + 1, 0)).getUTCDate();
  const last = new Date(Date.UTC(year, month - 1 + limit, Math.min(day, lastDay)));
  last.setUTCDate(last.getUTCDate() + 1);
  return dayOf(last);
}
