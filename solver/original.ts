import { type Canonical, inverse } from './canonical.ts';
import { UNPLACED } from './problem.ts';
import type { Cut, NamedCut, ProofTree, WarmBasis } from './solution.ts';

/** The way between a problem and its canonical form: what an engine says, told in the original's indices, and back. */

/** An assignment of the canonical problem, told in the original's indices. */
export function originalAssignment(canonical: Canonical, chosen: Int32Array): Int32Array {
  const told = new Int32Array(chosen.length);
  for (let p = 0; p < chosen.length; p++) {
    told[canonical.participantOf[p]] = chosen[p] === UNPLACED ? UNPLACED : canonical.optionOf[chosen[p]];
  }
  return told;
}

/** An assignment of the original problem, told in canonical indices. */
export function canonicalAssignment(canonical: Canonical, chosen: Int32Array): Int32Array {
  const at = inverse(canonical.optionOf);
  return Int32Array.from(canonical.participantOf, (p) => (chosen[p] === UNPLACED ? UNPLACED : at[chosen[p]]));
}

/** Participants of the original problem, told in canonical indices. */
export function canonicalParticipants(canonical: Canonical, participants: Int32Array): Int32Array {
  const at = inverse(canonical.participantOf);
  return participants.map((p) => at[p]);
}

/** Prices per original constraint, then per cut, told per canonical constraint, then per cut. */
export function canonicalPrices(canonical: Canonical, prices: Float64Array): Float64Array {
  const told = prices.slice();
  for (let r = 0; r < canonical.constraintOf.length; r++) told[r] = prices[canonical.constraintOf[r]];
  return told;
}

/** Prices per canonical constraint, then per cut, told per original constraint, then per cut. */
export function originalPrices(canonical: Canonical, prices: ArrayLike<number>): Float64Array {
  const told = Float64Array.from(prices);
  for (let r = 0; r < canonical.constraintOf.length; r++) told[canonical.constraintOf[r]] = prices[r];
  return told;
}

/** What cuts of the original problem are called in canonical indices. */
export function canonicalCuts(canonical: Canonical, cuts: readonly NamedCut[]): readonly NamedCut[] {
  const at = inverse(canonical.constraintOf);
  return cuts.map((cut) =>
    cut.kind === 'count' ? { kind: 'count', rows: cut.rows.map((r) => at[r]), facet: cut.facet } : cut,
  );
}

/** A basis of the original problem, told in canonical indices; rows of cuts stand where they stood. */
export function canonicalBasis(canonical: Canonical, basis: WarmBasis): WarmBasis {
  const { optionOf, participantOf, constraintOf } = canonical;
  return mapped(basis, inverse(optionOf), inverse(participantOf), inverse(constraintOf));
}

export function originalBasis(
  { optionOf, participantOf, constraintOf }: Canonical,
  basis: WarmBasis,
): WarmBasis {
  return mapped(basis, optionOf, participantOf, constraintOf);
}

function mapped(
  { options, unplaced, tight, overrun }: WarmBasis,
  option: Int32Array,
  participant: Int32Array,
  constraint: Int32Array,
): WarmBasis {
  const row = (r: number): number => (r < constraint.length ? constraint[r] : r);
  return {
    options: options.map((k) => option[k]),
    unplaced: unplaced.map((p) => participant[p]),
    tight: tight.map(row),
    overrun: overrun.map(row),
  };
}

export function originalCut(canonical: Canonical, cut: Cut): Cut {
  const option = (k: number): number => canonical.optionOf[k];
  const constraint = (r: number): number => canonical.constraintOf[r];
  if (cut.kind === 'count') {
    return { ...cut, a: cut.a.map(option), b: cut.b.map(option), rows: cut.rows.map(constraint) };
  }
  const { constraints, participants, cuts } = cut.multipliers;
  return {
    ...cut,
    multipliers: {
      constraints: constraints.map(([r, u]) => [constraint(r), u]),
      participants: participants.map(([p, u]) => [canonical.participantOf[p], u]),
      cuts,
    },
  };
}

/** Told leaf by leaf; trees are as deep as an engine branches, some hundred levels. */
export function originalTree(canonical: Canonical, tree: ProofTree): ProofTree {
  if ('prices' in tree) return { prices: Array.from(originalPrices(canonical, tree.prices)) };
  if ('count' in tree) {
    return {
      count: { constraint: canonical.constraintOf[tree.count.constraint], side: tree.count.side },
      most: tree.most,
      low: originalTree(canonical, tree.low),
      high: originalTree(canonical, tree.high),
    };
  }
  return {
    split: tree.split.map((k) => canonical.optionOf[k]),
    in: originalTree(canonical, tree.in),
    out: originalTree(canonical, tree.out),
  };
}
