/**
 * The cheapest capacity as one problem of the one kind of constraint: points are costs below 0, so the best objective is the least cost.
 *
 *     a seat of a team or SFI group     its row, with the cost as penalty per seat beyond the limit, and a hard row for the most
 *     a supervisor                      an extra choice that costs and gives room for as many as a supervisor receives
 *     a whole new team or group         its row at limit 0, and an extra choice that costs and gives all its seats
 *     the target                        a hard row: -(those placed) <= -target
 *     equity, mix, balance, locks       the hard rows of the matching, as they are; equity is hard here whatever its penalty
 *
 * People's options are worth 0: how well they fit is for the match that follows to say. What would be nice (adults wanted) is left out. The
 * mix is stated for the most seats that a team may get; as any share of fewer is among those shares, that is the same rule.
 */
import { createProblemBuilder } from '../../../solver/builder.ts';
import type { Problem } from '../../../solver/problem.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Region } from '../../domain/region.ts';
import { type Choices, findChoices } from '../../matching/matching.ts';
import { type Room, withAllSeats } from './candidates.ts';
import type { Opening } from './capacity-format.ts';

/** What may not be opened at all, for the next-best alternatives. */
export type Barred = Pick<Opening, 'kind' | 'id'>;

export interface CapacityQuestion {
  readonly choices: Choices;
  readonly limits: readonly PlaceLimit[];
  /** Teams and groups that open as a whole. */
  readonly wholes: readonly Whole[];
  readonly supervisors: readonly Supervisors[];
}

/** Seats of a team or group: so many are there, so many may be added, at a cost each. */
interface PlaceLimit {
  readonly kind: 'team_seat' | 'sfi_seat';
  readonly id: string;
  readonly seats: number;
  readonly most: number;
  readonly cost: number;
}

interface Whole {
  readonly kind: 'team' | 'sfi_group';
  readonly id: string;
  readonly seats: number;
  readonly cost: number;
}

interface Supervisors {
  readonly id: string;
  /** People that those who are there can receive. */
  readonly places: number;
  readonly each: number;
  readonly most: number;
  readonly cost: number;
}

/** `extended` is the region with the whole teams and groups that may open, as they would be; `base` the region as it is. */
export function capacityQuestion(
  base: Region,
  extended: Region,
  policy: Policy,
  room: Room,
): CapacityQuestion {
  const { costs = {} } = policy;
  const hard = { ...policy, equity: { ...policy.equity, penalty: null } };
  const choices = findChoices(withAllSeats(extended, policy, room.mostSeats), hard);
  const isThere = new Set([...base.teams, ...base.sfi_groups].map(({ id }) => id));
  const open = (row: { seats: number; reserved_seats?: number | undefined }): number =>
    Math.max(0, row.seats - (row.reserved_seats ?? 0));
  const more = (cost: number | undefined): number => (cost === undefined ? 0 : room.mostSeats);
  return {
    choices,
    limits: [
      ...base.teams.map((team) => ({
        kind: 'team_seat' as const,
        id: team.id,
        seats: open(team),
        most: more(costs.team_seat),
        cost: costs.team_seat ?? 0,
      })),
      ...base.sfi_groups.map((group) => ({
        kind: 'sfi_seat' as const,
        id: group.id,
        seats: open(group),
        most: more(costs.sfi_seat),
        cost: costs.sfi_seat ?? 0,
      })),
    ],
    wholes: [
      ...extended.teams
        .filter(({ id }) => !isThere.has(id))
        .map((team) => ({
          kind: 'team' as const,
          id: team.id,
          seats: supervised(team),
          cost: costs.team ?? 0,
        })),
      ...extended.sfi_groups
        .filter(({ id }) => !isThere.has(id))
        .map((group) => ({
          kind: 'sfi_group' as const,
          id: group.id,
          seats: open(group),
          cost: costs.sfi_group ?? 0,
        })),
    ],
    supervisors: base.teams.flatMap((team) => supervisorsOf(team, costs.supervisor, more(costs.team_seat))),
  };
}

type Team = Region['teams'][number];

/** The open seats of a new team, or fewer where its supervisors do not suffice. */
function supervised({ seats, reserved_seats = 0, supervisors, per_supervisor }: Team): number {
  const places = per_supervisor === undefined ? seats : Math.min(seats, supervisors * per_supervisor);
  return Math.max(0, places - reserved_seats);
}

