/** The bands of simulated years as a table: a row per policy, figure and week. */
import { policyNames } from '../year/policy-names.ts';
import type { Simulation } from '../year/result-format.ts';
import type { Table } from './table.ts';

export const bandFigures = ['placed', 'there', 'waiting'] as const;

export function simulationTable({ policies }: Simulation): Table {
  const rows = policyNames.flatMap((name) =>
    bandFigures.flatMap((figure) => {
      const { low, median, high } = policies[name].bands[figure];
      return median.map((middle, week) => [name, figure, week + 1, low[week], middle, high[week]]);
    }),
  );
  return [['policy', 'figure', 'week', 'low', 'median', 'high'], ...rows];
}
