/**
 * The real preschools that a national region stands on, and how many work teams and seats each is given.
 *
 * 1. Teams by size: one up to 59 children and one more at 60 and at 100.
 * 2. Seats wished by size: a seat per 12 children of the team, at least one and at most six.
 * 3. Where the preschools wish for more seats than are to be had (few participants), a seeded lottery draws preschools until
 *    there are enough: a team keeps the seats that its size gives, and fewer units take part.
 * 4. The seats are handed out in proportion to the wishes (largest remainders), so that they add up exactly; where every
 *    preschool takes part and it is not enough, all get more.
 */
import { apportion } from '../apportion.ts';
import { random } from '../random.ts';
import type { SwedishPreschool } from '../sources.ts';

export interface Preschool {
  readonly id: string;
  readonly name: string;
  /** The municipality. Its name is not in the sources, so that its official code of four digits stands for it. */
  readonly area: string;
  readonly principal: string;
  readonly municipal: boolean;
  readonly children: number;
  /** Full-time. */
  readonly staff: number;
  readonly lat: number;
  readonly lon: number;
  readonly teams: number;
}

export interface TeamSeats {
  readonly place: Preschool;
  /** 1 for the first team of the preschool. */
  readonly number: number;
  readonly seats: number;
}

/** For the few preschools without a number of staff: the mean of the others is a little above five children each. */
const CHILDREN_PER_STAFF = 5.2;
const CHILDREN_PER_SEAT = 12;
const MOST_SEATS_WISHED = 6;

/** A source's row as a place, named by its number in Skolverket's register. */
export function preschoolOf(row: SwedishPreschool): Preschool {
  const area = areaOf(row.municipality_code);
  const name = `Förskola ${row.skolverket_id}`;
  const municipal = row.principal === 'municipal';
  return {
    id: `forskola-${row.skolverket_id}`,
    name,
    area,
    principal: municipal ? area : `Enskild huvudman: ${name}`,
    municipal,
    children: row.children,
    staff: row.fte ?? row.children / CHILDREN_PER_STAFF,
    lat: row.lat,
    lon: row.lon,
    teams: row.children < 60 ? 1 : row.children < 100 ? 2 : 3,
  };
}

/** What a municipality is called, by its code of three or four digits. */
export function areaOf(code: string): string {
  return `Kommun ${code.padStart(4, '0')}`;
}

/** The teams with `seats` in all, at as many of the preschools as that takes, in the order of the preschools. */
export function handOutSeats(preschools: readonly Preschool[], seats: number, seed: number): TeamSeats[] {
  const lottery = preschools
    .map((place) => ({ place, ticket: random(seed, 'unit', place.id).fraction() }))
    .sort((a, b) => a.ticket - b.ticket || (a.place.id < b.place.id ? -1 : 1));
  const drawn = new Set<Preschool>();
  let wished = 0;
  for (const { place } of lottery) {
    if (wished >= seats) break;
    drawn.add(place);
    wished += place.teams * seatsWished(place);
  }
  const slots = preschools
    .filter((place) => drawn.has(place))
    .flatMap((place) => Array.from({ length: place.teams }, (_, k) => ({ place, number: k + 1 })));
  const shares = apportion(
    slots.map(({ place }) => seatsWished(place)),
    seats,
  );
  return slots.map((slot, k) => ({ ...slot, seats: shares[k] })).filter((slot) => slot.seats > 0);
}

/** The seats that teams of these preschools have by their size. */
export function seatsBySize(preschools: readonly Preschool[]): number {
  return preschools.reduce((sum, place) => sum + place.teams * seatsWished(place), 0);
}

function seatsWished({ children, teams }: Preschool): number {
  return Math.max(1, Math.min(MOST_SEATS_WISHED, Math.round(children / teams / CHILDREN_PER_SEAT)));
}
