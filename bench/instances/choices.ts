/**
 * What each person of a made-up country may be offered: a team and an SFI group within reach, whose half-days do not
 * clash and where a language is shared, with points for language, level and distance. At most some hundred per person:
 * the best 70 % and a random 30 %. Found through a grid of 2 km cells.
 */
import type { Country, Person, SfiGroup, Team } from './country.ts';
import type { Random } from './random.ts';

export interface Choice {
  readonly team: number;
  readonly sfi: number;
  readonly points: number;
}

const CELL_KM = 2;
const ENOUGH = 20;
const ATTEMPTS = 3;

type Near = readonly (readonly [index: number, km: number])[];
type Grid = ReadonlyMap<number, readonly number[]>;

/** Per person: the choices, in the order that the draws give. */
export function* drawChoices(country: Country, random: Random): Generator<readonly Choice[]> {
  const { people, teams, sfiGroups, size } = country;
  const teamGrid = gridOf(teams);
  const sfiGrid = gridOf(sfiGroups);
  for (const person of people) {
    let reachKm = person.reachKm;
    let choices: Choice[] = [];
    const most = size.onePlace ? 96 : random.between(20, 100);
    for (let attempt = 0; attempt < ATTEMPTS && choices.length < ENOUGH; attempt++, reachKm *= 1.6) {
      const nearTeams = near(teamGrid, teams, person, reachKm);
      const nearGroups = near(sfiGrid, sfiGroups, person, reachKm * 1.3).filter(([g]) =>
        suits(person, sfiGroups[g], size.onePlace === true),
      );
      choices = choicesWithin(country, person, reachKm, nearTeams, nearGroups, random);
    }
    yield choices.length > most ? thinned(choices, most, random) : choices;
  }
}

function choicesWithin(
  { teams, sfiGroups }: Country,
  person: Person,
  reachKm: number,
  nearTeams: Near,
  nearGroups: Near,
  random: Random,
): Choice[] {
  const choices: Choice[] = [];
  for (const [t, teamKm] of nearTeams) {
    const team = teams[t];
    if (team.needs & person.away) continue;
    const shared = sharedLanguage(person, team);
    if (shared <= 0) continue;
    const base = 420 * Math.sqrt(shared) + 150 * random.next();
    for (const [g, groupKm] of nearGroups) {
      const group = sfiGroups[g];
      if (group.slots & team.needs) continue;
      const dx = team.x - group.x;
      const dy = team.y - group.y;
      const wayKm = teamKm + groupKm + 0.5 * Math.sqrt(dx * dx + dy * dy);
      const points = Math.round(
        base +
          (group.level === person.level ? 160 : 60) +
          190 * (1 - wayKm / (reachKm * 4)) +
          80 * random.next(),
      );
      choices.push({ team: t, sfi: g, points: Math.max(1, Math.min(1000, points)) });
    }
  }
  return choices;
}

function suits(person: Person, group: SfiGroup, anyPath: boolean): boolean {
  return (
    (anyPath || group.path === person.path) &&
    Math.abs(group.level - person.level) <= 1 &&
    (group.slots & person.away) === 0
  );
}

function sharedLanguage(person: Person, team: Team): number {
  const first = team.languages.get(person.language) ?? 0;
  const second = person.secondLanguage >= 0 ? (team.languages.get(person.secondLanguage) ?? 0) : 0;
  return Math.max(first, second);
}

/** The best 70 % of `most`, and others at random up to `most`. */
function thinned(choices: readonly Choice[], most: number, random: Random): Choice[] {
  const sorted = [...choices].sort((a, b) => b.points - a.points);
  const best = Math.floor(most * 0.7);
  const kept = sorted.slice(0, best);
  const rest = sorted.slice(best);
  while (kept.length < most) {
    const drawn = random.between(0, rest.length - 1);
    kept.push(rest[drawn]);
    const last = rest.length - 1;
    rest[drawn] = rest[last];
    rest.length = last;
  }
  return kept;
}

const cellKey = (column: number, row: number): number => (column + 1000) * 4096 + row + 1000;
const cellAt = (km: number): number => Math.floor(km / CELL_KM);

function gridOf(places: readonly { readonly x: number; readonly y: number }[]): Grid {
  const grid = new Map<number, number[]>();
  places.forEach(({ x, y }, index) => {
    const key = cellKey(cellAt(x), cellAt(y));
    const cell = grid.get(key);
    if (cell) cell.push(index);
    else grid.set(key, [index]);
  });
  return grid;
}

/** The places within `reachKm` of a person, with their distances, cell by cell. */
function near(
  grid: Grid,
  places: readonly { readonly x: number; readonly y: number }[],
  { x, y }: Person,
  reachKm: number,
): Near {
  const found: (readonly [number, number])[] = [];
  const cells = Math.ceil(reachKm / CELL_KM);
  for (let column = -cells; column <= cells; column++) {
    for (let row = -cells; row <= cells; row++) {
      const cell = grid.get(cellKey(cellAt(x) + column, cellAt(y) + row));
      for (const index of cell ?? []) {
        const dx = places[index].x - x;
        const dy = places[index].y - y;
        const km = Math.sqrt(dx * dx + dy * dy);
        if (km <= reachKm) found.push([index, km]);
      }
    }
  }
  return found;
}
