/**
 * The options of a problem in canonical order (canonical.ts): participant by participant, the one with the most points
 * first, and what each uses by constraint.
 *
 * 1. Options are put with their participant (counting sort).
 * 2. What a participant's options use is copied to a scratch, sorted by constraint (insertion).
 * 3. The options are sorted (merge sort) by points and, where these tie, constraint by constraint and amount by amount.
 *    Options that are still equal are interchangeable but for their team and SFI group, which then decide.
 * 4. The scratch is copied out in this order.
 *
 * Cost: O(O log(options a person) + E). Nothing is allocated per participant but where one has more than all before.
 */
import { type Amounts, type Indices, indexArray, type Problem } from './problem.ts';

export interface CanonicalOptions {
  /** Canonical index -> index in the original problem. */
  readonly optionOf: Int32Array;
  readonly useStart: Int32Array;
  readonly useConstraint: Indices;
  readonly useAmount: Amounts;
}

/** `place` and `rank`: where each participant and each constraint stands in canonical order. */
export function arrangeOptions(problem: Problem, place: Int32Array, rank: Int32Array): CanonicalOptions {
  const { start, order } = byParticipant(problem, place);
  const options = order.length;
  const useStart = new Int32Array(options + 1);
  const useConstraint = indexArray(problem.useConstraint.length, rank.length);
  const useAmount = room(problem.useAmount);
  const scratch = scratchFor(problem, start, order);
  const { sorted, given } = scratch;
  let to = 0;
  for (let p = 0; p < place.length; p++) {
    const from = start[p];
    const count = start[p + 1] - from;
    for (let i = 0; i < count; i++) given[i] = order[from + i];
    copyRanked(problem, rank, count, scratch);
    sortPlaces(count, scratch);
    for (let i = 0; i < count; i++) {
      order[from + i] = given[sorted[i]];
      for (let e = scratch.start[sorted[i]]; e < scratch.start[sorted[i] + 1]; e++, to++) {
        useConstraint[to] = scratch.constraint[e];
        useAmount[to] = scratch.amount[e];
      }
      useStart[from + i + 1] = to;
    }
  }
  return { optionOf: order, useStart, useConstraint, useAmount };
}

/** An array for as many amounts, of 32 bits where they fit. */
function room(amounts: Amounts): Amounts {
  for (let e = 0; e < amounts.length; e++) {
    if (amounts[e] !== (amounts[e] | 0)) return new Float64Array(amounts.length);
  }
  return new Int32Array(amounts.length);
}

/** Options grouped by participant: place p has order[start[p]] up to, not including, order[start[p + 1]]. */
function byParticipant({ participant }: Problem, place: Int32Array) {
  const start = new Int32Array(place.length + 1);
  for (let k = 0; k < participant.length; k++) start[place[participant[k]] + 1]++;
  for (let p = 0; p < place.length; p++) start[p + 1] += start[p];
  const next = start.slice();
  const order = new Int32Array(participant.length);
  for (let k = 0; k < participant.length; k++) order[next[place[participant[k]]]++] = k;
  return { start, order };
}

/** The options of one participant: points, what they use, and team and SFI group, each at its place among them. */
interface Scratch {
  /** Their indices in the original problem. */
  readonly given: Int32Array;
  readonly score: Float64Array;
  readonly team: Int32Array;
  readonly sfi: Int32Array;
  readonly start: Int32Array;
  readonly constraint: Int32Array;
  readonly amount: Float64Array;
  /** The places in canonical order, and room for merging. */
  readonly sorted: Int32Array;
  readonly merged: Int32Array;
}

function scratchFor({ useStart }: Problem, start: Int32Array, order: Int32Array): Scratch {
  let options = 0;
  let entries = 0;
  for (let p = 0; p + 1 < start.length; p++) {
    options = Math.max(options, start[p + 1] - start[p]);
    let uses = 0;
    for (let i = start[p]; i < start[p + 1]; i++) uses += useStart[order[i] + 1] - useStart[order[i]];
    entries = Math.max(entries, uses);
  }
  return {
    given: new Int32Array(options),
    score: new Float64Array(options),
    team: new Int32Array(options),
    sfi: new Int32Array(options),
    start: new Int32Array(options + 1),
    constraint: new Int32Array(entries),
    amount: new Float64Array(entries),
    sorted: new Int32Array(options),
    merged: new Int32Array(options),
  };
}

/** What the first `count` options given use, into the scratch. */
function copyRanked(
  problem: Problem,
  rank: Int32Array,
  count: number,
  { given, score, team, sfi, start, constraint, amount, sorted }: Scratch,
): void {
  const { useStart, useConstraint, useAmount } = problem;
  let end = 0;
  for (let i = 0; i < count; i++) {
    const k = given[i];
    score[i] = problem.score[k];
    if (problem.team && problem.sfi) {
      team[i] = problem.team[k];
      sfi[i] = problem.sfi[k];
    }
    sorted[i] = i;
    start[i] = end;
    for (let e = useStart[k]; e < useStart[k + 1]; e++) {
      const r = rank[useConstraint[e]];
      let at = end++;
      for (; at > start[i] && constraint[at - 1] > r; at--) {
        constraint[at] = constraint[at - 1];
        amount[at] = amount[at - 1];
      }
      constraint[at] = r;
      amount[at] = useAmount[e];
    }
  }
  start[count] = end;
}

/** Sorts the first `count` of `sorted`, from runs of one, merged pair by pair. */
function sortPlaces(count: number, scratch: Scratch): void {
  const { score, sorted, merged } = scratch;
  for (let width = 1; width < count; width *= 2) {
    for (let low = 0; low + width < count; low += 2 * width) {
      const middle = low + width;
      const high = Math.min(middle + width, count);
      for (let i = low; i < middle; i++) merged[i] = sorted[i];
      for (let i = low, j = middle, to = low; i < middle; to++) {
        const byScore = j < high ? score[sorted[j]] - score[merged[i]] : -1;
        if (byScore > 0 || (byScore === 0 && comesBefore(sorted[j], merged[i], scratch))) {
          sorted[to] = sorted[j++];
        } else sorted[to] = merged[i++];
      }
    }
  }
}

/** Whether, of two options with the same points, a is before b: by what they use, then by team and SFI group. */
function comesBefore(a: number, b: number, { start, constraint, amount, team, sfi }: Scratch): boolean {
  const [lengthA, lengthB] = [start[a + 1] - start[a], start[b + 1] - start[b]];
  const shared = Math.min(lengthA, lengthB);
  for (let i = 0, x = start[a], y = start[b]; i < shared; i++, x++, y++) {
    if (constraint[x] !== constraint[y]) return constraint[x] < constraint[y];
    if (amount[x] !== amount[y]) return amount[x] < amount[y];
  }
  if (lengthA !== lengthB) return lengthA < lengthB;
  return team[a] !== team[b] ? team[a] < team[b] : sfi[a] < sfi[b];
}
