import { reachChord } from '../domain/travel.ts';
import { firstFrom } from './candidates.ts';
import { allowedAtAll, allowedAtTeam, allowedTogether } from './eligible.ts';
import { groupFinder } from './group-finder.ts';
import type { RegionIndex } from './region-index.ts';

/** A team with an SFI group, as rows of the region's tables. */
export interface Place {
  readonly team: number;
  readonly sfi: number;
}

/**
 * Every place that the rules allow one participant (a row): what findOptions has of this person where no decision locks.
 *
 * Units stand in the order of z, the height along the earth's axis, so that only those within the person's longest commute are looked at,
 * beside those that travel.csv joins with the person's area; the rules decide. Cost: the units in the band of reach, and the pairs of their
 * teams with the person's SFI groups.
 */
export function createPlaceFinder(index: RegionIndex): (participant: number) => readonly Place[] {
  const groupsOf = groupFinder(index);
  const teamsOf = teamFinder(index);
  return (p) => {
    if (!allowedAtAll(index, p)) return [];
    const groups = groupsOf(p);
    if (groups.length === 0) return [];
    const found: Place[] = [];
    for (const team of teamsOf(p)) {
      if (!allowedAtTeam(index, p, team)) continue;
      for (const sfi of groups) if (allowedTogether(index, p, team, sfi)) found.push({ team, sfi });
    }
    return found;
  };
}

/** The teams of the units within a participant's reach. */
function teamFinder(index: RegionIndex): (participant: number) => readonly number[] {
  const { teams, units, region } = index;
  const teamsAt: number[][] = region.units.map(() => []);
  teams.unit.forEach((unit, team) => {
    teamsAt[unit].push(team);
  });
  const { xyz } = units.place;
  const byHeight = Int32Array.from(region.units.keys()).sort((a, b) => xyz[3 * a + 2] - xyz[3 * b + 2]);
  const height = Float64Array.from(byHeight, (unit) => xyz[3 * unit + 2]);
  const unitsNamed = Map.groupBy(region.units.keys(), (unit) => units.place.name[unit]);
  return (p) => {
    const { home, maxCommute } = index.participants;
    const reach = reachChord(index.policy.travel, maxCommute[p]);
    const [x, y, z] = home.xyz.subarray(3 * p, 3 * p + 3);
    const found = new Set<number>();
    for (let i = firstFrom(height, z - reach); i < height.length && height[i] <= z + reach; i++) {
      const unit = byHeight[i];
      const chord2 = (xyz[3 * unit] - x) ** 2 + (xyz[3 * unit + 1] - y) ** 2 + (height[i] - z) ** 2;
      if (chord2 <= reach * reach) found.add(unit);
    }
    const joined = home.name[p] < 0 ? [] : index.travel.neighbours[home.name[p]];
    for (const name of joined) for (const unit of unitsNamed.get(name) ?? []) found.add(unit);
    return [...found].flatMap((unit) => teamsAt[unit]);
  };
}
