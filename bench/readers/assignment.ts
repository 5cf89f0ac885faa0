/**
 * Linear assignment: n, then n x n costs, row by row. A row is a participant, a column a constraint with one seat.
 *
 * Everybody can take every column, so that whoever is left out always finds a free one: points only have to be above 0,
 * as (the largest cost + 1) - cost is.
 */
import { createProblemBuilder } from '../../solver/builder.ts';
import { demandLength, type Minimum, numbersOf } from './minimum.ts';

export function readAssignment(text: string, file: string): Minimum {
  const [size, ...costs] = numbersOf(text, file);
  demandLength(costs, size * size, file);
  const placed = costs.reduce((most, cost) => Math.max(most, cost)) + 1;
  const builder = createProblemBuilder();
  const columns = Array.from({ length: size }, (_, column) => builder.constraint(`column:${column}`, 1));
  for (let row = 0; row < size; row++) {
    const participant = builder.participant(`row:${row}`);
    for (const column of columns) {
      builder.option(participant, placed - costs[row * size + column]);
      builder.use(column, 1);
    }
  }
  return { problem: builder.build(), free: size * placed };
}
