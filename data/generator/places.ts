/**
 * The real places: areas with their centres, and schools and preschools with coordinates. A school whose coordinates are
 * not in the sources gets a stand-in and says so:
 * 1. a place in the sources on the same street (the closest house number), else
 * 2. the centre of its area (which area that is stands in `areaOfSchool`, read off its address and postcode).
 */
import { foreignBorn, outlines, preschools, schools } from './sources.ts';

export interface Point {
  readonly lat: number;
  readonly lon: number;
}

export interface Area extends Point {
  readonly name: string;
  readonly district: string;
  readonly corners: readonly (readonly [number, number])[];
  readonly foreignBorn: number;
  /** Of everybody who lives there. */
  readonly foreignBornShare: number;
}

export interface Place extends Point {
  readonly id: string;
  readonly name: string;
  readonly form: 'preschool' | 'compulsory';
  readonly municipal: boolean;
  readonly district: string;
  readonly area: string;
  /** Children of the preschool or pupils of the school. */
  readonly children: number;
  /** How the coordinates were guessed; null where the source has them. */
  readonly approximate: string | null;
}

const districtOfArea = new Map(preschools.map((row) => [row.stadsdel, row.district]));

/** What the population file calls two of the outlines. */
const populationName = new Map([
  ['Farsta strand', 'Östra Farsta Strand'],
  ['Farstanäset', 'Västra Farsta Strand-Farstanäset'],
]);

/** The fourteen areas (stadsdelar). The centre is the centroid of the outline. */
export const areas: readonly Area[] = outlines
  .map(({ name: capitals, corners }) => {
    const name = capitals[0] + capitals.slice(1).toLowerCase();
    const people = foreignBorn.find((row) => row.area === (populationName.get(name) ?? name));
    if (people === undefined) throw new Error(`no population for ${name}`);
    return {
      name,
      district: districtOfArea.get(capitals) ?? 'Farsta',
      corners,
      foreignBorn: people.foreign_born,
      foreignBornShare: people.foreign_born / people.population,
      ...centroid(corners),
    };
  })
  .sort((a, b) => (a.name < b.name ? -1 : 1));

/** The areas of the schools that have neither coordinates nor a neighbour on their street in the sources. */
const areaOfSchool = new Map([
  ['Friskolan Hästens', 'Farsta'],
  ['Internationella Engelska Skolan Skärholmen', 'Sätra'],
  ['Kvickenstorpsskolan', 'Farsta'],
  ['Primaskolan Farsta', 'Farsta'],
  ['Sköndalsskolan', 'Sköndal'],
  ['Skönstaholmsskolan', 'Hökarängen'],
  ['Söderholmsskolan', 'Vårberg'],
]);

/** All 79 preschools and 24 schools, ordered by id. */
export const places: readonly Place[] = [...preschools.map(preschoolPlace), ...schools.map(schoolPlace)]
  .map((place, _, all) =>
    all.filter((other) => other.id === place.id).length === 1
      ? place
      : { ...place, id: `${place.id}-${place.sourceId}` },
  )
  .map(({ sourceId: _, ...place }) => place)
  .sort((a, b) => (a.id < b.id ? -1 : 1));

/** The area that holds the point, else the one whose centre is nearest. */
function areaAt(point: Point): Area {
  return areas.find((area) => contains(area.corners, point)) ?? nearest(areas, point);
}

/** Whether the point lies inside the outline (even-odd rule). */
export function contains(corners: Area['corners'], point: Point): boolean {
  let inside = false;
  corners.forEach(([lon1, lat1], k) => {
    const [lon2, lat2] = corners[(k + 1) % corners.length];
    const between = lat1 > point.lat !== lat2 > point.lat;
    if (between && point.lon < ((lon2 - lon1) * (point.lat - lat1)) / (lat2 - lat1) + lon1) inside = !inside;
  });
  return inside;
}

function preschoolPlace(row: (typeof preschools)[number]): Place & { sourceId: string } {
  return {
    id: slug(row.name),
    sourceId: row.skolverkets_id,
    name: row.name,
    form: 'preschool',
    municipal: row.principal === 'Kommunal',
    district: row.district,
    area: areaAt(row).name,
    children: row.children,
    ...rounded(row),
    approximate: null,
  };
}

function schoolPlace(row: (typeof schools)[number]): Place & { sourceId: string } {
  const { approximate, ...point } = locate(row);
  return {
    id: slug(row.name),
    sourceId: row.school_unit_code,
    name: row.name,
    form: 'compulsory',
    municipal: row.principal === 'municipal',
    district: row.district,
    area: areaAt(point).name,
    children: row.pupils,
    ...rounded(point),
    approximate,
  };
}

function locate(row: (typeof schools)[number]): Point & { readonly approximate: string | null } {
  if (row.lat !== undefined && row.lon !== undefined) {
    return { lat: row.lat, lon: row.lon, approximate: null };
  }
  const { street } = splitAddress(row.address);
  const neighbours = preschools
    .filter((other) => splitAddress(other.address).street === street)
    .sort(
      (a, b) => apart(a.address, row.address) - apart(b.address, row.address) || (a.name < b.name ? -1 : 1),
    );
  if (neighbours.length > 0) {
    const [{ lat, lon, name }] = neighbours;
    return { lat, lon, approximate: `as ${name} on the same street` };
  }
  const area = areas.find(({ name }) => name === areaOfSchool.get(row.name));
  if (area === undefined) throw new Error(`no place is known for ${row.name}`);
  return { lat: area.lat, lon: area.lon, approximate: `centre of ${area.name}` };
}

function splitAddress(address: string): { readonly street: string; readonly house: number } {
  const [, street, house] = /^(\D+?) *(\d+)/.exec(address) ?? ['', address, '0'];
  return { street, house: Number(house) };
}

/** How far two addresses on one street are apart, in house numbers; the very same address comes before its neighbours. */
function apart(one: string, other: string): number {
  const same = one.replaceAll(' ', '') === other.replaceAll(' ', '');
  return same ? -1 : Math.abs(splitAddress(one).house - splitAddress(other).house);
}

function nearest(candidates: readonly Area[], { lat, lon }: Point): Area {
  const away = (area: Area): number => (area.lat - lat) ** 2 + (area.lon - lon) ** 2 / 4;
  return candidates.reduce((best, area) => (away(area) < away(best) ? area : best));
}

/** Centroid of a simple polygon (shoelace formula). */
function centroid(corners: Area['corners']): Point {
  let area = 0;
  let lonSum = 0;
  let latSum = 0;
  corners.forEach(([lon1, lat1], k) => {
    const [lon2, lat2] = corners[(k + 1) % corners.length];
    const cross = lon1 * lat2 - lon2 * lat1;
    area += cross;
    lonSum += (lon1 + lon2) * cross;
    latSum += (lat1 + lat2) * cross;
  });
  return rounded({ lat: latSum / (3 * area), lon: lonSum / (3 * area) });
}

/** Five decimals: about a metre. */
export function rounded({ lat, lon }: Point): Point {
  return { lat: Math.round(lat * 1e5) / 1e5, lon: Math.round(lon * 1e5) / 1e5 };
}

/** A readable key: `Förskolan Den Röda Tråden` becomes `den-roda-traden`. */
function slug(name: string): string {
  return name
    .toLowerCase()
    .replace(/^(förskolan|academica förskolan) /, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
