/**
 * When people came and got their permits. The months follow the real monthly asylum applications; how long the permit
 * took, and the day in the month, are drawn.
 */
import type { Random } from './random.ts';
import { asylumMonths } from './sources.ts';

export interface ArrivalWindow {
  /** First and last month of arrival, YYYY-MM. */
  readonly from: string;
  readonly to: string;
  /** Months from arrival to permit, least and most. */
  readonly permitAfter: readonly [number, number];
  /** All permits are from before this month. */
  readonly permitsBefore: string;
}

/** Draws a day of arrival and of the permit. A month outside the source's years has the mean of that month over the years. */
export function arrivals(window: ArrivalWindow): (chance: Random) => {
  arrived_on: string;
  permit_date: string;
} {
  const months: { readonly month: string; readonly applications: number }[] = [];
  for (let month = window.from; month <= window.to; month = monthsLater(month, 1)) {
    months.push({ month, applications: applicationsIn(month) });
  }
  const [soonest, latest] = window.permitAfter;
  return (chance) => {
    const { month } = chance.weighted(months, ({ applications }) => applications);
    const wait = chance.whole(
      soonest,
      Math.min(latest, monthNumber(window.permitsBefore) - monthNumber(month) - 1),
    );
    return {
      arrived_on: `${month}-${twoDigits(chance.whole(1, 28))}`,
      permit_date: `${monthsLater(month, wait)}-${twoDigits(chance.whole(1, 28))}`,
    };
  };
}

function applicationsIn(month: string): number {
  const known = asylumMonths.find((row) => row.month === month);
  if (known !== undefined) return known.applications;
  const same = asylumMonths.filter((row) => row.month.slice(5) === month.slice(5));
  return same.reduce((sum, row) => sum + row.applications, 0) / same.length;
}

function monthsLater(month: string, months: number): string {
  const since = monthNumber(month) + months;
  return `${Math.floor(since / 12)}-${twoDigits((since % 12) + 1)}`;
}

function monthNumber(month: string): number {
  const [year, number] = month.split('-').map(Number);
  return year * 12 + number - 1;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
