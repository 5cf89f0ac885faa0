/** One simulated year and how it went under each policy, as plain data, which can be kept until all years are done. */
import { z } from 'zod';
import { policyNames } from './policy-names.ts';

const byWeek = z.array(z.int()).readonly();

/** How a year went under a policy. */
const lived = z
  .strictObject({
    /** Of whole programmes: points x weeks within the year / weeks of a programme. */
    points: z.number(),
    placed: z.int().min(0),
    /** At the end of each week: how many have been placed, are there (those of earlier years left out), and wait. */
    placedByWeek: byWeek,
    thereByWeek: byWeek,
    waitingByWeek: byWeek,
  })
  .readonly();

export const runSchema = z
  .strictObject({
    run: z.int().min(0),
    /** How many came, those who waited at the start among them. */
    people: z.int().min(0),
    /** No year of starts is worth more. */
    limit: z.number(),
    /** Of `hindsight`: the best way of living the year that was found, with what is known afterwards or without. */
    policies: z.record(z.enum(policyNames), lived).readonly(),
  })
  .readonly();

export type Lived = z.infer<typeof lived>;
export type Run = z.infer<typeof runSchema>;
