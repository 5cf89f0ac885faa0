/** The cheapest plan and the next best ones as a table: a row an opening. */
import type { Capacity, Plan } from '../capacity/capacity-format.ts';
import type { Table } from './table.ts';

export function capacityTable({ plan, alternatives }: Capacity): Table {
  const rows = (name: string, one: Plan | null): Table =>
    (one?.openings ?? []).map(({ kind, id, count, cost }) => [name, kind, id, count, cost]);
  return [
    ['plan', 'kind', 'id', 'count', 'cost'],
    ...rows('cheapest', plan),
    ...alternatives.flatMap(({ without, plan: other }) =>
      rows(`without ${without.kind} ${without.id}`, other),
    ),
  ];
}
