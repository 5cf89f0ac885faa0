/**
 * indicator@1: a figure that the partners have agreed to steer by, as data. An indicator is never changed: a new version is added beside the
 * old, with the day from which it is agreed, so that a report of an earlier day can be made again as it was.
 */
import { z } from 'zod';
import { date, key } from '../../domain/tables/cells.ts';
import { amountName, conditionSchema } from './condition.ts';

export const textSchema = z.strictObject({ sv: z.string().min(1), en: z.string().min(1) });

const period = z
  .strictObject({ of: z.enum(['permit', 'enrolled', 'started', 'ended']), from: date, to: date })
  .refine(({ from, to }) => from <= to, { path: ['to'] });

/** What is counted, and of whom. `population` says of what; a period keeps those whose milestone falls in it. */
const counts = z.discriminatedUnion('kind', [
  /** How many of the denominator meet the numerator. */
  z.strictObject({
    kind: z.literal('share'),
    population: z.literal('participants'),
    period: period.nullable(),
    denominator: conditionSchema,
    numerator: conditionSchema,
  }),
  /** The middle of an amount among the denominator. */
  z.strictObject({
    kind: z.literal('median'),
    population: z.literal('participants'),
    period: period.nullable(),
    denominator: conditionSchema,
    amount: amountName,
  }),
  /** Of the adults that teams want per language, how many have come. */
  z.strictObject({ kind: z.literal('language_need'), population: z.literal('adults_wanted') }),
  /** Of what partners promised, how much was delivered. */
  z.strictObject({
    kind: z.literal('commitments'),
    population: z.literal('promised'),
    of: z.enum(['seats', 'sfi_places']),
  }),
]);

export const indicatorSchema = z.strictObject({
  format: z.literal('resursutbyte/indicator@1'),
  id: key,
  version: z.int().min(1),
  name: textSchema,
  /** The partner who answers for the figure. */
  owner: key,
  agreed: z.strictObject({
    /** The partners who agreed; none where it is only proposed. */
    by: z.array(key),
    from: date,
    /** The first day on which it no longer holds. */
    until: date.optional(),
  }),
  target: z
    .strictObject({ at_least: z.number().optional(), at_most: z.number().optional() })
    .refine(({ at_least, at_most }) => (at_least === undefined) !== (at_most === undefined))
    .nullable(),
  counts,
});

export type Indicator = z.infer<typeof indicatorSchema>;

/** Of each indicator the version that holds on a day, in the order in which the ids first stand. */
export function indicatorsOn(day: string, all: readonly Indicator[]): readonly Indicator[] {
  const newest = new Map<string, Indicator | null>(all.map(({ id }) => [id, null]));
  for (const indicator of all) {
    const { id, agreed, version } = indicator;
    if (agreed.from > day || (agreed.until !== undefined && agreed.until <= day)) continue;
    if (version > (newest.get(id)?.version ?? 0)) newest.set(id, indicator);
  }
  return [...newest.values()].filter((indicator) => indicator !== null);
}
