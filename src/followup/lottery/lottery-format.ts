/** lottery@1: what the lottery of one proposal tells of an outcome, in two arms. No count of it is so small that it tells of somebody. */
import { z } from 'zod';
import { date, key } from '../../domain/tables/cells.ts';
import { textSchema } from '../indicators/indicator-format.ts';

const share = z.number().min(0).max(1);
const perArm = z.tuple([share, share]);
const size = z.number().min(0);

export const lotteryAnswer = z.strictObject({
  format: z.literal('resursutbyte/lottery@1'),
  region: z.string(),
  asOf: date,
  /** The indicator whose numerator is the outcome, and the version that held that day. */
  outcome: z.strictObject({ id: key, version: z.int().min(1), name: textSchema }),
  /** The difference is the first less the second. */
  arms: z.tuple([
    z.strictObject({ key: z.string(), name: textSchema }),
    z.strictObject({ key: z.string(), name: textSchema }),
  ]),
  /** How often the lottery was drawn, that of the proposal included; 0 where it was not needed. */
  draws: z.int().min(0),
  status: z.enum(['not_approved', 'not_enough', 'estimated']),
  shares: perArm.nullable(),
  difference: z.number().min(-1).max(1).nullable(),
  interval: z.tuple([z.number(), z.number()]).nullable(),
  effectiveSizes: z.tuple([size, size]).nullable(),
  sentences: z.array(textSchema),
});
export type LotteryAnswer = z.infer<typeof lotteryAnswer>;
