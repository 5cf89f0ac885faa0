/**
 * The row of the variable that leaves the basis, at every variable that it touches, and who could enter in its place.
 * Cost: the entries of the rows that it is made of.
 */
import { isBasic, personOf } from './basis.ts';
import { writeRow } from './basis-solving.ts';
import type { Program } from './program.ts';
import { addTo, clear, createSparse, type Sparse } from './sparse.ts';
import { SMALLEST_ENTRY } from './values.ts';
import type { Variables } from './variables.ts';

export interface LeavingRow {
  /** Its weights of the scaled rows, and of the participants' ones. */
  readonly ofRows: Sparse;
  readonly ofPeople: Sparse;
  readonly entries: Sparse;
  /** The variable misses its bound by so much: below 0 with sign -1, above its upper one with 1. */
  miss: number;
  sign: 1 | -1;
  /** Those that could enter: the first `able` of these; and how large their entry is. */
  readonly candidate: Int32Array;
  able: number;
  readonly size: Float64Array;
}

export function createLeavingRow({ rows, people }: Program, variables: number): LeavingRow {
  return {
    ofRows: createSparse(rows),
    ofPeople: createSparse(people),
    entries: createSparse(variables),
    miss: 0,
    sign: 1,
    candidate: new Int32Array(variables),
    able: 0,
    size: new Float64Array(variables),
  };
}

/** Writes the row of a variable that misses a bound, and its candidates. */
export function writeLeavingRow(variables: Variables, leaving: number, into: LeavingRow): void {
  const { basis, value, high, atHigh } = variables;
  const { entries, candidate, size } = into;
  const isBelow = value[leaving] < 0;
  const sign = isBelow ? -1 : 1;
  writeEntries(variables, leaving, into);
  let able = 0;
  for (let n = 0; n < entries.count; n++) {
    const v = entries.index[n];
    if (high[v] === 0 || isBasic(basis, v)) continue;
    const signed = sign * entries.value[v];
    if (atHigh[v] === 1 ? signed > -SMALLEST_ENTRY : signed < SMALLEST_ENTRY) continue;
    size[v] = Math.abs(signed);
    candidate[able++] = v;
  }
  into.sign = sign;
  into.miss = isBelow ? -value[leaving] : value[leaving] - high[leaving];
  into.able = able;
}

/** Writes the row of a basic variable. */
export function writeEntries({ program, basis, columns }: Variables, v: number, into: LeavingRow): void {
  const { ofRows, ofPeople, entries } = into;
  const { rows, firstUnplaced, firstColumn, penalty, overrunsIn } = program;
  const { byRowStart, byRowColumn, byRowAmount, person, personStart, byPerson } = columns;
  clear(entries);
  clear(ofPeople);
  writeRow(basis, v, ofRows);
  for (let n = 0; n < ofRows.count; n++) {
    const i = ofRows.index[n];
    const by = ofRows.value[i];
    if (by === 0) continue;
    addTo(entries, i, by);
    if (penalty[i] !== Number.POSITIVE_INFINITY) addTo(entries, rows + i, -by);
    for (const [soft, amount] of overrunsIn[i]) addTo(entries, rows + soft, -by * amount);
    for (let e = byRowStart[i]; e < byRowStart[i + 1]; e++) {
      const j = byRowColumn[e];
      addTo(entries, firstColumn + j, by * byRowAmount[e]);
      addTo(ofPeople, person[j], 0);
    }
  }
  const own = personOf(basis, v);
  if (own >= 0 && basis.keys[own] === v) addTo(ofPeople, own, 1);
  for (let n = 0; n < ofPeople.count; n++) {
    const p = ofPeople.index[n];
    const by = ofPeople.value[p] - entries.value[basis.keys[p]];
    if (by === 0) continue;
    addTo(entries, firstUnplaced + p, by);
    for (let i = personStart[p]; i < personStart[p + 1]; i++) addTo(entries, firstColumn + byPerson[i], by);
  }
}
