/**
 * The ejection tree (after Yagiura, Ibaraki and Glover, "An ejection chain approach for the generalized assignment
 * problem", INFORMS Journal on Computing 16 (2004)), bounded by loss.
 *
 * 1. A person moves to an option that promises something: the budget is what could be won at most.
 * 2. While a capacity is overfull, one of its people moves on or out; the three that lose least are tried in turn
 *    (loss, points for room left, room filled and rows overfull in turn, and noise), depth first, while the losses on the way
 *    stay below the budget.
 * 3. With no capacity overfull, the chain is kept if the cost truly fell. If it did not, the most expensive free place
 *    that the chain left behind is offered to those with a core option there, in the same way.
 * 4. Otherwise everything is undone.
 *
 * Cost: a look at the people of a row and their core options per node. Nodes are counted: they are the unit of work.
 */
import { UNPLACED } from '../../problem.ts';
import type { Core } from './losses.ts';
import type { Random } from './random.ts';
import type { State } from './state.ts';

const DEEPEST = 12;
const BRANCHES = 3;
const FULL_ROW_COST = 6;
const NOISE = 2;
/** The price of room counts up to this in ranking: it says where to look, not what is won. */
const ROOM_COUNTS = 4;
/** So many people of a row, and core options into a row, are looked at. */
const MOST_LOOKS = 256;
/** A smaller fall of the cost is rounding. */
const LEAST_GAIN = 1e-6;

/** The core options that use each row with an amount above 0: entries start[r] <= i < start[r + 1]. */
export interface Entrances {
  readonly start: Int32Array;
  readonly option: Int32Array;
  readonly loss: Float64Array;
}

export interface Tree {
  /** Tries to lower the cost, starting with this move; keeps what it finds and says whether it did. */
  readonly attempt: (person: number, option: number, budget: number, nodes: number) => boolean;
  /** Nodes looked at so far. */
  readonly nodes: () => number;
}

export function entrancesOf(state: State, core: Core): Entrances {
  const { useStart, useConstraint, useAmount, limit } = state.problem;
  const start = new Int32Array(limit.length + 1);
  const counts = (e: number): boolean => state.capacity[useConstraint[e]] === 1 && useAmount[e] > 0;
  for (const option of core.option) {
    for (let e = useStart[option]; e < useStart[option + 1]; e++)
      if (counts(e)) start[useConstraint[e] + 1]++;
  }
  for (let r = 0; r < limit.length; r++) start[r + 1] += start[r];
  const next = start.slice();
  const options = new Int32Array(start[limit.length]);
  const loss = new Float64Array(start[limit.length]);
  core.option.forEach((option, i) => {
    for (let e = useStart[option]; e < useStart[option + 1]; e++) {
      if (!counts(e)) continue;
      const at = next[useConstraint[e]]++;
      options[at] = option;
      loss[at] = core.loss[i];
    }
  });
  return { start, option: options, loss };
}

