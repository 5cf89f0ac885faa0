/** learning@1: what a model learnt from past outcomes, how far it can be trusted, and what it means for women and men; or how many people are missing. */
import { z } from 'zod';
import { chanceModel } from '../../domain/learnt-chance.ts';
import { date } from '../../domain/tables/cells.ts';
import { textSchema } from '../indicators/indicator-format.ts';
import { learningSwitchSchema } from '../settings-format.ts';

const share = z.number().min(0).max(1);
const of = {
  outcome: z.enum(['completed', 'self-support']),
  /** People whose outcome is known, and how many it takes. */
  have: z.int(),
  needed: z.int(),
  sentences: z.array(textSchema),
};

const declined = z.strictObject({ status: z.literal('declined'), ...of });

const learnt = z.strictObject({
  status: z.literal('learnt'),
  ...of,
  /** By how much the odds are multiplied for one standard deviation more of a feature. */
  features: z.array(z.strictObject({ name: textSchema, oddsRatio: z.number().positive() })),
  /** Mean squared miss for people whom the model has not seen, and the same for telling everybody the overall share: 0 is perfect. */
  brier: z.number(),
  brierWithoutModel: z.number(),
  /** Fifths by the chance foretold. `happened` and its interval of 95 % are null where one of them would tell of fewer than five people. */
  calibration: z.array(
    z.strictObject({
      foretold: share,
      happened: share.nullable(),
      interval: z.tuple([share, share]).nullable(),
      size: z.int(),
    }),
  ),
  /** Women, then men; nobody where one of them are few. */
  effect: z.array(
    z.strictObject({
      gender: z.enum(['woman', 'man']),
      size: z.int(),
      foretold: share,
      happened: share,
      /** Of them, among the half of all with the best chances: 0.5 where the model favours nobody. */
      inBetterHalf: share,
    }),
  ),
  /** Names the model and this effect, for whoever decides on them; null where it may not be turned on. */
  effectId: z.string().nullable(),
  model: chanceModel,
});

export const learningSchema = z.strictObject({
  format: z.literal('resursutbyte/learning@1'),
  asOf: date,
  outcomes: z.array(z.discriminatedUnion('status', [declined, learnt])),
  /** The latest decision about the chance of completing; null where nobody has decided. */
  decision: learningSwitchSchema.nullable(),
});
export type LearningAnswer = z.infer<typeof learningSchema>;
export type LearntAnswer = LearningAnswer['outcomes'][number];
