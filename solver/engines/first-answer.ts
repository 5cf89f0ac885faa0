/**
 * The best feasible assignment that costs nothing to find: of the warm start, one after the other in the order of the lottery, and nobody
 * placed. Not in order of arrival: where that is as good as any other, whoever came first would win what the lottery is to decide.
 */
import { type Problem, UNPLACED } from '../problem.ts';
import { worthOf } from './assignment.ts';
import type { EngineOptions } from './engine.ts';
import { solveGreedily } from './greedy.ts';

export interface Incumbent {
  readonly chosen: Int32Array;
  readonly objective: number;
}

/** Null where all three break a hard row. Does not look at the clock, since it takes one pass. */
export function firstAnswer(
  problem: Problem,
  { order: _arrival, ...options }: EngineOptions,
): Incumbent | null {
  const candidates = [
    ...(options.warmStart ? [options.warmStart] : []),
    solveGreedily(problem, { ...options, timeLimitMs: Number.POSITIVE_INFINITY }).chosen,
    new Int32Array(problem.participants.length).fill(UNPLACED),
  ];
  return candidates.reduce<Incumbent | null>((best, chosen) => better(problem, best, chosen), null);
}

/** The assignment as the new incumbent where it is feasible and worth more, else the old one. */
export function better(problem: Problem, best: Incumbent | null, chosen: Int32Array): Incumbent | null {
  const { objective, broken } = worthOf(problem, chosen);
  return broken.length === 0 && (best === null || objective > best.objective) ? { chosen, objective } : best;
}
