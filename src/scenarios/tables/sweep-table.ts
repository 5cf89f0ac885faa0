/** A sweep as a table: a row a point. */
import type { Sweep } from '../sweep/sweep-format.ts';
import type { Table } from './table.ts';

export function sweepTable({ parameters, points, priceOfFairness }: Sweep): Table {
  return [
    [
      ...parameters.map(({ key }) => key),
      ...['status', 'objective', 'bound', 'placed', 'women_placed', 'men_placed', 'pupils_reached'],
      ...['team_seats_unused', 'fairness_least', 'fairness_most'],
    ],
    ...points.map(({ values, status, figures }, i) => [
      ...values,
      status,
      ...[figures?.objective, figures?.bound, figures?.placed].map((value) => value ?? null),
      rateOf(figures, 'woman'),
      rateOf(figures, 'man'),
      figures?.pupilsReached ?? null,
      figures?.seatsUnused ?? null,
      priceOfFairness?.[i]?.least ?? null,
      priceOfFairness?.[i]?.most ?? null,
    ]),
  ];
}

/** The share of a gender that is placed. */
export function rateOf(figures: Sweep['points'][number]['figures'], gender: 'woman' | 'man'): number | null {
  return figures?.genders.find((report) => report.gender === gender)?.rate ?? null;
}
