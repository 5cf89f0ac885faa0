import type { Policy } from './policy.ts';
import type { TableRow } from './region.ts';

/**
 * Minutes from one place to another: what travel.csv says, else the straight line over the earth x detour / speed + fixed minutes.
 *
 * travel.csv names areas (by name: every participant who lives there), units and SFI groups (by id); a team is where its unit is. A name that
 * stands for several of these (an area and a unit, say) stands for each. A way that is given in one direction only counts for both; a
 * row for the direction asked for comes first. Of several rows for the same way the longest counts.
 *
 * The straight line is the haversine distance, in the form that needs no trigonometry per pair: with places as unit vectors a and b,
 * sqrt(haversine of the angle) = |a - b| / 2, so the distance is 2 R asin(|a - b| / 2).
 */

const EARTH_RADIUS_KM = 6371.0088;

/** Places of one kind (homes, units, SFI groups). */
export interface Places {
  /** Three numbers a place: the unit vector from the earth's centre. */
  readonly xyz: Float64Array;
  /** Per place: the number of its name in the travel table, or -1. */
  readonly name: Int32Array;
}

export interface TravelTable {
  readonly nameOf: ReadonlyMap<string, number>;
  /** from * names + to -> minutes */
  readonly minutes: ReadonlyMap<number, number>;
  /** Per name: the names that a row joins it with, in either direction. */
  readonly neighbours: readonly (readonly number[])[];
}

/** The rows of travel.csv by number. */
export function travelTable(rows: readonly TableRow<'travel'>[]): TravelTable {
  const names = [...new Set(rows.flatMap((row) => [row.from, row.to]))].sort();
  const nameOf = new Map(names.map((name, number) => [name, number]));
  const minutes = new Map<number, number>();
  const neighbours = names.map(() => new Set<number>());
  for (const row of rows) {
    const from = nameOf.get(row.from) ?? -1;
    const to = nameOf.get(row.to) ?? -1;
    const way = from * names.length + to;
    minutes.set(way, Math.max(row.minutes, minutes.get(way) ?? 0));
    neighbours[from].add(to);
    neighbours[to].add(from);
  }
  return { nameOf, minutes, neighbours: neighbours.map((set) => [...set]) };
}

/** Places from degrees and the names under which travel.csv may know them. */
export function placesOf(
  table: TravelTable,
  rows: readonly { readonly lat: number; readonly lon: number; readonly name: string }[],
): Places {
  const xyz = new Float64Array(3 * rows.length);
  const name = new Int32Array(rows.length);
  rows.forEach((row, i) => {
    const lat = (row.lat * Math.PI) / 180;
    const lon = (row.lon * Math.PI) / 180;
    xyz[3 * i] = Math.cos(lat) * Math.cos(lon);
    xyz[3 * i + 1] = Math.cos(lat) * Math.sin(lon);
    xyz[3 * i + 2] = Math.sin(lat);
    name[i] = table.nameOf.get(row.name) ?? -1;
  });
  return { xyz, name };
}

/** Kilometres in a straight line over the earth. */
export function kilometres(a: Float64Array, i: number, b: Float64Array, j: number): number {
  const x = a[3 * i] - b[3 * j];
  const y = a[3 * i + 1] - b[3 * j + 1];
  const z = a[3 * i + 2] - b[3 * j + 2];
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(x * x + y * y + z * z) / 2));
}

/** Whole minutes, rounded up, from place i of one kind to place j of another. */
export function travelMinutes(
  table: TravelTable,
  rule: Policy['travel'],
  from: Places,
  i: number,
  to: Places,
  j: number,
): number {
  const known = tableMinutes(table, from.name[i], to.name[j]);
  if (known !== undefined) return known;
  const km = kilometres(from.xyz, i, to.xyz, j);
  return Math.ceil(((km * rule.detour) / rule.speed_km_h) * 60 + rule.fixed_minutes);
}

function tableMinutes(table: TravelTable, from: number, to: number): number | undefined {
  if (from < 0 || to < 0) return undefined;
  const names = table.neighbours.length;
  return table.minutes.get(from * names + to) ?? table.minutes.get(to * names + from);
}

/**
 * The longest chord (the straight line through the unit sphere) within `minutes` by the straight-line rule, with a little to spare for
 * rounding: a place whose coordinates differ by more in any of x, y, z is out of reach unless travel.csv joins the two. Negative when
 * the fixed minutes alone are too many.
 */
export function reachChord(rule: Policy['travel'], minutes: number): number {
  const km = (((minutes - rule.fixed_minutes) / 60) * rule.speed_km_h) / rule.detour;
  if (km < 0) return -1;
  const angle = Math.min(Math.PI, km / EARTH_RADIUS_KM);
  return 2 * Math.sin(angle / 2) + 1e-9;
}
