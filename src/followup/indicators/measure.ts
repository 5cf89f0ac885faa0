/** Counts what an indicator asks for among people: who is in the denominator, the numerator, or unknown, by place in the list of cases. */
import { type Case, dayOf } from '../case.ts';
import { amountOf } from './amount.ts';
import type { Indicator } from './indicator-format.ts';
import { judge } from './judge.ts';

type Counts = Indicator['counts'];
export type PeopleCounts = Extract<Counts, { readonly kind: 'share' | 'median' }>;

/** Places in the list of cases, ascending. */
export type Places = readonly number[];

export interface Measured {
  readonly denominator: Places;
  /** Who meets the numerator; of a median everybody whose amount is known. */
  readonly numerator: Places;
  /** Of whom it is not known whether they do. */
  readonly unknown: Places;
  /** Of a median the amounts, one for each of `numerator`. */
  readonly amounts: readonly number[];
}

/** The people of a share or a median. Somebody of whom it is not known whether they belong to the denominator is not in it. */
export function measure(counts: PeopleCounts, cases: readonly Case[]): Measured {
  const denominator: number[] = [];
  const numerator: number[] = [];
  const unknown: number[] = [];
  const amounts: number[] = [];
  cases.forEach((known, place) => {
    if (!inPeriod(counts.period, known) || judge(counts.denominator, known) !== 'yes') return;
    denominator.push(place);
    if (counts.kind === 'share') {
      const answer = judge(counts.numerator, known);
      if (answer === 'yes') numerator.push(place);
      if (answer === 'unknown') unknown.push(place);
      return;
    }
    const amount = amountOf(known, counts.amount);
    if (amount === null) unknown.push(place);
    else {
      numerator.push(place);
      amounts.push(amount);
    }
  });
  return { denominator, numerator, unknown, amounts };
}

/** The same people by group, one entry for each of so many groups and a last one for those who belong to none (-1). One pass. */
export function divide(measured: Measured, groupOf: readonly number[], groups: number): readonly Measured[] {
  const parts = Array.from({ length: groups + 1 }, emptyPart);
  const partOf = (place: number) => parts[groupOf[place] < 0 ? groups : groupOf[place]];
  for (const place of measured.denominator) partOf(place).denominator.push(place);
  for (const place of measured.unknown) partOf(place).unknown.push(place);
  measured.numerator.forEach((place, index) => {
    partOf(place).numerator.push(place);
    if (index < measured.amounts.length) partOf(place).amounts.push(measured.amounts[index]);
  });
  return parts;
}

function inPeriod(period: PeopleCounts['period'], known: Case): boolean {
  if (period === null) return true;
  const day = dayOf(known, period.of);
  return day !== null && day >= period.from && day <= period.to;
}

interface Part extends Measured {
  readonly denominator: number[];
  readonly numerator: number[];
  readonly unknown: number[];
  readonly amounts: number[];
}

function emptyPart(): Part {
  return { denominator: [], numerator: [], unknown: [], amounts: [] };
}
