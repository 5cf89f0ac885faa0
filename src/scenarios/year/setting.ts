/**
 * year@1: what a simulated year is made of. Weeks are counted from the first day of the region's period.
 *
 * The default months are Sweden's asylum applications per calendar month, summed over 2002 to 2006 (Migrationsverket;
 * data/sources/sweden-asylum-applications-monthly-2002-2006.csv): only their shares count.
 */
import { z } from 'zod';

export const YEAR_FORMAT = 'resursutbyte/year@1';

const share = z.number().min(0).max(1);
const MOST_WEEKS = 104;

export const yearSetting = z.strictObject({
  format: z.literal(YEAR_FORMAT).default(YEAR_FORMAT),
  /** What the setting stands for, in words. */
  name: z.string().max(200).optional(),
  weeks: z.int().min(1).max(MOST_WEEKS).default(52),
  /** People expected in a year of 52 weeks; how many come, and when, is drawn. */
  arrivals_a_year: z.number().min(0).max(5000).default(93),
  /** January to December: what share of a year's arrivals comes in each month. Any scale. */
  months: z
    .array(z.number().min(0))
    .length(12)
    .refine((months) => months.some((number) => number > 0))
    .default([11057, 9669, 9865, 8508, 8897, 9041, 10330, 12557, 12704, 12092, 11989, 12675]),
  /** People who wait when the year begins, and who have waited for some time. */
  waiting_at_start: z.int().min(0).max(2000).default(0),
  /** The share of the open team seats that people of earlier years have when the year begins; they leave during it. */
  taken_at_start: share.default(0),
  /** How long a whole programme is. */
  programme_weeks: z.int().min(1).max(MOST_WEEKS).default(52),
  /** So many of so many leave early, in a whole programme; in each week the same share of those who are left. */
  leaving: z
    .strictObject({ left: z.int().min(0), of: z.int().min(1) })
    .refine(({ left, of }) => left < of)
    .default({ left: 22, of: 93 }),
  /** Weeks that somebody waits for a place; whoever has none by then is lost to the programme. 13 is three months. */
  patience_weeks: z.int().min(0).max(MOST_WEEKS).default(13),
  /** Weeks between the batches of the policies that match in batches. */
  batch_weeks: z.int().min(1).max(26).default(1),
  /** How the policy with prices looks ahead. */
  prices: z
    .strictObject({
      /** Sampled futures, each time that prices are made; 0 makes no prices. */
      futures: z.int().min(0).max(100).default(4),
      /** Weeks between the times that prices are made. */
      weeks: z.int().min(1).max(MOST_WEEKS).default(2),
    })
    .prefault({}),
});

export type YearSetting = z.infer<typeof yearSetting>;
