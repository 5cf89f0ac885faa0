import { z } from 'zod';

/**
 * resursutbyte/explanation@1: why one participant got what a proposal gives, what else there was and what it would cost others, and,
 * where a team is asked about, why not that team.
 */
export const EXPLANATION_FORMAT = 'resursutbyte/explanation@1';

const text = { sv: z.string(), en: z.string() };
const place = { team: z.string(), unit: z.string(), sfiGroup: z.string(), points: z.int() };
const term = z.strictObject({ term: z.string(), points: z.int(), most: z.int(), ...text });

/** What a place takes from others, by the prices of the proof. */
const cost = z.strictObject({ constraint: z.string(), points: z.number(), ...text });

const alternative = z.strictObject({
  ...place,
  /** Its points less those of what is proposed (0 for no place). */
  difference: z.int(),
  /** What its seats are worth to others, in points. */
  seatPrice: z.number(),
  costs: z.array(cost),
});

const move = z.strictObject({
  participant: z.string(),
  from: z.strictObject(place).nullable(),
  to: z.strictObject(place).nullable(),
});

const teamAnswer = z.discriminatedUnion('verdict', [
  z.strictObject({ verdict: z.literal('proposed'), team: z.string(), ...text }),
  /** A rule says no, to the team as such or to every SFI group with it. */
  z.strictObject({
    verdict: z.literal('excluded'),
    team: z.string(),
    rules: z.array(z.strictObject({ rule: z.string(), ...text })),
    ...text,
  }),
  /** The whole proposal would lose between `least` and `most` points, and these people would move. */
  z.strictObject({
    verdict: z.literal('possible'),
    team: z.string(),
    loss: z.strictObject({ least: z.number(), most: z.number() }),
    moves: z.array(move),
    ...text,
  }),
  /** Others' demands stand against it. */
  z.strictObject({
    verdict: z.literal('conflict'),
    team: z.string(),
    clash: z.array(z.strictObject({ constraint: z.string(), ...text })),
    ...text,
  }),
  z.strictObject({ verdict: z.literal('unknown'), team: z.string(), ...text }),
]);

export const explanationSchema = z.strictObject({
  format: z.literal(EXPLANATION_FORMAT),
  participant: z.string(),
  place: z.strictObject({ ...place, terms: z.array(term) }).nullable(),
  /** Why there is no place, and what would change that. */
  reason: z.strictObject({ code: z.string(), ...text, change: z.strictObject(text) }).nullable(),
  /** The best place at each other team, best first as the whole proposal sees it. */
  alternatives: z.array(alternative),
  team: teamAnswer.nullable(),
  /** What withholding the background would change, so that consent is given, or not, in full knowledge. */
  withholding: z.discriminatedUnion('status', [
    z.strictObject({ status: z.literal('not_used') }),
    z.strictObject({
      status: z.literal('used'),
      teamsLost: z.int(),
      teamsWithFewerPoints: z.int(),
      mostPointsLost: z.int(),
    }),
  ]),
});

export type Explanation = z.infer<typeof explanationSchema>;
export type Place = Pick<Explanation['alternatives'][number], 'team' | 'unit' | 'sfiGroup' | 'points'>;
export type Alternative = z.infer<typeof alternative>;
export type TeamAnswer = z.infer<typeof teamAnswer>;
