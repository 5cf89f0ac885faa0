/** What can be asked of scenarios, as it is sent; with what is left out filled in, it is the question that is kept with the run. */
import { z } from 'zod';
import { engineNames } from '../../../../solver/engines/names.ts';
import type { RunQuestion } from '../../../jobs/scenarios/question.ts';
import { readParameter } from '../../../scenarios/sweep/parameter.ts';
import { placeKinds } from '../../../scenarios/worth/place-kinds.ts';
import { yearSetting } from '../../../scenarios/year/setting.ts';
import { ordinal, word } from '../../given.ts';
import { basis } from './dependencies.ts';

/** A version of a scenario, by its number; the newest by default. */
const versionAsked = z.strictObject({ id: z.uuid(), number: ordinal.min(1).exactOptional() });

const seed = z
  .int()
  .min(0)
  .max(2 ** 31 - 1)
  .default(0);

/** A gap is wide enough to be solved quickly and narrow beside what is asked. */
const solving = (gap: number) => ({
  ...basis,
  engine: z.enum(['auto', ...engineNames]).default('auto'),
  /** Of the lottery that decides between equals. */
  seed,
  /** The largest gap to stop at, in each problem; 0.01 is 1 %. */
  gap: z.number().min(0).max(1).default(gap),
  /** Seconds that each problem may be solved for. */
  timeLimit: z.number().positive().max(86_400).default(600),
});

/** Points at most: some minutes on one worker. */
const MOST_POINTS = 2_000;

const parameter = word.refine((written) => readParameter(written).status === 'read', {
  message: 'KEY=FROM:TO:STEP or KEY=A,B,C; keys: equity, policy.FIELD, seats.PLACE, sfi.GROUP, evening.GROUP',
});

function pointsIn(over: readonly string[]): number {
  return over.map(readParameter).reduce((points, reading) => {
    return points * (reading.status === 'read' ? reading.parameter.values.length : 0);
  }, 1);
}

export const runBody = z.discriminatedUnion('kind', [
  z
    .strictObject({ kind: z.literal('run'), scenarios: z.array(versionAsked).max(20), ...solving(0) })
    .describe('Scenarios beside today and beside what would be done by hand'),
  z
    .strictObject({
      kind: z.literal('worth'),
      of: z
        .array(z.enum(placeKinds))
        .min(1)
        .max(placeKinds.length)
        .default([...placeKinds]),
      ...solving(0.0001),
    })
    .describe('What one more place is worth'),
  z
    .strictObject({
      kind: z.literal('sweep'),
      over: z
        .array(parameter)
        .min(1)
        .max(2)
        .refine((over) => pointsIn(over) <= MOST_POINTS, { message: `at most ${MOST_POINTS} points` }),
      ...solving(0.001),
    })
    .describe('Curves along one or two numbers'),
  z
    .strictObject({
      kind: z.literal('capacity'),
      /** The share to place; null for all who can be placed. */
      share: z.number().min(0).max(1).nullable().default(null),
      /** The most new seats in one place. */
      mostSeats: z.int().min(0).max(1000).default(3),
      /** Whose teams and SFI groups may open; a twin of each there is where none is named. */
      candidates: versionAsked.exactOptional(),
      ...solving(0),
    })
    .describe('The cheapest room that suffices'),
  z
    .strictObject({
      kind: z.literal('simulate'),
      ...basis,
      seed,
      /** How many years are drawn. */
      seeds: z.int().min(1).max(2_000).default(100),
      setting: yearSetting.prefault({}),
    })
    .describe('The year ahead, many times over'),
]);

export type RunBody = z.infer<typeof runBody>;
export type VersionAsked = z.infer<typeof versionAsked>;

/** The versions of scenarios that are asked about. */
export function versionsIn(body: RunBody): readonly VersionAsked[] {
  if (body.kind === 'run') return body.scenarios;
  return body.kind === 'capacity' && body.candidates !== undefined ? [body.candidates] : [];
}

/** Units of work for one problem of many, and for one that much hangs on: some seconds, and a minute. */
const WORK_EACH = 300;
const MOST_WORK = 6_000;

export function questionOf(body: RunBody, longestSolveMs: number): RunQuestion {
  if (body.kind === 'simulate') {
    const { kind, seed, seeds, setting } = body;
    return { kind, seed, seeds, setting };
  }
  const { engine, seed, gap } = body;
  const timeLimitMs = Math.min(body.timeLimit * 1000, longestSolveMs);
  const how = { engine, seed, gap, timeLimitMs };
  switch (body.kind) {
    case 'run':
      return { kind: body.kind, ...how, workLimit: MOST_WORK };
    case 'worth':
      return { kind: body.kind, ...how, workLimit: WORK_EACH, of: body.of };
    case 'sweep':
      return { kind: body.kind, ...how, workLimit: WORK_EACH, over: body.over };
    case 'capacity': {
      const { kind, share, mostSeats } = body;
      return { kind, ...how, workLimit: MOST_WORK, share, mostSeats };
    }
  }
}
