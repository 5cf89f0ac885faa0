import type { Problem } from '../problem.ts';
import type { Cut, NamedCut, ProofTree, StopReason, WarmBasis } from '../solution.ts';

export type { StopReason };

/** What an engine tells on the way. Objective and bound are its own word, in points, until certified. */
export interface Progress {
  readonly phase: string;
  readonly objective: number | null;
  readonly bound: number | null;
}

export interface EngineOptions {
  /** The largest gap to stop at: (bound - objective) / max(1, |objective|). */
  readonly gap: number;
  readonly seed: number;
  /** Milliseconds of the clock below; Infinity for none. */
  readonly timeLimitMs: number;
  /** Units of work (watch.ts), for the engine that counts it, priced; then an answer repeats to the last byte. None by default. */
  readonly workLimit?: number;
  /** A monotonic clock in milliseconds. An engine has none of its own. */
  readonly now: () => number;
  /** Read between steps; an AbortSignal or a flag in shared memory. */
  readonly signal?: { readonly aborted: boolean };
  readonly onProgress?: (progress: Progress) => void;
  /** An assignment to start from, an option index or UNPLACED per participant. It may break constraints. */
  readonly warmStart?: Int32Array;
  /** Prices of a former run, per constraint and then per cut of `warmCuts`, for the engine that starts from prices. */
  readonly warmPrices?: Float64Array;
  /** The former run's basis, and the cuts that its prices and basis are of; none where left out. */
  readonly warmBasis?: WarmBasis;
  readonly warmCuts?: readonly NamedCut[];
  /** Participants in order of arrival, for the engine that serves them so; the order of the lottery where it is left out. */
  readonly order?: Int32Array;
}

/**
 * What an engine returns. Nothing of it is believed: it counts only as far as its certificate goes.
 * `none` says that the engine has no feasible assignment: because there is none (`infeasible`), or because it stopped.
 */
export type EngineResult = {
  readonly stopped: StopReason;
  /** Per constraint, any numbers; they are clamped to [0, penalty] by the caller. Null where the engine has none. */
  readonly prices: Float64Array | null;
  /** An upper bound on the best objective that the engine claims by itself. */
  readonly ownBound?: number;
  readonly cuts?: readonly Cut[];
  readonly tree?: ProofTree;
  readonly basis?: WarmBasis;
} & (
  | { readonly status: 'found'; readonly chosen: Int32Array }
  | { readonly status: 'none'; readonly infeasible: boolean }
);

/**
 * An engine solves a problem in canonical form (see canonical.ts): options grouped by participant in rising order,
 * ties meant to be broken towards the lower index. Same problem, seed and version: the same answer, but for the clock.
 */
export interface Engine {
  readonly name: string;
  readonly solve: (problem: Problem, options: EngineOptions) => Promise<EngineResult>;
}
