/**
 * Exact neighbourhoods: some hundred people who compete for the same places may choose anew, all others stay, and branch
 * and bound finds the best for them (large neighbourhood search, Shaw 1998).
 *
 * 1. A seed is drawn with a chance that grows with what it loses; a seed that led nowhere gets a smaller chance.
 * 2. From the seed it grows over the capacities of near-tied core options to everybody who is in them or could be.
 * 3. The part has their options with a small loss and the limits that the others leave. What is better is taken over.
 * 4. After some misses in a row neighbourhoods grow; where the search is not over within its steps they shrink.
 *
 * Work is counted in steps of the dual simplex, which repeat for the same seed; only the watch depends on the clock.
 */
import { type Problem, UNPLACED } from '../../problem.ts';
import { worthOf } from '../assignment.ts';
import { branchAndBound } from '../branching/search.ts';
import { priceBound } from '../price-bound.ts';
import type { Watch } from '../watch.ts';
import type { Core } from './losses.ts';
import type { Random } from './random.ts';
import type { State } from './state.ts';
import type { Entrances } from './tree.ts';

const FIRST_SIZE = 400;
const SMALLEST = 60;
const LARGEST = 1000;
const MISSES_TO_GROW = 6;
const MOST_STEPS = 5000;
const CUT_ROUNDS = 0;
/** Losses up to here make an option a way to grow over, and an option that may be chosen. */
const GROW_REACH = 12;
const CHOICE_REACH = 18;
/** Rows with more entrances than this are not grown over: everybody is in them. */
const MOST_ENTRANCES = 4000;
const AS_GOOD = 1e-6;

export interface NeighbourhoodOptions {
  /** Told after each that made it better, and now and then; true stops. */
  readonly enough: () => boolean;
  /** So many misses in a row end the search. */
  readonly mostMisses: number;
}

export function searchNeighbourhoods(
  state: State,
  core: Core,
  entrances: Entrances,
  random: Random,
  watch: Watch,
  { enough, mostMisses }: NeighbourhoodOptions,
): void {
  const people = state.chosen.length;
  const weight = new Float64Array(people).fill(1);
  let size = Math.min(FIRST_SIZE, people);
  for (let misses = 0; misses < mostMisses && !watch.stop() && !enough(); ) {
    const seed = drawSeed(state, entrances, weight, random);
    if (seed < 0) return;
    const members = grow(state, core, entrances, seed, size, random);
    const before = state.cost();
    const steps = solveFor(state, core, members, watch);
    if (state.cost() < before - AS_GOOD) {
      misses = 0;
      for (const p of members) weight[p] = 1;
    } else {
      misses++;
      weight[seed] *= 0.3;
      if (misses % MISSES_TO_GROW === 0) size = Math.min(LARGEST, Math.ceil(size * 1.2), people);
    }
    if (steps >= MOST_STEPS) size = Math.max(Math.min(SMALLEST, people), Math.floor(size * 0.8));
  }
}

/** A person by what they lose, or somebody who could fill a costly free place; -1 where nothing is lost. */
function drawSeed(state: State, entrances: Entrances, weight: Float64Array, random: Random): number {
  const { chosen, used, problem } = state;
  let total = 0;
  const visit = (take: (person: number, chance: number) => boolean): void => {
    for (let p = 0; p < chosen.length; p++) {
      const loss = state.lossOf(p, chosen[p]);
      if (loss > AS_GOOD && take(p, Math.min(loss, 100) * weight[p])) return;
    }
    for (let r = 0; r < used.length; r++) {
      const size = entrances.start[r + 1] - entrances.start[r];
      if (size === 0 || state.price[r] === 0 || used[r] >= problem.limit[r]) continue;
      const person = problem.participant[entrances.option[entrances.start[r] + (r % size)]];
      if (take(person, Math.min(100, state.price[r] * (problem.limit[r] - used[r])) * weight[person])) return;
    }
  };
  visit((_, chance) => {
    total += chance;
    return false;
  });
  let left = random() * total;
  let drawn = -1;
  visit((person, chance) => {
    drawn = person;
    left -= chance;
    return left <= 0;
  });
  return drawn;
}

