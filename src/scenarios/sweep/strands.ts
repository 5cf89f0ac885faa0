/**
 * How a sweep is cut into pieces that know nothing of each other: strands of neighbouring points along the first parameter. A strand
 * starts from today's answer and goes from neighbour to neighbour, so what comes out hangs on the strand alone, not on which thread ran
 * it, in which order, or whether the sweep was interrupted and taken up again. Where a point is proven, its objective is the optimum
 * whatever it started from; where it is not, [objective, bound] holds the optimum, and both are shown.
 */
import type { Parameter } from './parameter.ts';

/** So many points at most: what is lost by an interruption, and what two threads share evenly. */
const LONGEST = 10;

/** The points of one strand, as values of the parameters. */
export type Strand = readonly (readonly number[])[];

/** All points of one or two parameters, the first running fastest, cut into strands; together they are in the order of the points. */
export function strandsOf([first, second]: readonly Parameter[]): readonly Strand[] {
  const rows = second ? second.values.map((value) => [value]) : [[]];
  return rows.flatMap((rest) => {
    const points = first.values.map((value) => [value, ...rest]);
    const count = Math.ceil(points.length / LONGEST);
    const size = Math.ceil(points.length / count);
    return Array.from({ length: count }, (_, i) => points.slice(i * size, (i + 1) * size));
  });
}
