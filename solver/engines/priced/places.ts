/**
 * The places of one side for exchanges: families of rows that hold a capacity, as whole numbers from 0, and per option
 * the one it takes; -1 where it takes none or more than one.
 */
import type { Problem } from '../../problem.ts';
import type { Families } from './families.ts';

export interface Places {
  readonly count: number;
  readonly placeOf: Int32Array;
  /** Per row: its place on this side, or -1. */
  readonly placeOfRow: Int32Array;
}

export function placesOf(
  problem: Problem,
  { side, familyOf }: Families,
  capacity: Uint8Array,
  at: 0 | 1,
): Places {
  const { participant, useStart, useConstraint } = problem;
  const number = new Int32Array(familyOf.length).fill(-1);
  let count = 0;
  for (let r = 0; r < familyOf.length; r++) {
    if (side[r] === at && capacity[r] === 1 && number[familyOf[r]] < 0) number[familyOf[r]] = count++;
  }
  const placeOfRow = familyOf.map((family, r) => (side[r] === at ? number[family] : -1));
  const placeOf = new Int32Array(participant.length).fill(-1);
  for (let k = 0; k < participant.length; k++) {
    for (let e = useStart[k]; e < useStart[k + 1]; e++) {
      const place = placeOfRow[useConstraint[e]];
      if (place < 0 || place === placeOf[k]) continue;
      placeOf[k] = placeOf[k] < 0 ? place : -2;
    }
    if (placeOf[k] < 0) placeOf[k] = -1;
  }
  return { count, placeOf, placeOfRow };
}
