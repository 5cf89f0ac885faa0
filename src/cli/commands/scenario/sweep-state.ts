/** The strands of a sweep that are done, in a file, so that the sweep can be taken up where it was interrupted. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Failure } from '../../../errors.ts';
import { type SweepPoint, sweepSchema } from '../../../scenarios/sweep/sweep-format.ts';
import { writeOutput } from '../../write-output.ts';

const stateSchema = z.strictObject({
  format: z.literal('resursutbyte/sweep-state@1'),
  /** What all strands hang on: another question has another key, and its strands are no use. */
  key: z.string(),
  strands: z.record(z.string(), z.array(sweepSchema.shape.points.element)),
});

export interface SweepState {
  readonly points: (strand: number) => readonly SweepPoint[] | undefined;
  /** Keeps a strand, in the file too where there is one. */
  readonly keep: (strand: number, points: readonly SweepPoint[]) => Promise<Failure | null>;
}

/** What a file holds for this key; nothing where it is not there, not readable, or about something else. */
export async function openSweepState(path: string | null, key: string): Promise<SweepState> {
  const done = new Map<number, readonly SweepPoint[]>();
  const text = path === null ? null : await readFile(path, 'utf8').catch(() => null);
  const known = stateSchema.safeParse(text === null ? null : parsed(text));
  if (known.success && known.data.key === key)
    for (const [strand, points] of Object.entries(known.data.strands)) done.set(Number(strand), points);
  return {
    points: (strand) => done.get(strand),
    keep: async (strand, points) => {
      done.set(strand, points);
      if (path === null) return null;
      const strands = Object.fromEntries([...done].sort(([a], [b]) => a - b));
      return writeOutput(path, [JSON.stringify({ format: 'resursutbyte/sweep-state@1', key, strands })]);
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
