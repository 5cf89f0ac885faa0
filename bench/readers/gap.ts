/**
 * Generalised assignment as OR-Library writes it: agents m and items n, m rows of n costs, m rows of n amounts, m
 * capacities. An item is a participant, an agent a hard constraint.
 *
 * Every item must be assigned, which no row demands: one more item placed is worth more than all that the others could
 * save by it, since points are (n x the largest cost + 1) - cost.
 */
import { createProblemBuilder } from '../../solver/builder.ts';
import { demandLength, type Minimum, numbersOf } from './minimum.ts';

export function readGap(text: string, file: string): Minimum {
  const numbers = numbersOf(text, file);
  const [agents, items] = numbers;
  const cells = agents * items;
  demandLength(numbers, 2 + 2 * cells + agents, file);
  const costs = numbers.slice(2, 2 + cells);
  const amounts = numbers.slice(2 + cells, 2 + 2 * cells);
  const capacities = numbers.slice(2 + 2 * cells);
  const placed = items * Math.max(...costs) + 1;
  const builder = createProblemBuilder();
  const rows = capacities.map((capacity, agent) => builder.constraint(`agent:${agent}`, capacity));
  for (let item = 0; item < items; item++) {
    const participant = builder.participant(`item:${item}`);
    rows.forEach((row, agent) => {
      const cell = agent * items + item;
      builder.option(participant, placed - costs[cell]);
      builder.use(row, amounts[cell]);
    });
  }
  return { problem: builder.build(), free: items * placed };
}
