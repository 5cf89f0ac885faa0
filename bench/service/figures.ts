/** What the measuring of the service comes to: the format of bench/results/service.json, and each figure in a line. */
import { z } from 'zod';
import { resultsSchema } from '../harness/outcome.ts';
import { seconds } from '../harness/summary.ts';

const { machine, versions, suite, command, measuredOn } = resultsSchema.shape;

/** Of one kind of question. Milliseconds count from when each was due, so that one that had to wait is not made to look fast. */
const answers = z.object({
  asked: z.int(),
  /** Those that were neither answered with success nor told to come back later. */
  failed: z.int(),
  /** Told to come back later: 429 or 503. */
  refused: z.int(),
  perSecond: z.number(),
  medianMs: z.number(),
  p99Ms: z.number(),
  mostMs: z.number(),
});
export type Answers = z.infer<typeof answers>;

const asking = z.object({
  what: z.string(),
  /** At `rate` questions a second. */
  steady: answers,
  /** As many as are answered, 16 at a time. */
  flat: answers,
  /** Whether the solve beside still ran when these had been answered. */
  solving: z.boolean(),
});
export type Asking = z.infer<typeof asking>;

export const serviceResults = z.object({
  format: z.literal('resursutbyte/bench-service@1'),
  suite,
  command,
  measuredOn,
  machine,
  versions,
  participants: z.int(),
  /** A second. */
  rate: z.number(),
  import: z.object({
    megabytes: z.number(),
    previewMs: z.number(),
    confirmMs: z.number(),
    /** Of the service's process, its threads included, from its start; null where the system does not tell. */
    peakMb: z.number().nullable(),
  }),
  proposalMs: z.number(),
  asking: z.array(asking),
});
export type ServiceResults = z.infer<typeof serviceResults>;

export function importLine({ megabytes, previewMs, confirmMs, peakMb }: ServiceResults['import']): string {
  const memory = peakMb === null ? 'memory not known' : `peak ${peakMb} MB`;
  return `${seconds(previewMs + confirmMs)} s (preview ${seconds(previewMs)}, confirm ${seconds(confirmMs)}), ${megabytes} MB sent, ${memory}`;
}

export function askingLine({ what, steady, flat, solving }: Asking, rate: number): string {
  const alone = solving ? '' : ', the solve had ended';
  return `${what}: p99 ${Math.round(steady.p99Ms)} ms at ${rate}/s${faults(steady)}; at most ${Math.round(flat.perSecond)}/s${faults(flat)}${alone}`;
}

/** Whatever was not an answer, in words; empty where all were. */
export function faults({ asked, failed, refused }: Answers): string {
  const parts = [...(failed > 0 ? [`${failed} failed`] : []), ...(refused > 0 ? [`${refused} refused`] : [])];
  return parts.length === 0 ? '' : ` (of ${asked}: ${parts.join(', ')})`;
}
