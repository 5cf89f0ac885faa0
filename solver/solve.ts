import { type Canonical, canonicalise } from './canonical.ts';
import { type Certificate, certify, gapOf } from './certificate/certify.ts';
import { findClash } from './conflict.ts';
import { chooseEngine } from './engines/auto.ts';
import type { EngineOptions, EngineResult } from './engines/engine.ts';
import { type EngineName, engines } from './engines/index.ts';
import {
  canonicalAssignment,
  canonicalBasis,
  canonicalCuts,
  canonicalParticipants,
  canonicalPrices,
  originalAssignment,
  originalBasis,
  originalCut,
  originalPrices,
  originalTree,
} from './original.ts';
import type { Problem } from './problem.ts';
import type { Assigned, ProofKind, Solution } from './solution.ts';

export interface SolveSettings extends EngineOptions {
  readonly engine: EngineName | 'auto';
}

/**
 * Solves a problem: puts it in canonical form, lets an engine work, and believes of what comes back only what the
 * certificate recomputes. An engine's own bound is claimed, and named as that, where it is stronger than the proof.
 */
export function solve(problem: Problem, settings: SolveSettings): Promise<Solution> {
  return answer(canonicalise(problem, settings.seed), settings, problem);
}

/**
 * The same for whoever has the canonical form for the seed, and has let go of the problem itself: a country's takes half a
 * gigabyte. The certificate then looks at the canonical form; settings and answer speak of the original's indices all the same.
 */
export function solveCanonical(canonical: Canonical, settings: SolveSettings): Promise<Solution> {
  return answer(canonical, settings, null);
}

async function answer(
  canonical: Canonical,
  { warmStart, warmPrices, warmBasis, warmCuts, order, ...settings }: SolveSettings,
  original: Problem | null,
): Promise<Solution> {
  const engine =
    settings.engine === 'auto' ? chooseEngine(canonical.problem).engine : engines[settings.engine];
  const result = await engine.solve(canonical.problem, {
    ...settings,
    ...(warmStart && { warmStart: canonicalAssignment(canonical, warmStart) }),
    ...(warmPrices && { warmPrices: canonicalPrices(canonical, warmPrices) }),
    ...(warmBasis && { warmBasis: canonicalBasis(canonical, warmBasis) }),
    ...(warmCuts && { warmCuts: canonicalCuts(canonical, warmCuts) }),
    ...(order && { order: canonicalParticipants(canonical, order) }),
  });
  const head = { stopped: result.stopped, engine: engine.name, seed: settings.seed };
  if (result.status === 'none') {
    if (!result.infeasible) return { status: 'unknown', ...head };
    const clash = await findClash(canonical.problem, settings);
    return {
      status: 'conflict',
      ...head,
      clash: {
        constraints: clash.constraints.map((r) => canonical.constraintOf[r]).sort((a, b) => a - b),
        participants: clash.participants.map((p) => canonical.participantOf[p]).sort((a, b) => a - b),
      },
    };
  }
  const prices = pricesWithin(canonical.problem, result);
  const { cuts = [], tree, basis } = result;
  const proof = {
    prices: originalPrices(canonical, prices),
    ...(cuts.length > 0 && { cuts: cuts.map((cut) => originalCut(canonical, cut)) }),
    ...(tree && { tree: originalTree(canonical, tree) }),
  };
  const chosen = originalAssignment(canonical, result.chosen);
  const certificate = original
    ? certify(original, chosen, proof)
    : certify(canonical.problem, result.chosen, { prices, cuts, ...(tree && { tree }) });
  if (certificate.flaws.length > 0) {
    throw new Error(
      `${engine.name} returned a proof that does not hold: ${JSON.stringify(certificate.flaws[0])}`,
    );
  }
  const overrun = overrunRows(certificate);
  const broken = original ? overrun : overrun.map((r) => canonical.constraintOf[r]).sort((a, b) => a - b);
  return {
    ...head,
    ...claims(certificate, broken, result.ownBound),
    chosen,
    ...proof,
    ...(basis && { basis: originalBasis(canonical, basis) }),
  };
}

/** The engine's prices, clamped to [0, penalty] against its numerical noise; zeros, which prove something too, where it has none. */
function pricesWithin(problem: Problem, result: EngineResult): Float64Array {
  const rows = problem.penalty.length;
  const cuts = result.cuts?.length ?? 0;
  if (!result.prices) return new Float64Array(rows + cuts);
  return result.prices.map((price, r) => {
    const most = r < rows ? problem.penalty[r] : Number.POSITIVE_INFINITY;
    return Number.isFinite(price) ? Math.min(Math.max(price, 0), most) : 0;
  });
}

type Claims = Pick<
  Assigned,
  'status' | 'broken' | 'objective' | 'bound' | 'gap' | 'certifiedBound' | 'proof'
>;

/** What may be said: the certified bound, or the engine's own where that is stronger, and by which of them. */
function claims(certificate: Certificate, broken: readonly number[], ownBound: number | undefined): Claims {
  const { objective, bound: certifiedBound } = certificate;
  const bound = Math.min(certifiedBound, ownBound ?? Number.POSITIVE_INFINITY);
  const proof: ProofKind = bound < certifiedBound ? 'engine' : certificate.proof;
  const status = broken.length > 0 ? 'infeasible' : bound <= objective ? 'optimal' : 'feasible';
  return { status, broken, objective, bound, gap: gapOf(objective, bound), certifiedBound, proof };
}

/** The hard rows that an assignment overruns. */
function overrunRows({ violations }: Pick<Certificate, 'violations'>): readonly number[] {
  return violations.flatMap((violation) => (violation.kind === 'constraint' ? [violation.constraint] : []));
}
