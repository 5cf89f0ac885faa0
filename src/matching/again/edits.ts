import type { ParticipantAnswer } from '../../domain/participant-answer.ts';
import type { Region, TableRow } from '../../domain/region.ts';
import type { Told } from './told.ts';

/** What people have recorded beside decisions, written into a region: wishes, seats held in reserve, and who no longer waits. */

/** Seats of a team or SFI group that a batch must leave. */
export interface HeldSeats {
  readonly table: 'teams' | 'sfi_groups';
  readonly id: string;
  readonly seats: number;
}

/** The latest answer of each participant says which units are wished for and which avoided; what it says wins over the file. */
export function withWishes(
  region: Region,
  latest: ReadonlyMap<string, ParticipantAnswer>,
): { readonly region: Region; readonly told: readonly Told[] } {
  const units = new Set(region.units.map(({ id }) => id));
  const told: Told[] = [];
  const participants = region.participants.map((row) => {
    const answer = latest.get(row.id);
    if (answer === undefined) return row;
    const named = [...answer.wishes, ...answer.avoids];
    for (const unit of new Set(named.filter((id) => !units.has(id)))) told.push(unitGone(row.id, unit));
    const avoids = answer.avoids.filter((id) => units.has(id));
    const wishes = answer.wishes.filter((id) => units.has(id) && !avoids.includes(id));
    return {
      ...row,
      prefer_units: joined(row.prefer_units, wishes, avoids),
      avoid_units: joined(row.avoid_units, avoids, wishes),
    };
  });
  return { region: { ...region, participants }, told };
}

function joined(had: readonly string[], more: readonly string[], less: readonly string[]): string[] {
  return [...new Set([...had.filter((id) => !less.includes(id)), ...more])];
}

/**
 * Holds seats beside those that the region reserves already. `takenIn` says how many a decision keeps in a team or SFI group: their seats cannot
 * be held for others.
 */
export function withHeldSeats(
  region: Region,
  held: readonly HeldSeats[],
  takenIn: (table: HeldSeats['table'], id: string) => number,
): { readonly region: Region; readonly told: readonly Told[] } {
  const told: Told[] = [];
  const asked = { teams: new Map<string, number>(), sfi_groups: new Map<string, number>() };
  for (const { table, id, seats } of held) asked[table].set(id, (asked[table].get(id) ?? 0) + seats);
  const holding = <R extends SeatRow>(table: HeldSeats['table'], row: R): R => {
    const more = asked[table].get(row.id);
    asked[table].delete(row.id);
    if (more === undefined) return row;
    const wanted = (row.reserved_seats ?? 0) + more;
    const most = Math.max(row.reserved_seats ?? 0, row.seats - takenIn(table, row.id));
    if (wanted > most) told.push(seatsTaken(row.id, wanted, most));
    return { ...row, reserved_seats: Math.min(wanted, most) };
  };
  const teams = region.teams.map((row) => holding('teams', row));
  const sfi_groups = region.sfi_groups.map((row) => holding('sfi_groups', row));
  for (const id of [...asked.teams.keys(), ...asked.sfi_groups.keys()]) told.push(seatsGone(id));
  return { region: { ...region, teams, sfi_groups }, told };
}

interface SeatRow {
  readonly id: string;
  readonly seats: number;
  readonly reserved_seats?: number | undefined;
}

/** The region without some participants and everything that hangs on them. */
export function without(region: Region, gone: ReadonlySet<string>): Region {
  if (gone.size === 0) return region;
  const stays = ({ participant }: { readonly participant: string }) => !gone.has(participant);
  const ownSession = ({ owner, id }: TableRow<'sessions'>) => owner === 'participant' && gone.has(id);
  return {
    ...region,
    participants: region.participants.filter(({ id }) => !gone.has(id)),
    participant_languages: region.participant_languages.filter(stays),
    extracts: region.extracts.filter(stays),
    decisions: region.decisions.filter(stays),
    sessions: region.sessions.filter((row) => !ownSession(row)),
  };
}

function unitGone(about: string, unit: string): Told {
  return {
    code: 'unit_gone',
    about,
    sv: `Önskemålet om ${unit} räknas inte: enheten finns inte längre.`,
    en: `The wish about ${unit} does not count: the unit is no longer there.`,
  };
}

function seatsGone(about: string): Told {
  return {
    code: 'seats_gone',
    about,
    sv: `Platser kan inte hållas i ${about}, som inte längre finns.`,
    en: `No seats can be held in ${about}, which is no longer there.`,
  };
}

function seatsTaken(about: string, wanted: number, most: number): Told {
  return {
    code: 'seats_taken',
    about,
    sv: `Bara ${most} av ${wanted} platser kan hållas i ${about}; de andra är tagna.`,
    en: `Only ${most} of ${wanted} seats can be held in ${about}; the others are taken.`,
  };
}
