/** The settings of a solve as query parameters; they say nothing of any person, for addresses end up in logs. */
import { z } from 'zod';
import { engineNames } from '../../solver/engines/names.ts';
import type { MatchSettings } from '../matching/match.ts';

export const solveQuery = z.strictObject({
  engine: z
    .enum(['auto', ...engineNames])
    .default('auto')
    .meta({ description: 'who solves; auto chooses by size' }),
  seed: z.coerce
    .number()
    .int()
    .min(0)
    .max(2 ** 31 - 1)
    .default(0)
    .meta({ description: 'of the lottery that decides between equals' }),
  gap: z.coerce
    .number()
    .min(0)
    .max(1)
    .default(0)
    .meta({ description: 'the largest gap to stop at; 0.01 is 1 %' }),
  timeLimit: z.coerce
    .number()
    .positive()
    .optional()
    .meta({ description: 'seconds; cut to what the service allows' }),
});

export function settingsOf(
  { engine, seed, gap, timeLimit = Number.POSITIVE_INFINITY }: z.output<typeof solveQuery>,
  longestMs: number,
): MatchSettings {
  return { engine, seed, gap, timeLimitMs: Math.min(timeLimit * 1000, longestMs) };
}