function supervisorsOf(team: Team, cost: number | undefined, more: number): readonly Supervisors[] {
  const { id, seats, reserved_seats = 0, supervisors, per_supervisor: each } = team;
  if (each === undefined) return [];
  const places = Math.max(0, supervisors * each - reserved_seats);
  const needed = Math.max(0, seats + more - supervisors * each);
  const most = cost === undefined || each === 0 ? 0 : Math.ceil(needed / each);
  return [{ id, places, each, most, cost: cost ?? 0 }];
}

/** An extra choice of the problem and what it opens; in the problem it stands after the participants, in this order. */
interface OpeningChoice {
  readonly kind: 'supervisor' | 'team' | 'sfi_group';
  readonly id: string;
  readonly cost: number;
}

/** A row whose overrun is seats that open. */
interface SeatRow {
  readonly row: number;
  readonly kind: 'team_seat' | 'sfi_seat';
  readonly id: string;
  readonly cost: number;
}

export interface CapacityProblem {
  readonly problem: Problem;
  readonly seatRows: readonly SeatRow[];
  readonly choices: readonly OpeningChoice[];
}

/**
 * The problem of a question. `target` people are to be placed, at the least cost; null asks instead how many can be placed, whatever it
 * costs. What is `barred` may not be opened.
 */
export function capacityProblem(
  { choices, limits, wholes, supervisors }: CapacityQuestion,
  target: number | null,
  barred: Barred | null = null,
): CapacityProblem {
  const { region, options, rows, teller } = choices;
  const price = target === null ? 0 : 1;
  const isBarred = (kind: Opening['kind'], id: string): boolean => barred?.kind === kind && barred.id === id;
  const builder = createProblemBuilder();
  for (const { id } of region.participants) builder.participant(id);
  const seatRow = new Map<string, number>();
  const capRow = new Map<string, number>();
  const seatRows: SeatRow[] = [];
  for (const { kind, id, seats, most, cost } of limits) {
    const may = isBarred(kind, id) ? 0 : most;
    const row = builder.constraint(
      `${kind}:${id}`,
      seats,
      may === 0 ? Number.POSITIVE_INFINITY : cost * price,
    );
    seatRow.set(id, row);
    if (may === 0) continue;
    seatRows.push({ row, kind, id, cost });
    capRow.set(id, builder.constraint(`most:${kind}:${id}`, seats + may));
  }
  for (const { kind, id } of wholes) seatRow.set(id, builder.constraint(`${kind}:${id}`, 0));
  const supervision = new Map(
    supervisors.map(({ id, places }) => [id, builder.constraint(`supervision:${id}`, places)]),
  );
  const targetRow = target === null ? -1 : builder.constraint('target', -target);
  const kept = rows.map(({ id, limit, penalty }) =>
    penalty === Number.POSITIVE_INFINITY && !/^(?:team|supervisors|sfi):/.test(id)
      ? builder.constraint(id, limit)
      : -1,
  );
  const use = (row: number | undefined, amount: number): void => {
    if (row !== undefined && row >= 0) builder.use(row, amount);
  };
  const tell = teller((row, amount) => use(kept[row], amount));
  for (let k = 0; k < options.participant.length; k++) {
    builder.option(options.participant[k], target === null ? 1 : 0);
    const team = region.teams[options.team[k]].id;
    const group = region.sfi_groups[options.sfi[k]].id;
    for (const row of [seatRow.get(team), capRow.get(team), supervision.get(team)]) use(row, 1);
    for (const row of [seatRow.get(group), capRow.get(group)]) use(row, 1);
    use(targetRow, -1);
    tell(k);
  }
  const opened: OpeningChoice[] = [];
  const choose = (choice: OpeningChoice, name: string, row: number | undefined, gives: number): void => {
    if (isBarred(choice.kind, choice.id)) return;
    builder.option(builder.participant(name), -choice.cost * price);
    use(row, -gives);
    opened.push(choice);
  };
  for (const { id, each, most, cost } of supervisors)
    for (let n = 1; n <= most; n++)
      choose({ kind: 'supervisor', id, cost }, `open:supervisor:${id}:${n}`, supervision.get(id), each);
  for (const { kind, id, seats, cost } of wholes)
    choose({ kind, id, cost }, `open:${kind}:${id}`, seatRow.get(id), seats);
  return { problem: builder.build(), seatRows, choices: opened };
}
