/** Outcomes side by side: the figures of each, and who gains and who loses from the first to every other. */
import { z } from 'zod';
import { differenceBetween } from '../matching/difference/difference.ts';
import type { Difference } from '../matching/difference/difference-format.ts';
import { byText } from '../matching/order.ts';
import { type Figures, figuresSchema } from './figures/figures-format.ts';
import { groupings, groupShifts, tally } from './group-shifts.ts';
import { faultReasons, withoutAnswer } from './reasons.ts';
import type { Outcome } from './run-scenarios.ts';

export const COMPARISON_FORMAT = 'resursutbyte/comparison@1';

const text = z.strictObject({ sv: z.string(), en: z.string() });
const count = z.int().min(0);

const shiftCounts = { gain: count, lose: count, same: count };

/** People whose points rise and fall; who is in one of the two only counts there with 0 points in the other. */
const shift = z.strictObject({
  from: text,
  to: text,
  ...shiftCounts,
  /** The same of those who have one thing in common; somebody who speaks two languages is in both. */
  groups: z.array(z.strictObject({ by: z.enum(groupings), value: z.string(), ...shiftCounts })),
  /** Pseudonyms, for the officer alone: what each gains, most first; a loss is below 0. Left out of summaries. */
  people: z.array(
    z.strictObject({ participant: z.string(), kind: z.enum(['moved', 'placed', 'lost']), points: z.int() }),
  ),
});

export const comparisonSchema = z.strictObject({
  format: z.literal(COMPARISON_FORMAT),
  region: z.string(),
  columns: z.array(
    z.strictObject({
      name: text,
      status: z.enum(['answered', 'unanswered', 'clash']),
      figures: figuresSchema.nullable(),
      /** What a scenario changes, in a sentence. */
      changes: text.nullable(),
      /** Why there are no figures. */
      reasons: z.array(text),
    }),
  ),
  shifts: z.array(shift),
});

export type Comparison = z.infer<typeof comparisonSchema>;
export type Shift = z.infer<typeof shift>;
export type Answered = Extract<Outcome, { status: 'answered' }>;

/** Compares outcomes of one region (its name), each with the first. */
export function compare(region: string, outcomes: readonly Outcome[]): Comparison {
  const [first, ...others] = outcomes.filter((outcome) => outcome.status === 'answered');
  return {
    format: COMPARISON_FORMAT,
    region,
    columns: outcomes.map(columnOf),
    shifts: first ? others.map((other) => shiftBetween(first, other)) : [],
  };
}

export function columnOf(outcome: Outcome): Comparison['columns'][number] {
  const { name, status, changes } = outcome;
  const figures: Figures | null = status === 'answered' ? outcome.figures : null;
  return { name, status, figures, changes: changes?.summary ?? null, reasons: reasonsOf(outcome) };
}

function reasonsOf(outcome: Outcome): Comparison['columns'][number]['reasons'] {
  if (outcome.status === 'clash') return faultReasons(outcome.faults);
  return outcome.status === 'answered' ? [] : withoutAnswer(outcome.proposal);
}

/** Who gains and who loses from one outcome to another. */
export function shiftBetween(from: Answered, to: Answered): Shift {
  const { changes } = differenceBetween(from, to);
  const people = changes
    .map(({ participant, kind, points }: Difference['changes'][number]) => ({ participant, kind, points }))
    .sort((a, b) => b.points - a.points || byText(a.participant, b.participant));
  const pointsOf = new Map(people.map(({ participant, points }) => [participant, points]));
  const placed = [...from.proposal.pairs, ...to.proposal.pairs].map(({ participant }) => participant);
  const everybody = [...new Set(placed)].map((id) => ({ id, points: pointsOf.get(id) ?? 0 }));
  return {
    from: from.name,
    to: to.name,
    ...tally(everybody),
    groups: groupShifts([to.region, from.region], everybody),
    people,
  };
}
