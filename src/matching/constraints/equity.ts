import type { Text } from '../../domain/text.ts';
import { mostPoints } from '../most-points.ts';
import type { RegionIndex } from '../region-index.ts';
import { type Family, type FamilyRows, noRows, penaltyOf, type Row } from './family.ts';
import { GENDERS, type Gender, genderLabel, numberLabel } from './labels.ts';
import { floorOfShare } from './whole-share.ts';

/**
 * `equity:placement:<a>-<b>` and `equity:points:<a>-<b>`: no gender is favoured. For every ordered pair of groups a, b of n_a and n_b people
 * (everybody in the batch, placed or not) and a tolerance of t percentage points:
 *
 *     placed_a / n_a - placed_b / n_b <= t/100                                   (placement rates)
 *     points_a / n_a - points_b / n_b <= t/100 x the most points an option can have    (mean points, 0 for the unplaced)
 *
 * times n_a n_b, so that all numbers are whole; limits are rounded down, which loses nothing since the left side is whole. A group below
 * policy.equity.smallest_group is reported, not constrained. A penalty is per unit of that product: one more person of a placed overruns
 * by n_b units, so a penalty of 1 is already felt.
 */
export const placementEquity: Family = (index, options) =>
  pairwise(index, options.participant, {
    kind: 'placement',
    tolerance: index.policy.equity.placement_tolerance,
    most: 1,
    worth: () => 1,
    text: (a, b, tolerance) => ({
      sv: `Andelen placerade bland ${a.sv} får vara högst ${tolerance.sv} procentenheter högre än bland ${b.sv}.`,
      en: `The share placed among ${a.en} may be at most ${tolerance.en} percentage points higher than among ${b.en}.`,
    }),
  });

export const pointsEquity: Family = (index, options) =>
  pairwise(index, options.participant, {
    kind: 'points',
    tolerance: index.policy.equity.points_tolerance,
    most: mostPoints(index.policy),
    worth: (option) => options.points[option],
    text: (a, b, tolerance) => ({
      sv: `Medelpoängen bland ${a.sv} får vara högst ${tolerance.sv} procent av högsta möjliga poäng högre än bland ${b.sv}.`,
      en: `The mean points among ${a.en} may be at most ${tolerance.en} percent of the most possible higher than among ${b.en}.`,
    }),
  });

interface Measure {
  readonly kind: 'placement' | 'points';
  readonly tolerance: number | null;
  /** What one person can have at most of what is compared. */
  readonly most: number;
  readonly worth: (option: number) => number;
  readonly text: (a: Text, b: Text, tolerance: Text) => Text;
}

function pairwise(index: RegionIndex, participant: Int32Array, measure: Measure): FamilyRows {
  const { tolerance } = measure;
  if (tolerance === null) return noRows;
  const size = groupSizes(index);
  const groups = GENDERS.filter((gender) => size[gender] >= index.policy.equity.smallest_group);
  const rows: Row[] = [];
  // Per row the two groups' amounts, beside GENDERS.
  const amounts: number[][] = [];
  for (const a of groups) {
    for (const b of groups) {
      if (a === b) continue;
      rows.push({
        id: `equity:${measure.kind}:${a}-${b}`,
        limit: floorOfShare(tolerance / 100, measure.most, size[a], size[b]),
        penalty: penaltyOf(index.policy.equity.penalty),
        text: measure.text(genderLabel(a), genderLabel(b), numberLabel(tolerance)),
      });
      amounts.push(GENDERS.map((gender) => (gender === a ? size[b] : gender === b ? -size[a] : 0)));
    }
  }
  const genderOf = Uint8Array.from(index.region.participants, (row) => GENDERS.indexOf(row.gender));
  return {
    rows,
    uses: (option, use) => {
      const gender = genderOf[participant[option]];
      const worth = measure.worth(option);
      for (let row = 0; row < rows.length; row++) {
        const amount = amounts[row][gender] * worth;
        if (amount !== 0) use(row, amount);
      }
    },
  };
}

/** How many people of each gender the batch holds. */
export function groupSizes(index: RegionIndex): Readonly<Record<Gender, number>> {
  const size = { woman: 0, man: 0, other: 0 };
  for (const { gender } of index.region.participants) size[gender]++;
  return size;
}
