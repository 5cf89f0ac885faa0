/** A comparison as a table: one row a scenario, one column a figure. */
import type { Text } from '../../domain/text.ts';
import type { Comparison } from '../compare.ts';
import { figureRows } from '../figures/figure-rows.ts';
import type { Table } from './table.ts';

export function comparisonTable({ columns }: Pick<Comparison, 'columns'>, lang: keyof Text): Table {
  return [
    ['scenario', 'status', ...figureRows.map(({ key }) => key)],
    ...columns.map(({ name, status, figures }) => [
      name[lang],
      figures?.status ?? status,
      ...figureRows.map((row) => figures && row.value(figures)),
    ]),
  ];
}
