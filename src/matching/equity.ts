import { UNPLACED } from '../../solver/problem.ts';
import { groupSizes } from './constraints/equity.ts';
import { GENDERS } from './constraints/labels.ts';
import type { Choices } from './matching.ts';

/** How an assignment treats each gender, over everybody in the batch: who is not placed counts with 0 points. */
export interface GenderReport {
  readonly gender: (typeof GENDERS)[number];
  readonly pool: number;
  readonly placed: number;
  /** placed / pool. */
  readonly rate: number;
  readonly meanPoints: number;
}

/** One report a gender that somebody has, in the order of GENDERS. Small groups are reported too. */
export function equityOf({ index, options }: Choices, chosen: Int32Array): readonly GenderReport[] {
  const pool = groupSizes(index);
  const placed = { woman: 0, man: 0, other: 0 };
  const points = { woman: 0, man: 0, other: 0 };
  index.region.participants.forEach(({ gender }, p) => {
    if (chosen[p] === UNPLACED) return;
    placed[gender]++;
    points[gender] += options.points[chosen[p]];
  });
  return GENDERS.filter((gender) => pool[gender] > 0).map((gender) => ({
    gender,
    pool: pool[gender],
    placed: placed[gender],
    rate: placed[gender] / pool[gender],
    meanPoints: points[gender] / pool[gender],
  }));
}
