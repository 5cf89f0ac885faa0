/** Why an engine stopped: the gap was reached, its work limit, the clock, the caller, or nothing was left to try. */
export type StopReason = 'gap' | 'work' | 'time' | 'signal' | 'exhausted';

/** Whole numbers u, to be divided by a denominator, on rows: constraints, participants' at-most-one, earlier cuts. */
interface Multipliers {
  readonly constraints: readonly (readonly [constraint: number, u: number])[];
  readonly participants: readonly (readonly [participant: number, u: number])[];
  readonly cuts: readonly (readonly [cut: number, u: number])[];
}

/** u >= 0: sum_o floor(u.a_o) x_o <= floor(u.b) holds for whole x. A soft constraint takes part with its overrun. */
export interface RoundedCut {
  readonly kind: 'rounded';
  readonly denominator: number;
  readonly multipliers: Multipliers;
}

/** As rounded, but by mixed-integer rounding, which takes multipliers below 0 too (certificate/cuts.ts). */
export interface MixedCut {
  readonly kind: 'mixed';
  readonly denominator: number;
  readonly multipliers: Multipliers;
}

/** ca w + cb m <= c for the numbers w, m picked of two disjoint sets of options, at every whole pair the rows allow. */
export interface CountCut {
  readonly kind: 'count';
  readonly a: readonly number[];
  readonly b: readonly number[];
  readonly rows: readonly number[];
  readonly facet: readonly [ca: number, cb: number, c: number];
}

export type Cut = RoundedCut | MixedCut | CountCut;

/** What tells a cut from others of its run, and is the same in a run on a slightly changed problem. */
export type NamedCut = Pick<CountCut, 'kind' | 'rows' | 'facet'> | Pick<RoundedCut | MixedCut, 'kind'>;

/** A basis of the relaxation, from which that of a slightly changed problem is a few steps away. */
export interface WarmBasis {
  readonly options: readonly number[];
  /** Participants of whom being unplaced is basic. */
  readonly unplaced: readonly number[];
  /** Constraints, and cuts after them, whose slack is not basic; and those whose overrun is. */
  readonly tight: readonly number[];
  readonly overrun: readonly number[];
}

/**
 * A tree over all assignments. An inner node splits on a set of one participant's options: one of them is taken (`in`)
 * or none (`out`); or on how many options are picked that use an amount above (or below) 0 of a constraint: at most
 * `most` (`low`), or at least one more (`high`). A leaf has prices: per constraint, per cut, and then per count node
 * on the way to it from the root.
 */
export type ProofTree = Split | CountSplit | { readonly prices: readonly number[] };

interface Split {
  readonly split: readonly number[];
  readonly in: ProofTree;
  readonly out: ProofTree;
}

interface CountSplit {
  readonly count: { readonly constraint: number; readonly side: 'above' | 'below' };
  readonly most: number;
  readonly low: ProofTree;
  readonly high: ProofTree;
}

/** What stands behind `bound`: prices, cuts or a tree that anyone can recheck, or an engine's word. */
export type ProofKind = 'prices' | 'cuts' | 'tree' | 'engine';

interface SolutionHead {
  readonly stopped: StopReason;
  readonly engine: string;
  readonly seed: number;
}

/**
 * An assignment and how good it is. `optimal` when bound = objective; `infeasible` when it breaks the hard constraints
 * that `broken` names, as the greedy baseline may, which looks at seats alone.
 */
export interface Assigned extends SolutionHead {
  readonly status: 'optimal' | 'feasible' | 'infeasible';
  /** Hard constraints that the assignment overruns; empty unless `infeasible`. */
  readonly broken: readonly number[];
  /** Per participant: an option index or UNPLACED. */
  readonly chosen: Int32Array;
  readonly objective: number;
  /** The strongest claim: no assignment is worth more than this, in whole points. */
  readonly bound: number;
  /** (bound - objective) / max(1, |objective|). */
  readonly gap: number;
  /** What certify recomputes from prices, cuts and tree alone. */
  readonly certifiedBound: number;
  readonly proof: ProofKind;
  /** Per constraint, then per cut. */
  readonly prices: Float64Array;
  readonly cuts?: readonly Cut[];
  readonly tree?: ProofTree;
  /** Proves nothing; where an engine solved the relaxation. Rows are constraints, then count cuts. */
  readonly basis?: WarmBasis;
}

/** The hard constraints cannot all be met: an irreducible set of rows that clash; dropping any one resolves it. */
interface Conflict extends SolutionHead {
  readonly status: 'conflict';
  readonly clash: { readonly constraints: readonly number[]; readonly participants: readonly number[] };
}

/** Nothing was found within the limit. */
interface Unknown extends SolutionHead {
  readonly status: 'unknown';
}

export type Solution = Assigned | Conflict | Unknown;
