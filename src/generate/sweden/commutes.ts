/**
 * How far people accept to travel: as far as it takes to reach a number of preschools that they have in mind and the nearest
 * SFI place of their municipality, in steps of five minutes. So limits are short in towns and long where places are far apart.
 * Assumed.
 */
import { defaultPolicy } from '../../domain/policy.ts';
import type { Random } from '../random.ts';
import { squareKm } from './geometry.ts';
import type { Preschool } from './preschools.ts';

const LEAST_MINUTES = 15;
const MOST_MINUTES = 90;
const STEP_MINUTES = 5;
const IN_MIND = [15, 20, 30, 40] as const;

const limits = Array.from(
  { length: (MOST_MINUTES - LEAST_MINUTES) / STEP_MINUTES + 1 },
  (_, step) => LEAST_MINUTES + step * STEP_MINUTES,
);
const squareReach = limits.map((minutes) => {
  const { fixed_minutes, speed_km_h, detour } = defaultPolicy.travel;
  const km = (((minutes - fixed_minutes) / 60) * speed_km_h) / detour;
  return km * km;
});

/** Draws the limit, in minutes, of somebody who lives at a preschool. Cost: one pass over all preschools for each that is asked about. */
export function nationalCommutes(
  preschools: readonly Preschool[],
): (home: Preschool, sfiPlaces: readonly Preschool[], chance: Random) => number {
  const counted = new Map<string, readonly number[]>();
  return (home, sfiPlaces, chance) => {
    const within = counted.get(home.id) ?? countWithin(home, preschools);
    counted.set(home.id, within);
    const wanted = chance.pick(IN_MIND);
    const sfi = sfiPlaces.reduce((nearest, at) => Math.min(nearest, squareKm(home, at)), Infinity);
    const enough = limits.findIndex((_, step) => within[step] >= wanted && sfi <= squareReach[step]);
    return enough < 0 ? MOST_MINUTES : limits[enough];
  };
}

/** Per limit, how many preschools are within it. */
function countWithin(home: Preschool, preschools: readonly Preschool[]): readonly number[] {
  const counts = limits.map(() => 0);
  for (const place of preschools) {
    const away = squareKm(home, place);
    for (let step = limits.length - 1; step >= 0 && away <= squareReach[step]; step--) counts[step]++;
  }
  return counts;
}
