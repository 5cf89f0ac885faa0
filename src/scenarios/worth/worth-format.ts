/** resursutbyte/worth@1: what one more place is worth, by the prices and by solving again. */
import { z } from 'zod';
import { placeKinds } from './place-kinds.ts';

export const WORTH_FORMAT = 'resursutbyte/worth@1';

const text = z.strictObject({ sv: z.string(), en: z.string() });

const placeWorth = z.strictObject({
  kind: z.enum(placeKinds),
  id: z.string(),
  name: text,
  /** Points, by the prices that go with today's proof. */
  price: z.number(),
  /** Points, by solving again: what lies between is possible; one number where both answers are proven. */
  confirmed: z.strictObject({ least: z.number(), most: z.number() }),
});

export const worthSchema = z.strictObject({
  format: z.literal(WORTH_FORMAT),
  region: z.string(),
  today: z.strictObject({ objective: z.number(), bound: z.number() }),
  /** The dearest first. */
  places: z.array(placeWorth),
});

export type Worth = z.infer<typeof worthSchema>;
export type PlaceWorth = Worth['places'][number];
