/** What can be asked of scenarios, as it is kept with a run: with the seed and how it is to be solved, so that the same question gets the same bytes. */
import { z } from 'zod';
import { engineNames } from '../../../solver/engines/names.ts';
import { readParameter } from '../../scenarios/sweep/parameter.ts';
import { strandsOf } from '../../scenarios/sweep/strands.ts';
import { placeKinds } from '../../scenarios/worth/place-kinds.ts';
import { yearSetting } from '../../scenarios/year/setting.ts';

const solving = {
  engine: z.enum(['auto', ...engineNames]),
  /** The largest gap to stop at, in each problem. */
  gap: z.number().min(0).max(1),
  seed: z
    .int()
    .min(0)
    .max(2 ** 31 - 1),
  /** Of each problem. Where the engine counts its work, that ends it first, so that no clock decides what comes out. */
  timeLimitMs: z.number().positive(),
  workLimit: z.number().positive(),
};

export const runQuestion = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('run'), ...solving }),
  z.strictObject({ kind: z.literal('worth'), ...solving, of: z.array(z.enum(placeKinds)).min(1) }),
  z.strictObject({ kind: z.literal('sweep'), ...solving, over: z.array(z.string()).min(1).max(2) }),
  z.strictObject({
    kind: z.literal('capacity'),
    ...solving,
    share: z.number().min(0).max(1).nullable(),
    mostSeats: z.int().min(0),
  }),
  z.strictObject({
    kind: z.literal('simulate'),
    seed: solving.seed,
    seeds: z.int().min(1),
    setting: yearSetting,
  }),
]);

export type RunQuestion = z.infer<typeof runQuestion>;
type RunKind = RunQuestion['kind'];
export type QuestionOf<Kind extends RunKind> = Extract<RunQuestion, { kind: Kind }>;

/** Years a part: few enough to see it move. */
const YEARS_A_PART = 4;
/** So many parts of all places: they are alike, and each takes some seconds at most. */
const PARTS_OF_WORTH = 16;

/** The parameters of a sweep; a question that is kept has been read before. */
export function parametersOf({ over }: Pick<QuestionOf<'sweep'>, 'over'>) {
  return over.map((written) => {
    const reading = readParameter(written);
    if (reading.status === 'refused') throw new Error('a sweep over what cannot be read');
    return reading.parameter;
  });
}

/** The years of a part of a simulation: first <= year < last. */
export function yearsOf(
  { seeds }: Pick<QuestionOf<'simulate'>, 'seeds'>,
  part: number,
): { readonly first: number; readonly last: number } {
  return { first: part * YEARS_A_PART, last: Math.min(seeds, (part + 1) * YEARS_A_PART) };
}

/** In how many parts, which know nothing of each other, the question is worked out; `scenarios` is how many it is about. */
export function partsOf(question: RunQuestion, scenarios: number): number {
  switch (question.kind) {
    case 'run':
      return scenarios + 1;
    case 'worth':
      return PARTS_OF_WORTH;
    case 'sweep':
      return strandsOf(parametersOf(question)).length;
    case 'capacity':
      return 1;
    case 'simulate':
      return Math.ceil(question.seeds / YEARS_A_PART);
  }
}
