/** resursutbyte/simulation@1: what the simulated years came to. The same setting, region and seed give the same bytes. */
import { z } from 'zod';
import { policyNames } from './policy-names.ts';
import { yearSetting } from './setting.ts';

export const SIMULATION_FORMAT = 'resursutbyte/simulation@1';

const interval = z.tuple([z.number(), z.number()]);
const estimate = z.strictObject({ mean: z.number(), interval });
const text = z.strictObject({ sv: z.string(), en: z.string() });
const names = z.enum(policyNames);

/** Per week, over the runs: the values that 5 %, half and 95 % of them do not exceed. */
const band = z.strictObject({
  low: z.array(z.number()),
  median: z.array(z.number()),
  high: z.array(z.number()),
});

const bands = z.strictObject({ placed: band, there: band, waiting: band });

const policyResult = z.strictObject({
  /** Points of whole programmes in the year; of `hindsight` the limit that no policy can pass. */
  meanPoints: z.number(),
  interval,
  /** How many are placed in the year, on average; of `hindsight` in a plan that could have been lived. */
  placed: z.number(),
  placedInterval: interval,
  /** Of the limit, per run. */
  share: estimate,
  bands,
});

export const simulationSchema = z.strictObject({
  format: z.literal(SIMULATION_FORMAT),
  /** The region's name. */
  region: z.string(),
  setting: yearSetting,
  seed: z.int(),
  seeds: z.int().min(1),
  /** People a year, those who waited at the start among them, on average. */
  people: z.number(),
  policies: z.record(names, policyResult),
  /** A plan made in hindsight: what is best with everything known lies between its points and the limit. */
  hindsightPlan: estimate,
  /** Differences of shares, run by run. */
  ahead: z.strictObject({
    batchOverGreedy: estimate,
    pricedOverGreedy: estimate,
    pricedOverBatch: estimate,
  }),
  conclusion: text,
});

export type Simulation = z.infer<typeof simulationSchema>;