/** The people around a seed, in rising order. */
function grow(
  state: State,
  core: Core,
  entrances: Entrances,
  seed: number,
  size: number,
  random: Random,
): Int32Array {
  const { useStart, useConstraint, participant } = state.problem;
  const members = new Set([seed]);
  const rows = new Set<number>();
  for (const person of members) {
    for (let i = core.start[person]; i < core.start[person + 1] && core.loss[i] <= GROW_REACH; i++) {
      const option = core.option[i];
      for (let e = useStart[option]; e < useStart[option + 1]; e++) {
        const r = useConstraint[e];
        const from = entrances.start[r];
        const count = entrances.start[r + 1] - from;
        if (count === 0 || count > MOST_ENTRANCES || rows.has(r)) continue;
        rows.add(r);
        const turn = Math.floor(random() * count);
        for (let j = 0; j < count; j++) {
          const at = from + ((j + turn) % count);
          const other = participant[entrances.option[at]];
          if (entrances.loss[at] > GROW_REACH && state.chosen[other] !== entrances.option[at]) continue;
          members.add(other);
          if (members.size >= size) return Int32Array.from(members).sort();
        }
      }
    }
  }
  return Int32Array.from(members).sort();
}

/** Lets the members choose anew; returns the steps it took. */
function solveFor(state: State, core: Core, members: Int32Array, watch: Watch): number {
  const { part, optionOf, rowOf } = partOf(state, core, members);
  if (part.participant.length === 0) return 0;
  const chosen = Int32Array.from(members, (p) => optionOf.indexOf(state.chosen[p]));
  const prices = Float64Array.from(rowOf, (r) => state.price[r]);
  const found = branchAndBound({
    stated: part,
    problem: part,
    root: { ...priceBound(part, prices), prices },
    start: { chosen, objective: worthOf(part, chosen).objective },
    gap: 0,
    watch,
    steps: MOST_STEPS,
    cutRounds: CUT_ROUNDS,
  });
  if (found?.incumbent && found.incumbent.chosen !== chosen) {
    takeOver(state, members, optionOf, found.incumbent.chosen);
  }
  return found?.steps ?? MOST_STEPS;
}

/** The members' part of the problem: their options with a small loss, the rows these touch, what others leave of them. */
function partOf(
  state: State,
  core: Core,
  members: Int32Array,
): { readonly part: Problem; readonly optionOf: Int32Array; readonly rowOf: readonly number[] } {
  const { problem, chosen, used } = state;
  const rowAt = new Map<number, number>();
  const rows: number[] = [];
  const [participant, score, options]: [number[], number[], number[]] = [[], [], []];
  const [useStart, useConstraint, useAmount]: [number[], number[], number[]] = [[0], [], []];
  const own: number[] = [];
  members.forEach((p, m) => {
    for (let i = core.start[p]; i < core.start[p + 1]; i++) {
      const k = core.option[i];
      if (core.loss[i] > CHOICE_REACH && k !== chosen[p]) continue;
      participant.push(m);
      score.push(problem.score[k]);
      options.push(k);
      for (let e = problem.useStart[k]; e < problem.useStart[k + 1]; e++) {
        const r = problem.useConstraint[e];
        let at = rowAt.get(r);
        if (at === undefined) {
          at = rows.length;
          rowAt.set(r, at);
          rows.push(r);
          own.push(0);
        }
        useConstraint.push(at);
        useAmount.push(problem.useAmount[e]);
        if (k === chosen[p]) own[at] += problem.useAmount[e];
      }
      useStart.push(useConstraint.length);
    }
  });
  const limit = Float64Array.from(rows, (r, at) => {
    const others = problem.limit[r] - used[r] + own[at];
    // A hard row that is broken as things stand need not be mended here, only not broken further.
    return problem.penalty[r] === Number.POSITIVE_INFINITY ? Math.max(others, own[at]) : others;
  });
  return {
    part: {
      participants: Array.from(members, (p) => problem.participants[p]),
      constraints: rows.map((r) => problem.constraints[r]),
      limit,
      penalty: Float64Array.from(rows, (r) => problem.penalty[r]),
      participant: Int32Array.from(participant),
      score: Float64Array.from(score),
      useStart: Int32Array.from(useStart),
      useConstraint: Int32Array.from(useConstraint),
      useAmount: Float64Array.from(useAmount),
    },
    optionOf: Int32Array.from(options),
    rowOf: rows,
  };
}

/** Moves the members to what was found for them; takes it back where that is worse, or breaks a capacity by rounding. */
function takeOver(state: State, members: Int32Array, optionOf: Int32Array, found: Int32Array): void {
  const before = state.cost();
  const old = Int32Array.from(members, (p) => state.chosen[p]);
  const next = found.map((k) => (k === UNPLACED ? UNPLACED : optionOf[k]));
  members.forEach((p, m) => {
    if (next[m] !== old[m]) state.move(p, next[m]);
  });
  const { limit } = state.problem;
  const broken = state.capacity.some((is, r) => is === 1 && state.used[r] > limit[r]);
  if (!broken && state.cost() <= before + AS_GOOD) return;
  members.forEach((p, m) => {
    if (next[m] !== old[m]) state.move(p, old[m]);
  });
}
