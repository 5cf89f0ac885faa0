import type { Problem } from '../problem.ts';
import type { ProofKind } from '../solution.ts';
import { checkAssignment, type Violation } from './assignment.ts';
import { type Proof, priceBound } from './bound.ts';
import type { Flaw } from './flaw.ts';

/**
 * The certificate: what an assignment is worth and how much better any other could be, recomputed from the problem
 * alone. It shares no code with any engine and needs none: weak duality is all there is to it (see bound.ts).
 */
export interface Certificate {
  /** What the assignment breaks; empty when it is feasible. */
  readonly violations: readonly Violation[];
  /** In whole points, never above what the assignment is truly worth. */
  readonly objective: number;
  /** What is wrong with the prices, cuts or tree; empty when the bound stands. */
  readonly flaws: readonly Flaw[];
  /** In whole points: no feasible assignment is worth more. Infinity where there are flaws. */
  readonly bound: number;
  /** What the bound rests on. */
  readonly proof: Exclude<ProofKind, 'engine'>;
}

/** Recomputes feasibility, objective and bound. Cost: two passes over the options and what they use. */
export function certify(problem: Problem, chosen: Int32Array, proof: Proof): Certificate {
  return {
    ...checkAssignment(problem, chosen),
    ...priceBound(problem, proof),
    proof: proof.tree ? 'tree' : proof.cuts?.length ? 'cuts' : 'prices',
  };
}

/** (bound - objective) / max(1, |objective|): how much better another assignment could be, as a share. */
export function gapOf(objective: number, bound: number): number {
  return bound === objective ? 0 : (bound - objective) / Math.max(1, Math.abs(objective));
}
