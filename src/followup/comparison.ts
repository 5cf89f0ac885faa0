/** A figure from elsewhere that stands beside an indicator. */
import { z } from 'zod';
import { key } from '../domain/tables/cells.ts';
import { textSchema } from './indicators/indicator-format.ts';

export const comparisonSchema = z.strictObject({
  id: key,
  /** The indicator beside which it stands. */
  indicator: key,
  name: textSchema,
  /** Of other people, or of the same ones had their places been given otherwise. */
  of: z.enum(['others', 'the_same']).default('others'),
  /** A share. */
  value: z.number().min(0).max(1),
  source: z.string().min(1),
});
export type Comparison = z.infer<typeof comparisonSchema>;
