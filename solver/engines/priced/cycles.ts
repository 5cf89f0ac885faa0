/**
 * Cyclic exchanges (Thompson and Orlin, "The theory of cyclic transfers", 1989): everybody in a cycle of places moves on
 * to the next one, at once.
 *
 * 1. Places are families of rows (a team; an SFI group), one graph per side; what an option uses of the other side must
 *    have room or stay the same. One node more stands for being unplaced and for free seats.
 * 2. An arc from place s to place t is the person in s who could change to t at the smallest change of loss and of
 *    all rows but the capacities of this side. From a place with room to the free node: a seat that may be filled. From the free
 *    node: somebody unplaced, or a seat left empty.
 * 3. Bellman and Ford's labels from the free node find cycles of negative cost, and trails that leave the free node and
 *    come back to it; those with no place in common are applied, each kept only where the cost truly fell and no
 *    capacity broke.
 *
 * Cost: the core's entries, and a few dozen passes over the arcs.
 */
import { UNPLACED } from '../../problem.ts';
import type { Watch } from '../watch.ts';
import type { Core } from './losses.ts';
import type { Places } from './places.ts';
import type { State } from './state.ts';

const LABEL_PASSES = 40;
const CYCLE_PASSES = 8;
const MOST_ROUNDS = 12;
/** An arc is looked at in every pass of labels. */
const LOOKS_AN_ARC = 60;
const LEAST_GAIN = 1e-6;
/** A trail that has not come back to the free node by then goes round a cycle of labels. */
const LONGEST_TRAIL = 64;

/** Applies cycles until none is found that lowers the cost. */
export function exchange(state: State, core: Core, places: Places, watch: Watch): void {
  for (let round = 0; round < MOST_ROUNDS && !watch.stop(); round++) {
    watch.spend(LOOKS_AN_ARC * core.option.length);
    if (applyCycles(state, arcsOf(state, core, places)) === 0) return;
  }
}

interface Arcs {
  readonly nodes: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly cost: Float64Array;
  /** Who moves along the arc, and to which option; -1 where nobody does. */
  readonly person: Int32Array;
  readonly option: Int32Array;
}

function arcsOf(state: State, core: Core, places: Places): Arcs {
  const { chosen } = state;
  const free = places.count;
  const from: number[] = [];
  const to: number[] = [];
  const cost: number[] = [];
  const person: number[] = [];
  const option: number[] = [];
  /** Per place reached from the place at hand: its arc so far. */
  const arcTo = new Int32Array(places.count + 1).fill(-1);
  const offer = (s: number, t: number, change: number, who: number, what: number): void => {
    const known = arcTo[t];
    if (known >= 0 && from[known] === s) {
      if (cost[known] <= change) return;
      cost[known] = change;
      person[known] = who;
      option[known] = what;
      return;
    }
    arcTo[t] = from.length;
    from.push(s);
    to.push(t);
    cost.push(change);
    person.push(who);
    option.push(what);
  };
  const byPlace = peopleByPlace(state, places);
  for (let s = 0; s <= free; s++) {
    for (let i = byPlace.start[s]; i < byPlace.start[s + 1]; i++) {
      const p = byPlace.person[i];
      const now = chosen[p];
      const base = state.lossOf(p, now);
      if (s !== free)
        offer(
          s,
          free,
          state.lossOf(p, UNPLACED) - base + otherRows(state, places, now, UNPLACED),
          p,
          UNPLACED,
        );
      for (let c = core.start[p]; c < core.start[p + 1]; c++) {
        const next = core.option[c];
        const t = places.placeOf[next];
        if (t < 0 || t === s || !roomElsewhere(state, places, now, next)) continue;
        offer(s, t, core.loss[c] - base + otherRows(state, places, now, next), p, next);
      }
    }
  }
  const { room, worth } = roomOf(state, places);
  for (let s = 0; s < free; s++) {
    if (room[s] === 1) offer(s, free, -worth[s], -1, -1);
  }
  arcTo.fill(-1);
  for (let t = 0; t < free; t++) {
    from.push(free);
    to.push(t);
    cost.push(worth[t]);
    person.push(-1);
    option.push(-1);
  }
  return {
    nodes: places.count + 1,
    from: Int32Array.from(from),
    to: Int32Array.from(to),
    cost: Float64Array.from(cost),
    person: Int32Array.from(person),
    option: Int32Array.from(option),
  };
}

/** People by the place of their option; the unplaced by the free node. */
function peopleByPlace(
  state: State,
  places: Places,
): { readonly start: Int32Array; readonly person: Int32Array } {
  const { chosen } = state;
  const place = (p: number): number => (chosen[p] === UNPLACED ? places.count : places.placeOf[chosen[p]]);
  const start = new Int32Array(places.count + 2);
  for (let p = 0; p < chosen.length; p++) if (place(p) >= 0) start[place(p) + 1]++;
  for (let s = 0; s <= places.count; s++) start[s + 1] += start[s];
  const next = start.slice();
  const person = new Int32Array(start[places.count + 1]);
  for (let p = 0; p < chosen.length; p++) if (place(p) >= 0) person[next[place(p)]++] = p;
  return { start, person };
}

/** Whether the capacities that an option uses on the other side have room, once the old option is left. */
function roomElsewhere(state: State, places: Places, old: number, option: number): boolean {
  const { useStart, useConstraint, useAmount, limit } = state.problem;
  for (let e = useStart[option]; e < useStart[option + 1]; e++) {
    const r = useConstraint[e];
    if (state.capacity[r] === 0 || places.placeOfRow[r] >= 0) continue;
    let use = state.used[r] + useAmount[e];
    if (use <= limit[r]) continue;
    if (old !== UNPLACED) {
      for (let f = useStart[old]; f < useStart[old + 1]; f++) if (useConstraint[f] === r) use -= useAmount[f];
    }
    if (use > limit[r]) return false;
  }
  return true;
}

