import { draw } from './lottery.ts';
import type { Problem } from './problem.ts';

/**
 * The one form of a problem that engines see: participants in the order of the seeded lottery, constraints by id,
 * each participant's options together, the one with the most points first. Whatever the order of rows in the files,
 * the canonical problem is the same to the last bit, and so is what a deterministic engine makes of it.
 *
 * 1. Constraints are sorted by id.
 * 2. Participants are sorted by what they drew; equal draws by id.
 * 3. Options are put with their participant (counting sort). Participant by participant, what each option uses is sorted by
 *    constraint (insertion), then the options by points and, where these tie, constraint by constraint and amount by amount. Options
 *    that are still equal are interchangeable but for their team and SFI group, which then decide.
 *
 * Cost: O(P log P + R log R + O log(options a person) + E).
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
  const { optionOf, ...uses } = arrange(problem, participantOf, inverse(constraintOf));
  const place = inverse(participantOf);
  const { team, sfi } = problem;
  return {
    problem: {
      participants: Array.from(participantOf, (p) => problem.participants[p]),
      constraints: Array.from(constraintOf, (r) => problem.constraints[r]),
      limit: Float64Array.from(constraintOf, (r) => problem.limit[r]),
      penalty: Float64Array.from(constraintOf, (r) => problem.penalty[r]),
      participant: optionOf.map((k) => place[problem.participant[k]]),
      score: new Float64Array(optionOf.length).map((_, k) => problem.score[optionOf[k]]),
      ...uses,
      ...(team && { team: optionOf.map((k) => team[k]) }),
      ...(sfi && { sfi: optionOf.map((k) => sfi[k]) }),
    },
    optionOf,
    participantOf,
    constraintOf,
  };
}

/** The options in canonical order, and what they use. */
function arrange(
  problem: Problem,
  participantOf: Int32Array,
  rank: Int32Array,
): Pick<Canonical, 'optionOf'> & Uses {
  const { start, order } = byParticipant(problem, participantOf);
  const optionOf = new Int32Array(order.length);
  const useStart = new Int32Array(order.length + 1);
  const useConstraint = new Int32Array(problem.useConstraint.length);
  const useAmount = new Float64Array(problem.useAmount.length);
  for (let p = 0; p < participantOf.length; p++) {
    const given = order.subarray(start[p], start[p + 1]);
    const ranked = rankedUses(problem, given, rank);
    const places = Int32Array.from(given.keys()).sort(comparing(problem, given, ranked));
    for (let i = 0; i < places.length; i++) {
      const k = start[p] + i;
      optionOf[k] = given[places[i]];
      let to = useStart[k];
      for (let e = ranked.useStart[places[i]]; e < ranked.useStart[places[i] + 1]; e++, to++) {
        useConstraint[to] = ranked.useConstraint[e];
        useAmount[to] = ranked.useAmount[e];
      }
      useStart[k + 1] = to;
    }
  }
  return { optionOf, useStart, useConstraint, useAmount };
}

type Uses = Pick<Problem, 'useStart' | 'useConstraint' | 'useAmount'>;

/** Options grouped by participant, in lottery order: place p has order[start[p]] up to, not including, order[start[p + 1]]. */
function byParticipant({ participant }: Problem, participantOf: Int32Array) {
  const place = inverse(participantOf);
  const start = new Int32Array(participantOf.length + 1);
  for (const p of participant) start[place[p] + 1]++;
  for (let p = 0; p < participantOf.length; p++) start[p + 1] += start[p];
  const next = start.slice();
  const order = new Int32Array(participant.length);
  for (let k = 0; k < participant.length; k++) order[next[place[participant[k]]]++] = k;
  return { start, order };
}

/** What the options given use, by rank of the constraint; useStart counts from the first of them. */
function rankedUses(problem: Problem, given: Int32Array, rank: Int32Array): Uses {
  const useStart = new Int32Array(given.length + 1);
  for (let i = 0; i < given.length; i++) {
    useStart[i + 1] = useStart[i] + problem.useStart[given[i] + 1] - problem.useStart[given[i]];
  }
  const useConstraint = new Int32Array(useStart[given.length]);
  const useAmount = new Float64Array(useStart[given.length]);
  for (let i = 0, e = 0; i < given.length; i++) {
    for (let f = problem.useStart[given[i]]; f < problem.useStart[given[i] + 1]; f++) {
      // Insertion by rank: an option has a handful of entries.
      const r = rank[problem.useConstraint[f]];
      let at = e++;
      for (; at > useStart[i] && useConstraint[at - 1] > r; at--) {
        useConstraint[at] = useConstraint[at - 1];
        useAmount[at] = useAmount[at - 1];
      }
      useConstraint[at] = r;
      useAmount[at] = problem.useAmount[f];
    }
  }
  return { useStart, useConstraint, useAmount };
}

/** How two of the options given are ordered: the more points first, then by what they use, then by team and SFI group. */
function comparing({ score, team, sfi }: Problem, given: Int32Array, uses: Uses) {
  const { useStart, useConstraint, useAmount } = uses;
  return (a: number, b: number): number => {
    const byScore = score[given[b]] - score[given[a]];
    if (byScore !== 0) return byScore;
    const count = Math.min(useStart[a + 1] - useStart[a], useStart[b + 1] - useStart[b]);
    for (let i = 0, x = useStart[a], y = useStart[b]; i < count; i++, x++, y++) {
      if (useConstraint[x] !== useConstraint[y]) return useConstraint[x] - useConstraint[y];
      if (useAmount[x] !== useAmount[y]) return useAmount[x] - useAmount[y];
    }
    const byCount = useStart[a + 1] - useStart[a] - (useStart[b + 1] - useStart[b]);
    if (byCount !== 0 || !team || !sfi) return byCount;
    return team[given[a]] - team[given[b]] || sfi[given[a]] - sfi[given[b]];
  };
}
