/** The municipalities of a national region, and where people of them live: near its preschools, as many as the children there. */
import type { Dwelling } from '../participants.ts';
import { type Random, random } from '../random.ts';
import { nationalCommutes } from './commutes.ts';
import { moved, squareKm } from './geometry.ts';
import { type Mix, mixOf } from './mix.ts';
import type { Preschool } from './preschools.ts';

export interface Municipality {
  readonly area: string;
  readonly mix: Mix;
  /** Those that take part. */
  readonly preschools: readonly Preschool[];
  readonly children: number;
  /** Preschools that lend their coordinates to the municipality's (synthetic) SFI places. */
  readonly sfiPlaces: readonly Preschool[];
}

/** One SFI place, and one more per so many participants in a municipality. */
const PEOPLE_PER_SFI_PLACE = 200;
const CENTRE_WITHIN_SQUARE_KM = 4;
/** How far at most a home is from the preschool that it is drawn at, east or west, and north or south. */
const HOME_WITHIN_KM = 1;
const CLOSE_UNITS = 5;

/** The municipalities of the preschools, by code; so many people are to live in all of them together. */
export function municipalitiesOf(
  preschools: readonly Preschool[],
  people: number,
  seed: number,
): readonly Municipality[] {
  const childrenOf = (places: readonly Preschool[]) =>
    places.reduce((sum, { children }) => sum + children, 0);
  const peoplePerChild = people / childrenOf(preschools);
  return [...Map.groupBy(preschools, ({ area }) => area)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([area, here]) => {
      const children = childrenOf(here);
      const number = 1 + Math.floor((children * peoplePerChild) / PEOPLE_PER_SFI_PLACE);
      const sfiPlaces = drawSfiPlaces(here, number, random(seed, 'sfi', area));
      return { area, mix: mixOf(area, seed), preschools: here, children, sfiPlaces };
    });
}

/** The first is where most children are, the others are drawn by children. */
function drawSfiPlaces(preschools: readonly Preschool[], number: number, chance: Random): Preschool[] {
  const around = (at: Preschool): number =>
    preschools.reduce(
      (sum, other) => sum + (squareKm(at, other) <= CENTRE_WITHIN_SQUARE_KM ? other.children : 0),
      0,
    );
  const counted = preschools.map((at) => ({ at, around: around(at) }));
  const chosen = [counted.reduce((most, other) => (other.around > most.around ? other : most)).at];
  while (chosen.length < Math.min(number, preschools.length)) {
    chosen.push(chance.weighted(preschools, (at) => (chosen.includes(at) ? 0 : at.children)));
  }
  return chosen;
}

/** Draws dwellings: a municipality and a preschool in it are as likely as their children are many. */
export function nationalDwellings(municipalities: readonly Municipality[]): (chance: Random) => Dwelling {
  const commuteFrom = nationalCommutes(municipalities.flatMap(({ preschools }) => preschools));
  const closeTo = new Map<string, readonly string[]>();
  return (chance) => {
    const { area, mix, preschools, sfiPlaces } = chance.weighted(municipalities, ({ children }) => children);
    const place = chance.weighted(preschools, ({ children }) => children);
    return {
      area,
      origins: mix.origins,
      home: (chance) => moved(place, offset(chance), offset(chance)),
      commute: (chance) => commuteFrom(place, sfiPlaces, chance),
      closeUnits: () => {
        const close = closeTo.get(place.id) ?? closeUnits(place, preschools);
        closeTo.set(place.id, close);
        return close;
      },
    };
  };
}

/** Nearer is likelier (a triangular distribution). */
function offset(chance: Random): number {
  return HOME_WITHIN_KM * (chance.fraction() + chance.fraction() - 1);
}

function closeUnits(place: Preschool, preschools: readonly Preschool[]): readonly string[] {
  return preschools
    .map((other) => ({ id: other.id, away: squareKm(place, other) }))
    .sort((a, b) => a.away - b.away || (a.id < b.id ? -1 : 1))
    .slice(0, CLOSE_UNITS)
    .map(({ id }) => id);
}
