/** What a peer is asked and what it says. Like an engine's, its answer counts only as far as its certificate goes. */
import { certify, gapOf } from '../../solver/certificate/certify.ts';
import { type Problem, UNPLACED } from '../../solver/problem.ts';
import type { Solution } from '../../solver/solution.ts';

export type PeerAnswer =
  | { readonly status: 'absent'; readonly why: string }
  | { readonly status: 'none'; readonly why: string }
  /** Per option: its value, which may be a fraction; `bound` where it claims one. */
  | { readonly status: 'found'; readonly values: Float64Array; readonly bound?: number };

export interface Peer {
  readonly solve: (problem: Problem, gap: number, timeLimitMs: number) => Promise<PeerAnswer>;
}

/** How far from whole a value may be. */
const WHOLE_TOLERANCE = 1e-6;

/** The answer of a peer as a solution with a certificate: without prices, so that the bound is its word alone. */
export function certified(
  problem: Problem,
  peer: string,
  answer: Exclude<PeerAnswer, { readonly status: 'absent' }>,
): Solution {
  const head = { stopped: 'exhausted', engine: peer, seed: 0 } as const;
  if (answer.status === 'none') return { status: 'unknown', ...head };
  const chosen = new Int32Array(problem.participants.length).fill(UNPLACED);
  for (const [option, value] of answer.values.entries()) {
    if (value > 1 - WHOLE_TOLERANCE) chosen[problem.participant[option]] = option;
    else if (value > WHOLE_TOLERANCE) return { status: 'unknown', ...head };
  }
  const prices = new Float64Array(problem.constraints.length);
  const { objective, bound: certifiedBound, violations } = certify(problem, chosen, { prices });
  const broken = violations.flatMap((v) => (v.kind === 'constraint' ? [v.constraint] : []));
  const bound = Math.min(certifiedBound, answer.bound ?? certifiedBound);
  return {
    status: broken.length > 0 ? 'infeasible' : bound <= objective ? 'optimal' : 'feasible',
    ...head,
    ...{ broken, chosen, objective, bound, certifiedBound, prices },
    gap: gapOf(objective, bound),
    proof: bound < certifiedBound ? 'engine' : 'prices',
  };
}
