/** Short distances in degrees, with + - * / alone, so that every machine finds the same. */
interface Point {
  readonly lat: number;
  readonly lon: number;
}

const KM_PER_DEGREE = 111.2;

/** The square of the distance in kilometres, on a flat map: good for tens of kilometres. */
export function squareKm(a: Point, b: Point): number {
  const north = (a.lat - b.lat) * KM_PER_DEGREE;
  const east = (a.lon - b.lon) * KM_PER_DEGREE * cosine((a.lat + b.lat) / 2);
  return north * north + east * east;
}

/** The point so many kilometres east and north, to five decimals (about a metre). */
export function moved({ lat, lon }: Point, eastKm: number, northKm: number): Point {
  const rounded = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;
  return {
    lat: rounded(lat + northKm / KM_PER_DEGREE),
    lon: rounded(lon + eastKm / (KM_PER_DEGREE * cosine(lat))),
  };
}

/** The cosine of an angle in degrees up to 90, by its Taylor series to the eighth power: right to five decimals. */
function cosine(degrees: number): number {
  const x = (degrees * Math.PI) / 180;
  const square = x * x;
  return 1 - (square / 2) * (1 - (square / 12) * (1 - (square / 30) * (1 - square / 56)));
}
