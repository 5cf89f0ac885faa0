/** The primal side: the values of the basic variables, and at which bound all others stand. */
import { isBasic, personOf } from './basis.ts';
import { writeImage, writeValues } from './basis-solving.ts';
import { addTo, createSparse } from './sparse.ts';
import type { Variables } from './variables.ts';

/** Reduced costs and entries this small are rounding. */
export const SMALLEST_ENTRY = 1e-9;

/** A variable that is not basic moves. */
export function moveBy({ basis, image, value }: Variables, v: number, by: number): void {
  if (by === 0) return;
  writeImage(basis, v, image);
  for (let n = 0; n < image.count; n++) value[image.index[n]] -= by * image.value[image.index[n]];
}

/** A variable that is not basic moves to its other bound. */
export function flip(variables: Variables, v: number): void {
  const { high, atHigh } = variables;
  moveBy(variables, v, atHigh[v] === 1 ? -high[v] : high[v]);
  atHigh[v] = atHigh[v] === 1 ? 0 : 1;
}

/** Puts every variable that is not basic at the bound that its reduced cost asks for; 0 asks for nothing. */
export function place(variables: Variables): void {
  const { basis, reduced, atHigh, count } = variables;
  for (let v = 0; v < count; v++) {
    if (isBasic(basis, v) || Math.abs(reduced[v]) <= SMALLEST_ENTRY) continue;
    if (atHigh[v] !== (reduced[v] < 0 ? 1 : 0)) flip(variables, v);
  }
}

/** The same where many move: values come from the limits and bounds alone. */
export function placeAnew(variables: Variables): void {
  const { basis, reduced, atHigh, count } = variables;
  for (let v = 0; v < count; v++) {
    if (!isBasic(basis, v) && Math.abs(reduced[v]) > SMALLEST_ENTRY) atHigh[v] = reduced[v] < 0 ? 1 : 0;
  }
  valuesAnew(variables);
}

/** Gives a variable another upper bound, and moves it there if it stands at the old one. */
export function setHigh(variables: Variables, v: number, to: number): void {
  const { basis, high, atHigh } = variables;
  if (!isBasic(basis, v) && atHigh[v] === 1) moveBy(variables, v, to - high[v]);
  high[v] = to;
}

export function currentValue({ basis, value, atHigh, high }: Variables, v: number): number {
  return isBasic(basis, v) ? value[v] : atHigh[v] === 1 ? high[v] : 0;
}

/** The basic variables' values, from the limits and bounds alone. */
function valuesAnew({ program, basis, columns, limit, high, atHigh, value, count }: Variables): void {
  const { rows, people, firstUnplaced, firstColumn, overruns } = program;
  const rest = createSparse(rows);
  for (let i = 0; i < rows; i++) addTo(rest, i, limit[i]);
  const share = new Float64Array(people).fill(1);
  for (let v = 0; v < count; v++) {
    if (isBasic(basis, v) || atHigh[v] === 0 || high[v] === 0) continue;
    if (v < rows) rest.value[v] -= high[v];
    else if (v < firstUnplaced) {
      rest.value[v - rows] += high[v];
      for (const [i, amount] of overruns[v - rows]) rest.value[i] += amount * high[v];
    } else {
      share[personOf(basis, v)] -= high[v];
      const j = v - firstColumn;
      if (j < 0) continue;
      for (let e = columns.start[j]; e < columns.start[j + 1]; e++)
        rest.value[columns.row[e]] -= columns.amount[e] * high[v];
    }
  }
  writeValues(basis, rest, share, value);
}
