/** Outcomes side by side: the figures of each, and who gains and who loses from the first to every other. */
import { z } from 'zod';
import { differenceBetween } from '../matching/difference/difference.ts';
import type { Difference } from '../matching/difference/difference-format.ts';
import { byText } from '../matching/order.ts';
import { type Figures, figuresSchema } from './figures/figures-format.ts';
import type { Outcome } from './run-scenarios.ts';

const COMPARISON_FORMAT = 'resursutbyte/comparison@1';

const text = z.strictObject({ sv: z.string(), en: z.string() });
const count = z.int().min(0);

/** People whose points rise and fall; who is in one of the two only counts there with 0 points in the other. */
const shift = z.strictObject({
  from: text,
  to: text,
  gain: count,
  lose: count,
  same: count,
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
type Shift = z.infer<typeof shift>;
type Answered = Extract<Outcome, { status: 'answered' }>;

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

function columnOf(outcome: Outcome): Comparison['columns'][number] {
  const { name, status, changes } = outcome;
  const figures: Figures | null = status === 'answered' ? outcome.figures : null;
  return { name, status, figures, changes: changes?.summary ?? null, reasons: reasonsOf(outcome) };
}

function reasonsOf(outcome: Outcome): Comparison['columns'][number]['reasons'] {
  if (outcome.status === 'clash') {
    return outcome.faults.map(({ file, value, message }) => {
      const where = value === null ? file : `${file} (${value})`;
      return { sv: `${where}: ${message.sv}`, en: `${where}: ${message.en}` };
    });
  }
  if (outcome.status === 'answered') return [];
  return outcome.proposal.status === 'conflict'
    ? outcome.proposal.clash.map(({ sv, en }) => ({ sv, en }))
    : [{ sv: 'Inget hittades inom gränsen.', en: 'Nothing was found within the limit.' }];
}

/** Who gains and who loses from one outcome to another. */
function shiftBetween(from: Answered, to: Answered): Shift {
  const { changes, totals } = differenceBetween(from, to);
  const people = changes
    .map(({ participant, kind, points }: Difference['changes'][number]) => ({ participant, kind, points }))
    .sort((a, b) => b.points - a.points || byText(a.participant, b.participant));
  const gain = people.filter(({ points }) => points > 0).length;
  const lose = people.filter(({ points }) => points < 0).length;
  return {
    from: from.name,
    to: to.name,
    gain,
    lose,
    same: totals.unchanged + people.length - gain - lose,
    people,
  };
}
