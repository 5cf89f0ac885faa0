/** Where synthetic participants of the two districts live: in an area by its weight, some at a point of it. */
import type { Origin } from '../../src/generate/origins.ts';
import type { Dwelling } from '../../src/generate/participants.ts';
import type { Random } from '../../src/generate/random.ts';
import { type Area, areas, contains, type Place, type Point, rounded } from './places.ts';

/** Draws dwellings: an area is as likely as its weight says. */
export function dwellings(plan: {
  readonly origins: readonly Origin[];
  readonly weightOf: (area: Area) => number;
  readonly units: readonly Place[];
  readonly commutes: readonly number[];
}): (chance: Random) => Dwelling {
  return (chance) => {
    const area = chance.weighted(areas, plan.weightOf);
    return {
      area: area.name,
      origins: plan.origins,
      home: (chance) => (chance.chance(0.12) ? pointIn(area, chance) : {}),
      commute: (chance) => chance.pick(plan.commutes),
      closeUnits: () => closeUnits(plan.units, area).map(({ id }) => id),
    };
  };
}

/** The units of the area, or where it has none those of its district. */
function closeUnits(units: readonly Place[], area: Area): readonly Place[] {
  const near = units.filter((unit) => unit.area === area.name);
  return near.length > 0 ? near : units.filter((unit) => unit.district === area.district);
}

/** A point drawn evenly within the area's outline. */
function pointIn(area: Area, chance: Random): Point {
  const lons = area.corners.map(([lon]) => lon);
  const lats = area.corners.map(([, lat]) => lat);
  const between = (values: number[]): number =>
    Math.min(...values) + chance.fraction() * (Math.max(...values) - Math.min(...values));
  for (;;) {
    const point = { lon: between(lons), lat: between(lats) };
    if (contains(area.corners, point)) return rounded(point);
  }
}
