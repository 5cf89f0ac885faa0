/** The dual side: reduced costs, the bound that they prove, and the shifts that costs are given for a while. */
import { isBasic, personOf } from './basis.ts';
import { pricesOf } from './basis-solving.ts';
import type { LeavingRow } from './leaving-row.ts';
import { SMALLEST_ENTRY } from './values.ts';
import { costAt, noise, type Variables } from './variables.ts';

/** All reduced costs, or those from `from` on, from the costs alone. */
export function reducedAnew(variables: Variables, from = 0): void {
  const { basis, cost, shift, reduced, count } = variables;
  const prices = pricesOf(basis, (v) => cost[v] + shift[v]);
  const keyCost = Float64Array.from(basis.keys, (key) => costAt(variables, prices, key));
  for (let v = from; v < count; v++) {
    const p = personOf(basis, v);
    reduced[v] = isBasic(basis, v) ? 0 : costAt(variables, prices, v) - (p < 0 ? 0 : keyCost[p]);
  }
}

/** In points, at the present reduced costs: no point of the program is worth more. */
export function boundOf({ program, limit, reduced, high, count }: Variables): number {
  const { rows, people, firstUnplaced } = program;
  let sum = 0;
  for (let i = 0; i < rows; i++) sum += limit[i] * reduced[i];
  for (let p = 0; p < people; p++) sum += reduced[firstUnplaced + p];
  for (let v = 0; v < count; v++) if (reduced[v] < 0) sum -= reduced[v] * high[v];
  return sum;
}

/** Whether prices are within [0, penalty], so that they tell the bound by themselves. */
export function isPriced({ program: { firstUnplaced }, reduced, high }: Variables): boolean {
  for (let v = 0; v < firstUnplaced; v++) if (reduced[v] < -SMALLEST_ENTRY && high[v] > 0) return false;
  return true;
}

export function priceOf({ basis, reduced }: Variables, i: number): number {
  return isBasic(basis, i) ? 0 : reduced[i];
}

/**
 * Prices where no variable can enter for the leaving one: out on the ray along which the bound falls for ever, so far that it
 * is below `least`.
 */
export function pricesOnRay(variables: Variables, row: LeavingRow, least: number): Float64Array {
  const { program, reduced, high } = variables;
  const { sign, candidate, able, size } = row;
  let slope = row.miss;
  let last = 0;
  for (let k = 0; k < able; k++) {
    const v = candidate[k];
    slope -= size[v] * high[v];
    last = Math.max(last, Math.abs(reduced[v]) / size[v]);
  }
  const wanted = Number.isFinite(least) ? Math.max(0, boundOf(variables) - least + 1) : 0;
  const theta = sign * (last + wanted / slope);
  return Float64Array.from(
    { length: program.rows },
    (_, i) => priceOf(variables, i) - theta * row.ofRows.value[i],
  );
}

/** Moves every reduced cost a little away from 0, for a while; another time, otherwise. */
export function perturb({ basis, atHigh, shift, reduced, count }: Variables, time: number): void {
  for (let v = 0; v < count; v++) {
    if (isBasic(basis, v)) continue;
    const by = (atHigh[v] === 1 ? -1 : 1) * noise(v + time);
    shift[v] += by;
    reduced[v] += by;
  }
}