/** What all rows change by but the capacities of this side, which somebody else fills or frees. */
function otherRows(state: State, places: Places, old: number, option: number): number {
  const { useStart, useConstraint, useAmount } = state.problem;
  const amountOf = (k: number, r: number): number => {
    if (k === UNPLACED) return 0;
    for (let e = useStart[k]; e < useStart[k + 1]; e++) if (useConstraint[e] === r) return useAmount[e];
    return 0;
  };
  const change = (r: number, amount: number): number =>
    amount === 0 || (state.capacity[r] === 1 && places.placeOfRow[r] >= 0)
      ? 0
      : state.rowCost(r, state.used[r] + amount) - state.rowCost(r, state.used[r]);
  let total = 0;
  if (old !== UNPLACED) {
    for (let e = useStart[old]; e < useStart[old + 1]; e++) {
      const r = useConstraint[e];
      total += change(r, amountOf(option, r) - useAmount[e]);
    }
  }
  if (option !== UNPLACED) {
    for (let e = useStart[option]; e < useStart[option + 1]; e++) {
      const r = useConstraint[e];
      if (amountOf(old, r) === 0) total += change(r, useAmount[e]);
    }
  }
  return total;
}

/** Per place: whether all its capacities have room, and what one seat is worth at the prices. */
function roomOf(state: State, places: Places): { readonly room: Uint8Array; readonly worth: Float64Array } {
  const room = new Uint8Array(places.count).fill(1);
  const worth = new Float64Array(places.count);
  for (let r = 0; r < state.used.length; r++) {
    const place = places.placeOfRow[r];
    if (place < 0 || state.capacity[r] === 0) continue;
    if (state.used[r] + 1 > state.problem.limit[r]) room[place] = 0;
    worth[place] += state.price[r];
  }
  return { room, worth };
}

function applyCycles(state: State, arcs: Arcs): number {
  const { nodes, from, to, cost } = arcs;
  const free = nodes - 1;
  const label = new Float64Array(nodes).fill(Number.POSITIVE_INFINITY);
  label[free] = 0;
  const arcInto = new Int32Array(nodes).fill(-1);
  const taken = new Uint8Array(nodes);
  let kept = 0;
  /** Applies the arcs where none of their places was changed before. */
  const use = (trail: readonly number[]): void => {
    if (trail.some((a) => to[a] !== free && taken[to[a]] === 1)) return;
    if (trail.some((a) => from[a] !== free && taken[from[a]] === 1)) return;
    for (const a of trail) {
      taken[to[a]] = 1;
      taken[from[a]] = 1;
    }
    if (applyTrail(state, arcs, trail)) kept++;
  };
  for (let pass = 1; pass <= LABEL_PASSES; pass++) {
    let changed = false;
    for (let a = 0; a < from.length; a++) {
      const next = label[from[a]] + cost[a];
      if (to[a] === free || next >= label[to[a]] - 1e-9) continue;
      label[to[a]] = next;
      arcInto[to[a]] = a;
      changed = true;
    }
    if (!changed || pass % CYCLE_PASSES === 0) for (const cycle of cyclesOf(arcs, arcInto)) use(cycle);
    if (!changed) break;
  }
  const exits = [...from.keys()].filter((a) => to[a] === free && label[from[a]] + cost[a] < -LEAST_GAIN);
  exits.sort((a, b) => label[from[a]] + cost[a] - label[from[b]] - cost[b] || a - b);
  for (const exit of exits) {
    const trail = [exit];
    for (let at = from[exit]; at !== free && trail.length <= LONGEST_TRAIL; at = from[arcInto[at]]) {
      if (taken[at] === 1) break;
      trail.push(arcInto[at]);
    }
    if (from[trail[trail.length - 1]] === free) use(trail);
  }
  return kept;
}

/** The cycles among the arcs that last lowered each label: a node met twice on one walk back closes one. */
function cyclesOf({ nodes, from }: Arcs, arcInto: Int32Array): readonly (readonly number[])[] {
  const seen = new Int32Array(nodes).fill(-1);
  const cycles: number[][] = [];
  for (let node = 0; node < nodes; node++) {
    let at = node;
    while (arcInto[at] >= 0 && seen[at] < 0) {
      seen[at] = node;
      at = from[arcInto[at]];
    }
    if (arcInto[at] < 0 || seen[at] !== node) continue;
    const cycle = [arcInto[at]];
    for (let n = from[arcInto[at]]; n !== at; n = from[arcInto[n]]) cycle.push(arcInto[n]);
    cycles.push(cycle);
  }
  return cycles;
}

/** Moves everybody along the arcs; takes it back where the cost did not fall or a capacity broke. */
function applyTrail(state: State, { person, option }: Arcs, trail: readonly number[]): boolean {
  const before = state.cost();
  const movers = trail.filter((a) => person[a] >= 0);
  const old = movers.map((a) => state.chosen[person[a]]);
  for (const a of movers) state.move(person[a], option[a]);
  if (state.cost() < before - LEAST_GAIN && movers.every((a) => fits(state, option[a]))) return true;
  movers.forEach((a, i) => {
    state.move(person[a], old[i]);
  });
  return false;
}

function fits(state: State, option: number): boolean {
  if (option === UNPLACED) return true;
  const { useStart, useConstraint, limit } = state.problem;
  for (let e = useStart[option]; e < useStart[option + 1]; e++) {
    const r = useConstraint[e];
    if (state.capacity[r] === 1 && state.used[r] > limit[r]) return false;
  }
  return true;
}
