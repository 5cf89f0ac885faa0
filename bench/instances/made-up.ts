/**
 * Seeded made-up instances of the matching problem, built in memory: the same size, seed and rows give the same problem
 * to the last bit, on any machine.
 */
import { createProblemBuilder } from '../../solver/builder.ts';
import type { Problem } from '../../solver/problem.ts';
import { drawChoices } from './choices.ts';
import { drawCountry } from './country.ts';
import { createRandom } from './random.ts';
import { addRows, type RowsKind } from './rows.ts';
import { type SizeName, sizes } from './sizes.ts';

/** The instance of a size, a seed and a kind of rows. Cost: O(people x choices); some 15 s and 700 MB for S4. */
export function buildMadeUp(size: SizeName, seed: number, rows: RowsKind): Problem {
  const random = createRandom(seed);
  const country = drawCountry(sizes[size], random);
  const builder = createProblemBuilder();
  country.people.forEach((_, i) => {
    builder.participant(`p${i}`);
  });
  const uses = addRows(builder, country, rows);
  let index = 0;
  for (const choices of drawChoices(country, random)) {
    const person = country.people[index];
    for (const choice of choices) {
      builder.option(index, choice.points, choice.team, choice.sfi);
      for (const use of uses) use(person, choice);
    }
    index++;
  }
  return builder.build();
}
