import type { Text } from '../../domain/text.ts';
import { mostPoints } from '../most-points.ts';
import type { RegionIndex } from '../region-index.ts';
import { type Family, type FamilyRows, noRows, type Row } from './family.ts';
import { GENDERS, type Gender, genderLabel, numberLabel } from './labels.ts';
import { floorOfShare } from './whole-share.ts';

/**
 * `equity:placement:<a>-<b>` and `equity:points:<a>-<b>`: no gender is favoured. For every ordered pair of groups a, b of n_a and n_b people
 * (everybody in the batch, placed or not) and a tolerance of t percentage points:
 *
 *     placed_a / n_a - placed_b / n_b <= t/100                                   (placement rates)
 *     points_a / n_a - points_b / n_b <= t/100 x the most points an option can have    (mean points, 0 for the unplaced)
 *
 * Hard rows are these times n_a n_b, so that all numbers are whole; limits are rounded down, which loses nothing since the left side is
 * whole. A group below policy.equity.smallest_group is reported, not constrained.
 *
 * With a penalty of P points for each percentage point beyond the tolerance, a unit of the row is a point lost: the rows times 100 U, where
 * U = max(P, n_a + n_b), every amount rounded to a whole number, at a penalty of 1. Rounding moves a person by half a unit at most, hence
 * all of them by half a percentage point at most, since U is at least n_a + n_b. That is also why a penalty below n_a + n_b counts as that
 * many: whole points cannot tell less. A penalty of 0 asks for nothing.
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
    most: mostPoints(index),
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
  const { penalty, smallest_group } = index.policy.equity;
  if (tolerance === null || penalty === 0) return noRows;
  const size = groupSizes(index);
  const groups = GENDERS.filter((gender) => size[gender] >= smallest_group);
  const rows: Row[] = [];
  // Per row what an option of each gender uses, beside GENDERS.
  const amounts: ((worth: number) => number)[][] = [];
  for (const a of groups) {
    for (const b of groups) {
      if (a === b) continue;
      const scale = penalty === null ? hardScale : softScale(Math.max(penalty, size[a] + size[b]));
      rows.push({
        id: `equity:${measure.kind}:${a}-${b}`,
        limit: scale.limit(tolerance, measure.most, size[a], size[b]),
        penalty: scale.penalty,
        text: measure.text(genderLabel(a), genderLabel(b), numberLabel(tolerance)),
      });
      const ofA = scale.amount(measure.most, size[a], size[b]);
      const ofB = scale.amount(measure.most, size[b], size[a]);
      amounts.push(
        GENDERS.map((gender) => (gender === a ? ofA : gender === b ? (worth) => -ofB(worth) : () => 0)),
      );
    }
  }
  const genderOf = Uint8Array.from(index.region.participants, (row) => GENDERS.indexOf(row.gender));
  return {
    rows,
    uses: (option, use) => {
      const gender = genderOf[participant[option]];
      const worth = measure.worth(option);
      for (let row = 0; row < rows.length; row++) {
        const amount = amounts[row][gender](worth);
        if (amount !== 0) use(row, amount);
      }
    },
  };
}

/** What the inequalities are multiplied by to become rows of whole numbers. */
interface Scale {
  readonly penalty: number;
  readonly limit: (tolerance: number, most: number, sizeOfA: number, sizeOfB: number) => number;
  /** What somebody uses whose own group and the other one have these sizes, by the worth of the option. */
  readonly amount: (most: number, own: number, other: number) => (worth: number) => number;
}

const hardScale: Scale = {
  penalty: Number.POSITIVE_INFINITY,
  limit: (tolerance, most, sizeOfA, sizeOfB) => floorOfShare(tolerance / 100, most, sizeOfA, sizeOfB),
  amount: (_most, _own, other) => (worth) => other * worth,
};

/** Rows in points lost, `perPoint` of them for each percentage point. */
function softScale(perPoint: number): Scale {
  return {
    penalty: 1,
    limit: (tolerance) => floorOfShare(tolerance / 100, 100, perPoint),
    amount: (most, own) => (worth) => Math.round((100 * perPoint * worth) / (own * most)),
  };
}

/** How many people of each gender the batch holds. */
export function groupSizes(index: RegionIndex): Readonly<Record<Gender, number>> {
  const size = { woman: 0, man: 0, other: 0 };
  for (const { gender } of index.region.participants) size[gender]++;
  return size;
}