export function createTree(state: State, core: Core, entrances: Entrances, random: Random): Tree {
  const { problem, chosen, used, capacity, price } = state;
  const { useStart, useConstraint, useAmount, limit, participant } = problem;
  const inChain = new Int32Array(chosen.length);
  let chain = 0;
  const overfull: number[] = [];
  const left: number[] = [];
  // The branches of every depth, side by side, best first.
  const branchPerson = new Int32Array((DEEPEST + 1) * BRANCHES);
  const branchOption = new Int32Array((DEEPEST + 1) * BRANCHES);
  const branchRank = new Float64Array((DEEPEST + 1) * BRANCHES);
  let nodesLeft = 0;
  let nodesMade = 0;
  let goal = 0;
  let budget = 0;

  /** Moves, and notes the capacities that this overfills and those that it leaves with room. */
  const step = (person: number, option: number): void => {
    const old = chosen[person];
    state.move(person, option);
    inChain[person] = chain;
    if (option !== UNPLACED) {
      for (let e = useStart[option]; e < useStart[option + 1]; e++) {
        const r = useConstraint[e];
        if (capacity[r] === 1 && used[r] > limit[r]) overfull.push(r);
      }
    }
    if (old === UNPLACED) return;
    for (let e = useStart[old]; e < useStart[old + 1]; e++) {
      const r = useConstraint[e];
      if (capacity[r] === 1 && price[r] > 0) left.push(r);
    }
  };

  const stillOverfull = (): number => {
    for (let i = overfull.length - 1; i >= 0; i--)
      if (used[overfull[i]] > limit[overfull[i]]) return overfull[i];
    return -1;
  };

  /** The row left by this chain whose room is worth most. */
  const roomLeft = (): number => {
    let best = -1;
    let most = 0.5;
    for (const r of left) {
      const worth = price[r] * (limit[r] - used[r]);
      if (worth > most) {
        most = worth;
        best = r;
      }
    }
    return best;
  };

  const amountOf = (option: number, row: number): number => {
    for (let e = useStart[option]; e < useStart[option + 1]; e++)
      if (useConstraint[e] === row) return useAmount[e];
    return 0;
  };

  /** What capacities change by in a step, as far as is known before others move, in ranking points. */
  const rowsOf = (old: number, option: number): number => {
    let change = 0;
    if (old !== UNPLACED) {
      for (let e = useStart[old]; e < useStart[old + 1]; e++) {
        const r = useConstraint[e];
        const amount = option === UNPLACED ? 0 : amountOf(option, r);
        if (capacity[r] === 0 || amount === useAmount[e]) continue;
        const room = limit[r] - used[r];
        const more = Math.max(0, room + useAmount[e] - amount) - Math.max(0, room);
        change += Math.min(ROOM_COUNTS, price[r]) * Math.max(0, more);
      }
    }
    if (option === UNPLACED) return change;
    for (let e = useStart[option]; e < useStart[option + 1]; e++) {
      const r = useConstraint[e];
      if (capacity[r] === 0 || (old !== UNPLACED && amountOf(old, r) !== 0)) continue;
      const room = Math.max(0, limit[r] - used[r]);
      if (room < useAmount[e]) change += FULL_ROW_COST;
      change -= Math.min(ROOM_COUNTS, price[r]) * Math.min(room, useAmount[e]);
    }
    return change;
  };

  const offer = (depth: number, count: number, person: number, option: number, rank: number): number => {
    const from = depth * BRANCHES;
    let at = from + Math.min(count, BRANCHES - 1);
    if (count === BRANCHES && branchRank[at] <= rank) return count;
    for (; at > from && branchRank[at - 1] > rank; at--) {
      branchPerson[at] = branchPerson[at - 1];
      branchOption[at] = branchOption[at - 1];
      branchRank[at] = branchRank[at - 1];
    }
    branchPerson[at] = person;
    branchOption[at] = option;
    branchRank[at] = rank;
    return Math.min(count + 1, BRANCHES);
  };

  /** Those who could leave an overfull row. */
  const leavers = (depth: number, row: number, spent: number): number => {
    let count = 0;
    let looks = 0;
    for (
      let node = state.firstNode(row);
      node >= 0 && looks < MOST_LOOKS;
      node = state.nextNode(node), looks++
    ) {
      const person = state.personAt(node);
      if (inChain[person] === chain) continue;
      const now = chosen[person];
      const amount = amountOf(now, row);
      if (amount <= 0) continue;
      const base = state.lossOf(person, now);
      const out = state.lossOf(person, UNPLACED) - base;
      if (spent + out < budget)
        count = offer(depth, count, person, UNPLACED, out + rowsOf(now, UNPLACED) + NOISE * random());
      for (let i = core.start[person]; i < core.start[person + 1]; i++) {
        const change = core.loss[i] - base;
        if (spent + change >= budget) break;
        const option = core.option[i];
        if (option === now || amountOf(option, row) >= amount) continue;
        const rank = change + rowsOf(now, option) + NOISE * random();
        count = offer(depth, count, person, option, rank);
      }
    }
    return count;
  };

  /** Those who could take the room in a row. */
  const comers = (depth: number, row: number, spent: number): number => {
    let count = 0;
    const { start, option: options, loss } = entrances;
    const size = start[row + 1] - start[row];
    const first = size > MOST_LOOKS ? Math.floor(random() * size) : 0;
    for (let looks = 0; looks < Math.min(size, MOST_LOOKS); looks++) {
      const i = start[row] + ((first + looks) % size);
      const option = options[i];
      const person = participant[option];
      if (inChain[person] === chain || chosen[person] === option) continue;
      const change = loss[i] - state.lossOf(person, chosen[person]);
      if (spent + change >= budget || used[row] + amountOf(option, row) > limit[row]) continue;
      if (chosen[person] !== UNPLACED && amountOf(chosen[person], row) > 0) continue;
      const rank = change + rowsOf(chosen[person], option) + NOISE * random();
      count = offer(depth, count, person, option, rank);
    }
    return count;
  };

  const descend = (depth: number, spent: number): boolean => {
    nodesMade++;
    const row = stillOverfull();
    if (row < 0 && state.cost() < goal) return true;
    if (depth === DEEPEST || nodesLeft-- <= 0) return false;
    let count = 0;
    if (row >= 0) {
      count = leavers(depth, row, spent);
    } else {
      const room = roomLeft();
      if (room >= 0) count = comers(depth, room, spent);
    }
    for (let b = depth * BRANCHES; b < depth * BRANCHES + count; b++) {
      if (tryStep(depth, branchPerson[b], branchOption[b], spent)) return true;
    }
    return false;
  };

  const tryStep = (depth: number, person: number, option: number, spent: number): boolean => {
    const old = chosen[person];
    const [hadOverfull, hadLeft] = [overfull.length, left.length];
    const change = state.lossOf(person, option) - state.lossOf(person, old);
    step(person, option);
    if (descend(depth + 1, spent + change)) return true;
    state.move(person, old);
    inChain[person] = 0;
    overfull.length = hadOverfull;
    left.length = hadLeft;
    return false;
  };

  const attempt: Tree['attempt'] = (person, option, most, nodes) => {
    chain++;
    overfull.length = 0;
    left.length = 0;
    nodesLeft = nodes;
    budget = most;
    goal = state.cost() - LEAST_GAIN;
    // The first move's own change of loss is part of what the budget was reckoned from.
    const change = state.lossOf(person, option) - state.lossOf(person, chosen[person]);
    return tryStep(-1, person, option, -change);
  };

  return { attempt, nodes: () => nodesMade };
}
