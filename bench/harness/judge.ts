/** Checks before it times: an answer counts only as far as the certificate goes, and never against what is known. */
import { gapOf } from '../../solver/certificate/certify.ts';
import type { Problem } from '../../solver/problem.ts';
import type { Assigned, Solution } from '../../solver/solution.ts';
import { verifySolution } from '../../solver/verify.ts';
import type { Goal } from './case.ts';
import type { Known } from './known.ts';
import type { Outcome } from './outcome.ts';

/** The outcome of a solve that took `ms` and `peakMb`. */
export function judge(
  problem: Problem,
  solution: Solution,
  goal: Goal,
  known: Known,
  { ms, peakMb }: { readonly ms: number; readonly peakMb: number },
): Outcome {
  if (!('chosen' in solution)) return { status: 'none', ms, why: `${solution.status}, ${solution.stopped}` };
  const lies = [...verifySolution(problem, solution).mismatches.map(({ en }) => en)];
  const { objective, bound, certifiedBound, gap, proof, stopped } = solution;
  if (known.atLeast !== undefined && bound < known.atLeast)
    lies.push(`It says that nothing is above ${bound}, and ${known.atLeast} is known.`);
  if (solution.status !== 'infeasible' && known.atMost !== undefined && objective > known.atMost)
    lies.push(`It is worth ${objective}, and nothing above ${known.atMost} can be.`);
  if (lies.length > 0) return { status: 'rejected', why: lies.slice(0, 3).join(' ') };
  if (solution.status === 'infeasible')
    return { status: 'infeasible', ms, why: `${solution.broken.length} hard rows broken` };
  const certifiedGap = gapOf(objective, certifiedBound);
  const cost: [number, number] | null =
    known.free === undefined ? null : [known.free - objective, known.free - bound];
  return {
    status: reaches(solution, goal, known) ? 'reached' : 'missed',
    ...{ ms, peakMb, objective, bound, certifiedBound, gap, certifiedGap, proof, stopped },
    ...(cost && { cost }),
  };
}

function reaches({ objective, bound, certifiedBound, gap }: Assigned, goal: Goal, known: Known): boolean {
  const { free } = known;
  if (goal.kind === 'gap') return gap <= goal.share;
  if (goal.kind === 'cost') return free !== undefined && bound - objective <= goal.share * (free - objective);
  return certifiedBound <= boundToStopAt(goal, known);
}

/** The bound at which an engine may stop: minus infinity where a bound is not what is asked for. */
export function boundToStopAt({ kind, share }: Goal, { free, relaxation }: Known): number {
  if (kind !== 'bound' || relaxation === undefined) return Number.NEGATIVE_INFINITY;
  return relaxation + share * (free === undefined ? relaxation : free - relaxation);
}

/** The gap at which an engine may stop, in points. */
export function gapToStopAt({ kind, share }: Goal, known: Known): number {
  if (kind === 'bound') return 0;
  if (kind === 'gap') return share;
  if (known.free === undefined || known.atLeast === undefined) return 0;
  return (share * (known.free - known.atLeast)) / known.atLeast;
}
