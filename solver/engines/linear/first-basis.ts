/**
 * The first basis, from prices that are good already (a crash basis): each participant's best option is their key, and
 * options of small loss stand for the rows with a price, so that these are tight. Costs are then shifted for a while so that
 * exactly these prices belong to it.
 */
import { isBasic, personOf } from './basis.ts';
import { enter, resetBasis } from './basis-change.ts';
import { createSparse } from './sparse.ts';
import { placeAnew } from './values.ts';
import { costAt, type Variables } from './variables.ts';

/** An entry that a column needs to enter; a price that makes a row tight. */
const LEAST_PIVOT = 0.1;
const LEAST_PRICE = 1e-6;

/** Sets the basis of new variables, at prices per row and what each participant's best is worth at them. */
export function startFrom(variables: Variables, prices: Float64Array, best: Float64Array): void {
  const { program, basis, columns, shift, reduced, count } = variables;
  const { rows, people, firstUnplaced, firstColumn } = program;
  const worth = Float64Array.from(
    { length: columns.count },
    (_, j) => -costAt(variables, prices, firstColumn + j),
  );
  const keys = Int32Array.from({ length: people }, (_, p) => firstUnplaced + p);
  const most = new Float64Array(people);
  for (let j = 0; j < columns.count; j++) {
    const p = columns.person[j];
    if (worth[j] <= most[p]) continue;
    most[p] = worth[j];
    keys[p] = firstColumn + j;
  }
  resetBasis(basis, keys);
  const loss = worth.map((points, j) => best[columns.person[j]] - points);
  const order = Int32Array.from(loss.keys()).sort((a, b) => loss[a] - loss[b] || a - b);
  const open = Uint8Array.from(prices, (price) => (price > LEAST_PRICE ? 1 : 0));
  const scratch = createSparse(rows);
  let left = open.reduce((sum, is) => sum + is, 0);
  for (const j of order) {
    if (left === 0) break;
    if (!isBasic(basis, firstColumn + j) && enter(basis, firstColumn + j, open, LEAST_PIVOT, scratch)) left--;
  }
  for (let v = 0; v < count; v++) {
    const p = personOf(basis, v);
    reduced[v] = costAt(variables, prices, v) + (p < 0 ? 0 : best[p]);
    if (!isBasic(basis, v)) continue;
    shift[v] = -reduced[v];
    reduced[v] = 0;
  }
  placeAnew(variables);
}
