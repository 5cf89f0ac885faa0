import { draw } from './lottery.ts';
import type { Problem } from './problem.ts';

/**
 * The one form of a problem that engines see: participants in the order of the seeded lottery, constraints by id,
 * each participant's options together, the one with the most points first. Whatever the order of rows in the files,
 * the canonical problem is the same to the last bit, and so is what a deterministic engine makes of it.
 *
 * 1. Constraints are sorted by id.
 * 2. Participants are sorted by what they drew; equal draws by id.
 * 3. Options are put with their participant (counting sort) and sorted by points, then by what they use: entries
 *    sorted by constraint, compared constraint by constraint and amount by amount. Options that are still equal are
 *    interchangeable but for their team and SFI group, which then decide.
 *
 * Cost: O(P log P + R log R + O log(options a person) + E), about half a second at 2.5 million options.
 */
export interface Canonical {
  readonly problem: Problem;
  /** Canonical index -> index in the original problem. */
  readonly optionOf: Int32Array;
  readonly participantOf: Int32Array;
  readonly constraintOf: Int32Array;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Where each index stands in an order. */
export function inverse(order: Int32Array): Int32Array {
  const at = new Int32Array(order.length);
  for (let i = 0; i < order.length; i++) at[order[i]] = i;
  return at;
}

/** The problem in canonical form for this seed, and the way back. */
export function canonicalise(problem: Problem, seed: number): Canonical {
  const constraintOf = Int32Array.from(problem.constraints.keys()).sort((a, b) =>
    byText(problem.constraints[a], problem.constraints[b]),
  );
  const draws = Float64Array.from(problem.participants, (id) => draw(seed, id));
  const participantOf = Int32Array.from(problem.participants.keys()).sort(
    (a, b) => draws[a] - draws[b] || byText(problem.participants[a], problem.participants[b]),
  );
  const optionOf = orderOptions(problem, participantOf, inverse(constraintOf));
  return {
    problem: rearrange(problem, optionOf, participantOf, constraintOf),
    optionOf,
    participantOf,
    constraintOf,
  };
}

/** Options grouped by participant, in lottery order, best first; ties by what they use. */
function orderOptions(problem: Problem, participantOf: Int32Array, rank: Int32Array): Int32Array {
  const { participant, score, useStart, useConstraint, useAmount, team, sfi } = problem;
  const place = inverse(participantOf);
  const start = new Int32Array(participantOf.length + 1);
  for (const p of participant) start[place[p] + 1]++;
  for (let p = 0; p < participantOf.length; p++) start[p + 1] += start[p];
  const next = start.slice();
  const order = new Int32Array(participant.length);
  for (let k = 0; k < participant.length; k++) order[next[place[participant[k]]]++] = k;

  const signatures = new Map<number, Float64Array>();
  /** Pairs of (rank of the constraint, amount), by rank; made only for options that tie on points. */
  const signature = (k: number): Float64Array => {
    const known = signatures.get(k);
    if (known) return known;
    const entries = [...useConstraint.subarray(useStart[k], useStart[k + 1]).keys()]
      .map((i) => useStart[k] + i)
      .sort((a, b) => rank[useConstraint[a]] - rank[useConstraint[b]]);
    const made = Float64Array.from(entries.flatMap((e) => [rank[useConstraint[e]], useAmount[e]]));
    signatures.set(k, made);
    return made;
  };
  const compare = (a: number, b: number): number => {
    if (score[a] !== score[b]) return score[b] - score[a];
    const x = signature(a);
    const y = signature(b);
    for (let i = 0; i < Math.min(x.length, y.length); i++) if (x[i] !== y[i]) return x[i] - y[i];
    return x.length - y.length || (team && sfi ? team[a] - team[b] || sfi[a] - sfi[b] : 0);
  };
  for (let p = 0; p < participantOf.length; p++) {
    order.subarray(start[p], start[p + 1]).sort(compare);
    signatures.clear();
  }
  return order;
}

function rearrange(
  problem: Problem,
  optionOf: Int32Array,
  participantOf: Int32Array,
  constraintOf: Int32Array,
): Problem {
  const rank = inverse(constraintOf);
  const place = inverse(participantOf);
  const count = optionOf.length;
  const participant = new Int32Array(count);
  const score = new Float64Array(count);
  const useStart = new Int32Array(count + 1);
  const useConstraint = new Int32Array(problem.useConstraint.length);
  const useAmount = new Float64Array(problem.useAmount.length);
  for (let k = 0, e = 0; k < count; k++) {
    const from = optionOf[k];
    participant[k] = place[problem.participant[from]];
    score[k] = problem.score[from];
    for (let f = problem.useStart[from]; f < problem.useStart[from + 1]; f++) {
      // Insertion by rank: an option has a handful of entries.
      const r = rank[problem.useConstraint[f]];
      let at = e++;
      for (; at > useStart[k] && useConstraint[at - 1] > r; at--) {
        useConstraint[at] = useConstraint[at - 1];
        useAmount[at] = useAmount[at - 1];
      }
      useConstraint[at] = r;
      useAmount[at] = problem.useAmount[f];
    }
    useStart[k + 1] = e;
  }
  return {
    participants: Array.from(participantOf, (p) => problem.participants[p]),
    constraints: Array.from(constraintOf, (r) => problem.constraints[r]),
    limit: Float64Array.from(constraintOf, (r) => problem.limit[r]),
    penalty: Float64Array.from(constraintOf, (r) => problem.penalty[r]),
    participant,
    score,
    useStart,
    useConstraint,
    useAmount,
    ...(problem.team && { team: Int32Array.from(optionOf, (k) => problem.team?.[k] ?? -1) }),
    ...(problem.sfi && { sfi: Int32Array.from(optionOf, (k) => problem.sfi?.[k] ?? -1) }),
  };
}
