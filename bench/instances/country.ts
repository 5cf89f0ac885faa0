/**
 * A made-up country: districts with languages of their own (Zipf's law, three boosted in each), people, teams and SFI
 * groups placed around their centres, and half-day timetables. 60 % are women; there are 92 team seats and 97 SFI seats
 * for every 100 people.
 *
 * Half-days are ten bits: Monday morning, Monday afternoon, Tuesday morning, and so on.
 */
import type { Random } from './random.ts';
import type { Size } from './sizes.ts';

interface Place {
  readonly district: number;
  readonly x: number;
  readonly y: number;
}

export interface Person extends Place {
  readonly woman: boolean;
  readonly language: number;
  /** -1 for none. */
  readonly secondLanguage: number;
  /** Half-days that do not suit. */
  readonly away: number;
  readonly path: number;
  readonly level: number;
  readonly reachKm: number;
}

export interface Team extends Place {
  readonly seats: number;
  /** Language: share of the pupils. */
  readonly languages: ReadonlyMap<number, number>;
  readonly needs: number;
}

export interface SfiGroup extends Place {
  readonly seats: number;
  readonly slots: number;
  readonly path: number;
  readonly level: number;
}

export interface Country {
  readonly size: Size;
  readonly people: readonly Person[];
  readonly teams: readonly Team[];
  readonly sfiGroups: readonly SfiGroup[];
}

const LANGUAGES = 30;
const zipf = Array.from({ length: LANGUAGES }, (_, i) => 1 / (i + 1) ** 0.9);
const mornings = [0, 2, 4, 6, 8];
const afternoons = [1, 3, 5, 7, 9];
const anyHalfDay = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

interface Ground {
  readonly languageWeights: readonly (readonly number[])[];
  readonly place: () => Place;
}

/** Draws a country; `random` is read in a fixed order. */
export function drawCountry(size: Size, random: Random): Country {
  const ground = drawGround(size, random);
  const people = Array.from({ length: size.participants }, () => drawPerson(ground, random));
  const teamSeats = split(size.teams, Math.round(size.participants * 0.92), 2, random);
  const sfiSeats = split(size.sfiGroups, Math.round(size.participants * 0.97), 3, random);
  const teams = teamSeats.map((seats) => drawTeam(seats, size, ground, random));
  const sfiGroups = sfiSeats.map((seats) => drawSfiGroup(seats, ground, random));
  return { size, people, teams, sfiGroups };
}

function drawGround({ districts, sideKm }: Size, random: Random): Ground {
  const centres = Array.from({ length: districts }, () => {
    const boosted = [random.pick(zipf), random.pick(zipf), random.between(0, LANGUAGES - 1)];
    const weights = zipf.map(
      (weight, i) => weight * (boosted.includes(i) ? 5 : 1) * (0.4 + 1.2 * random.next()),
    );
    return { x: random.next() * sideKm, y: random.next() * sideKm, weights, people: 0.3 + random.next() };
  });
  const populations = centres.map((centre) => centre.people);
  return {
    languageWeights: centres.map((centre) => centre.weights),
    place: () => {
      const district = random.pick(populations);
      // Written as in the original: the order of the factors decides the last bit.
      return {
        district,
        x: centres[district].x + ((random.gauss() * sideKm) / Math.sqrt(districts)) * 0.5,
        y: centres[district].y + ((random.gauss() * sideKm) / Math.sqrt(districts)) * 0.5,
      };
    },
  };
}

/** `count` of the half-days, as bits. */
function someOf(halfDays: readonly number[], count: number, random: Random): number {
  const left = [...halfDays];
  let bits = 0;
  for (let i = 0; i < count; i++) bits |= 1 << left.splice(random.between(0, left.length - 1), 1)[0];
  return bits;
}

function drawPath(random: Random): { readonly path: number; readonly level: number } {
  const path = random.pick([3, 4, 3]);
  return { path, level: random.between(Math.max(0, path - 1), Math.min(3, path + 1)) };
}

function drawPerson({ place, languageWeights }: Ground, random: Random): Person {
  const home = place();
  const weights = languageWeights[home.district];
  const woman = random.next() < 0.6;
  const language = random.pick(weights);
  const secondLanguage = random.next() < 0.25 ? random.pick(weights) : -1;
  // Women are a bit more often bound.
  const away = random.next() < (woman ? 0.35 : 0.15) ? someOf(anyHalfDay, random.between(1, 3), random) : 0;
  const study = drawPath(random);
  return { ...home, woman, language, secondLanguage, away, ...study, reachKm: 1.5 + random.next() * 3 };
}

function drawTeam(seats: number, size: Size, { place, languageWeights }: Ground, random: Random): Team {
  const site = place();
  const weights = languageWeights[site.district];
  const count = size.onePlace ? random.between(5, 8) : random.between(2, 5);
  const pupils = new Map<number, number>();
  for (let i = 0; i < count; i++) {
    const language = random.pick(weights);
    pupils.set(language, (pupils.get(language) ?? 0) + 1 + random.next());
  }
  let total = 0;
  for (const value of pupils.values()) total += value;
  const kind = random.next();
  const needs =
    kind < 0.45
      ? someOf(mornings, random.between(3, 4), random)
      : kind < 0.8
        ? someOf(afternoons, random.between(3, 4), random)
        : someOf(anyHalfDay, random.between(3, 5), random);
  const languages = new Map([...pupils].map(([language, value]) => [language, value / total]));
  return { ...site, seats, languages, needs };
}

function drawSfiGroup(seats: number, { place }: Ground, random: Random): SfiGroup {
  const site = place();
  const kind = random.next();
  const slots =
    kind < 0.5
      ? someOf(mornings, random.between(2, 4), random)
      : kind < 0.9
        ? someOf(afternoons, random.between(2, 4), random)
        : someOf(anyHalfDay, random.between(2, 3), random);
  return { ...site, seats, slots, ...drawPath(random) };
}

/** `total` seats over `count` places, at least `least` each. */
function split(count: number, total: number, least: number, random: Random): number[] {
  const weights = Array.from({ length: count }, () => 0.5 + random.next());
  const sum = weights.reduce((a, b) => a + b);
  const seats = weights.map((weight) => Math.max(least, Math.floor((weight / sum) * total)));
  let left = total - seats.reduce((a, b) => a + b);
  for (; left > 0; left--) seats[random.between(0, count - 1)]++;
  return seats;
}
