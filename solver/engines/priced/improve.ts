/**
 * Improves an assignment by passes of ejection trees.
 *
 * 1. In each pass every person, in random order, and every core option of theirs, is reckoned: what would be won if
 *    nobody stood in the way (own loss, room filled, violations and overruns undone)? Where that is above half a
 *    point, a tree starts there with that as its budget.
 * 2. When few trees succeed, they get more nodes in the next pass; rows still broken cost half as much again.
 * 3. It ends when passes with the most nodes win next to nothing.
 *
 * The best assignment that breaks no row is told after every pass. Work is counted in nodes.
 */
import { UNPLACED } from '../../problem.ts';
import type { Watch } from '../watch.ts';
import { exchange } from './cycles.ts';
import type { Core } from './losses.ts';
import type { Places } from './places.ts';
import type { Random } from './random.ts';
import type { State } from './state.ts';
import { createTree, entrancesOf } from './tree.ts';

const LEAST_PROMISE = 0.5;
const FEWEST_NODES = 12;
const MOST_NODES = 100;
const STEEPER = 1.5;
const PEOPLE_PER_LOOK = 64;
/** The members of a row, with their options; the options of a person. */
const LOOKS_A_NODE = 300;
const LOOKS_A_PERSON = 60;

export interface ImproveOptions {
  /** Told after every pass; true stops. */
  readonly enough: () => boolean;
  readonly mostPasses: number;
  /** Places to exchange between, side by side. */
  readonly sides: readonly Places[];
}

export function improve(
  state: State,
  core: Core,
  random: Random,
  watch: Watch,
  { enough, mostPasses, sides }: ImproveOptions,
): void {
  const people = state.chosen.length;
  const order = Int32Array.from({ length: people }, (_, p) => p);
  const tree = createTree(state, core, entrancesOf(state, core), random);
  let nodes = FEWEST_NODES;
  let nodesTold = 0;
  for (let turn = 0; turn < mostPasses; turn++) {
    shuffle(order, random);
    state.recount();
    const before = state.cost();
    let tried = 0;
    let won = 0;
    for (let n = 0; n < people; n++) {
      if (n % PEOPLE_PER_LOOK === 0) {
        watch.spend(LOOKS_A_NODE * (tree.nodes() - nodesTold) + LOOKS_A_PERSON * PEOPLE_PER_LOOK);
        nodesTold = tree.nodes();
        if (watch.stop()) return;
      }
      const p = order[n];
      for (let i = core.start[p]; i < core.start[p + 1]; i++) {
        const option = core.option[i];
        if (option === state.chosen[p]) continue;
        const promise = promiseOf(state, p, option);
        if (promise < LEAST_PROMISE) continue;
        tried++;
        if (tree.attempt(p, option, promise, nodes)) won++;
      }
    }
    for (const places of sides) if (places.count > 1) exchange(state, core, places, watch);
    if (enough()) return;
    const broken = steepen(state);
    if (won * 20 < tried) nodes = Math.min(MOST_NODES, nodes * 2);
    if (!broken && nodes === MOST_NODES && before - state.cost() < 1e-5 * before + 1) return;
  }
}

/** What taking an option would win if others made room: what leaving the old one frees is not reckoned as a loss. */
function promiseOf(state: State, person: number, option: number): number {
  const { useStart, useConstraint, useAmount, limit } = state.problem;
  const { used } = state;
  const old = state.chosen[person];
  let promise = state.lossOf(person, old) - state.lossOf(person, option);
  for (let e = useStart[option]; e < useStart[option + 1]; e++) {
    const r = useConstraint[e];
    if (state.capacity[r] === 1) {
      if (used[r] < limit[r]) promise += state.price[r] * Math.min(useAmount[e], limit[r] - used[r]);
    } else {
      promise -= state.rowCost(r, used[r] + useAmount[e]) - state.rowCost(r, used[r]);
    }
  }
  if (old === UNPLACED) return promise;
  for (let e = useStart[old]; e < useStart[old + 1]; e++) {
    const r = useConstraint[e];
    if (state.capacity[r] === 1) continue;
    promise -= state.rowCost(r, used[r] - useAmount[e]) - state.rowCost(r, used[r]);
  }
  return promise;
}

/** Raises the price of hard rows that are broken now; says whether there are any. */
function steepen(state: State): boolean {
  const { limit, penalty } = state.problem;
  let broken = false;
  for (let r = 0; r < limit.length; r++) {
    if (penalty[r] < Number.POSITIVE_INFINITY || state.used[r] <= limit[r]) continue;
    state.over[r] *= STEEPER;
    broken = true;
  }
  if (broken) state.recount();
  return broken;
}

function shuffle(order: Int32Array, random: Random): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const kept = order[i];
    order[i] = order[j];
    order[j] = kept;
  }
}
