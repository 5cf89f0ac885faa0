/**
 * What is wanted of seats in a future in which people of known kinds come at known times and stay as long as is
 * expected: at given prices, smoothed, how much of each place's slots they ask for.
 *
 * That a kind's options are worth the same to everyone of the kind lets a pass cost kinds x options x slots, however
 * many people there are. Somebody's maximum over options and slots, and over 0, is smoothed: tau x log-sum-exp.
 */
import type { Kinds } from './kinds.ts';
import type { Slots } from './slots.ts';

/** Somebody who can start in the slots from..until. */
export interface Want {
  readonly kind: number;
  readonly from: number;
  readonly until: number;
}

/** Writes what is asked for, in seat-weeks at place * slots + slot, at prices a seat and week. */
export type Demand = (price: Float64Array, tau: number, asked: Float64Array) => void;

/** Options so many taus below the best have no weight. */
const WINDOW = 12;

export function demandOf(kinds: Kinds, slots: Slots, wants: readonly Want[]): Demand {
  const { count } = slots;
  const size = kinds.seats.length * count;
  const cells = cellsOf(kinds, slots, wants);
  const { start, team, group, points } = cells;
  const cost = new Float64Array(size);
  const taken = new Float64Array(size);
  const share = new Float64Array(team.length);
  /** Per cell: the smoothed best of its options, what their weights add up to, and how many people pick it. */
  const best = new Float64Array(start.length - 1);
  const total = new Float64Array(best.length);
  const picked = new Float64Array(best.length);

  const weighOptions = (tau: number): void => {
    for (let c = 0; c < best.length; c++) {
      let most = Number.NEGATIVE_INFINITY;
      for (let e = start[c]; e < start[c + 1]; e++) {
        share[e] = points[e] - cost[team[e]] - cost[group[e]];
        if (share[e] > most) most = share[e];
      }
      let sum = 0;
      for (let e = start[c]; e < start[c + 1]; e++) {
        const below = (share[e] - most) / tau;
        share[e] = below > -WINDOW ? Math.exp(below) : 0;
        sum += share[e];
      }
      total[c] = sum;
      best[c] = most + tau * Math.log(sum);
    }
  };

  const pickSlots = (tau: number): void => {
    picked.fill(0);
    for (const { first, last } of cells.wants) {
      let most = 0;
      for (let c = first; c <= last; c++) if (best[c] > most) most = best[c];
      let sum = Math.exp(-most / tau);
      for (let c = first; c <= last; c++) sum += Math.exp((best[c] - most) / tau);
      for (let c = first; c <= last; c++) picked[c] += Math.exp((best[c] - most) / tau) / sum;
    }
  };

  return (price, tau, asked) => {
    costOfStays(slots, price, cost);
    weighOptions(tau);
    pickSlots(tau);
    taken.fill(0);
    for (let c = 0; c < best.length; c++) {
      const each = picked[c] / total[c];
      for (let e = start[c]; e < start[c + 1]; e++) {
        taken[team[e]] += each * share[e];
        taken[group[e]] += each * share[e];
      }
    }
    weeksOfStays(slots, taken, asked);
  };
}

/** Per place and slot: what a stay from there on costs. */
function costOfStays({ count, use }: Slots, price: Float64Array, cost: Float64Array): void {
  for (let at = 0; at < cost.length; at += count) {
    for (let s = 0; s < count; s++) {
      let sum = 0;
      for (let j = s; j < count; j++) sum += use[s * count + j] * price[at + j];
      cost[at + s] = sum;
    }
  }
}

/** Per place and slot: the weeks there of all stays that began before or then. */
function weeksOfStays({ count, use }: Slots, taken: Float64Array, asked: Float64Array): void {
  asked.fill(0);
  for (let at = 0; at < taken.length; at += count) {
    for (let s = 0; s < count; s++) {
      const stays = taken[at + s];
      if (stays > 0) for (let j = s; j < count; j++) asked[at + j] += stays * use[s * count + j];
    }
  }
}

/** The kinds and slots that somebody can start in, those of a kind in rising order, and what is asked for in each. */
interface Cells {
  /** Cell c has the entries start[c] <= e < start[c + 1]: an option's cells of team and SFI group, and its points. */
  readonly start: Int32Array;
  readonly team: Int32Array;
  readonly group: Int32Array;
  readonly points: Float64Array;
  /** Everybody's cells. */
  readonly wants: readonly { readonly first: number; readonly last: number }[];
}

function cellsOf(kinds: Kinds, { count, weeks }: Slots, wants: readonly Want[]): Cells {
  const having = wants.filter(({ kind }) => kinds.start[kind] < kinds.start[kind + 1]);
  const asked = new Uint8Array(kinds.count * count);
  for (const { kind, from, until } of having) asked.fill(1, kind * count + from, kind * count + until + 1);
  const cell = new Int32Array(asked.length);
  const start = [0];
  const [team, group, points]: number[][] = [[], [], []];
  for (let at = 0; at < asked.length; at++) {
    if (asked[at] === 0) continue;
    const [kind, slot] = [Math.floor(at / count), at % count];
    cell[at] = start.length - 1;
    for (let o = kinds.start[kind]; o < kinds.start[kind + 1]; o++) {
      team.push(kinds.team[o] * count + slot);
      group.push(kinds.group[o] * count + slot);
      points.push(kinds.points[o] * weeks[slot]);
    }
    start.push(team.length);
  }
  return {
    start: Int32Array.from(start),
    team: Int32Array.from(team),
    group: Int32Array.from(group),
    points: Float64Array.from(points),
    wants: having.map(({ kind, from, until }) => ({
      first: cell[kind * count + from],
      last: cell[kind * count + until],
    })),
  };
}
