/** What comes of a solve, and of a whole run: the format of bench/results. */
import { z } from 'zod';

const answered = {
  ms: z.number(),
  /** Peak resident memory while solving, in MB; all of the process where the system cannot tell them apart. */
  peakMb: z.number(),
  objective: z.number(),
  bound: z.number(),
  certifiedBound: z.number(),
  gap: z.number(),
  certifiedGap: z.number(),
  /** Of a minimum's costs: what the assignment costs, and the least that any can. */
  cost: z.tuple([z.number(), z.number()]).exactOptional(),
  proof: z.enum(['prices', 'cuts', 'tree', 'engine']),
  stopped: z.enum(['gap', 'work', 'time', 'signal', 'exhausted']),
};

const outcomeSchema = z.discriminatedUnion('status', [
  /** The goal is reached, and the certificate says so; its time counts. */
  z.object({ status: z.literal('reached'), ...answered }),
  /** A true answer that is not as good as the goal. */
  z.object({ status: z.literal('missed'), ...answered }),
  /** An assignment that breaks hard rows, and says so. */
  z.object({ status: z.literal('infeasible'), ms: z.number(), why: z.string() }),
  /** No assignment. */
  z.object({ status: z.literal('none'), ms: z.number(), why: z.string() }),
  /** Ended from outside, long after its time limit. */
  z.object({ status: z.literal('timeout'), ms: z.number() }),
  /** What it says is not true; its time does not count. */
  z.object({ status: z.literal('rejected'), why: z.string() }),
  z.object({ status: z.literal('failed'), why: z.string() }),
  /** A peer that is not installed. */
  z.object({ status: z.literal('absent'), why: z.string() }),
]);

export type Outcome = z.infer<typeof outcomeSchema>;

/** Milliseconds, and the objective and bound that the engine has by its own word. */
const tracePoint = z.tuple([z.number(), z.number().nullable(), z.number().nullable()]);
export type TracePoint = z.infer<typeof tracePoint>;

const sizeSchema = z.object({
  participants: z.int(),
  options: z.int(),
  constraints: z.int(),
  uses: z.int(),
});

/** What the process of a case reports. */
export const reportSchema = z.object({
  size: sizeSchema,
  cold: outcomeSchema,
  warm: z.array(outcomeSchema),
  trace: z.array(tracePoint),
});

export type CaseReport = z.infer<typeof reportSchema>;

const caseResult = z.object({
  instance: z.string(),
  engine: z.string(),
  goal: z.string(),
  withinMs: z.number().nullable(),
  timeLimitMs: z.number(),
  size: sizeSchema.nullable(),
  cold: z.array(outcomeSchema),
  warm: z.array(outcomeSchema),
  trace: z.array(tracePoint),
});

export type CaseResult = z.infer<typeof caseResult>;

const machine = z.object({
  cores: z.int(),
  model: z.string(),
  memoryGb: z.number(),
  platform: z.string(),
  /** How many processes wanted a core over the last minute, before the run: above 0.5 the times are others' too. */
  load: z.number(),
});

export const resultsSchema = z.object({
  format: z.literal('resursutbyte/bench@1'),
  suite: z.string(),
  command: z.string(),
  measuredOn: z.string(),
  machine,
  versions: z.record(z.string(), z.string()),
  cases: z.array(caseResult),
});

export type Results = z.infer<typeof resultsSchema>;
