/** One solve, from the built problem to the certificate, watched and judged. */
import type { Problem } from '../../solver/problem.ts';
import type { Solution } from '../../solver/solution.ts';
import { solve } from '../../solver/solve.ts';
import { isPeer, peers } from '../peers/index.ts';
import { certified } from '../peers/peer.ts';
import type { Case } from './case.ts';
import { boundToStopAt, gapToStopAt, judge } from './judge.ts';
import { peakMb, restartPeak } from './memory.ts';
import type { OpenInstance } from './open-instance.ts';
import type { Outcome, TracePoint } from './outcome.ts';

/** The lottery's seed, the same for all. */
const SEED = 1;

export interface Watched {
  readonly answer: Answer;
  readonly outcome: Outcome;
  readonly trace: readonly TracePoint[];
}

type Answer = Solution | { readonly status: 'absent'; readonly why: string };

/** Solves an instance as the case asks. The checks that follow the certificate are not timed. */
export async function solveOnce(
  { problem, known, warm }: OpenInstance,
  asked: Pick<Case, 'engine' | 'goal' | 'timeLimitMs'>,
): Promise<Watched> {
  const trace: TracePoint[] = [];
  const gap = gapToStopAt(asked.goal, known);
  const enough = boundToStopAt(asked.goal, known);
  const stop = new AbortController();
  const restarted = restartPeak();
  const from = performance.now();
  const answer = await answerOf(problem, warm, asked, { gap, signal: stop.signal }, (objective, bound) => {
    trace.push([Math.round((performance.now() - from) * 10) / 10, objective, bound]);
    // The certificate rounds a whole bound down; a margin is left to what it recomputes.
    if (bound !== null && Math.floor(bound) + 1 <= enough) stop.abort();
  });
  const ms = Math.round((performance.now() - from) * 10) / 10;
  const memory = peakMb(restarted);
  if (answer.status === 'absent') return { answer, outcome: answer, trace: [] };
  const outcome = judge(problem, answer, asked.goal, known, { ms, peakMb: memory });
  if ('bound' in outcome) trace.push([Math.round(ms), outcome.objective, outcome.bound]);
  return { answer, outcome, trace: thinned(trace) };
}

async function answerOf(
  problem: Problem,
  warm: OpenInstance['warm'],
  { engine, timeLimitMs }: Pick<Case, 'engine' | 'timeLimitMs'>,
  { gap, signal }: { readonly gap: number; readonly signal: AbortSignal },
  onProgress: (objective: number | null, bound: number | null) => void,
): Promise<Answer> {
  if (isPeer(engine)) {
    const answer = await peers[engine].solve(problem, gap, timeLimitMs);
    return answer.status === 'absent' ? answer : certified(problem, engine, answer);
  }
  return solve(problem, {
    engine,
    ...{ gap, signal },
    seed: SEED,
    timeLimitMs,
    ...warm,
    now: () => performance.now(),
    onProgress: ({ objective, bound }) => onProgress(finite(objective), finite(bound)),
  });
}

const finite = (value: number | null): number | null =>
  value !== null && Number.isFinite(value) ? Math.round(value * 100) / 100 : null;

const MOST_POINTS = 120;

/** What changed, and of that at most some hundred points. */
function thinned(trace: readonly TracePoint[]): readonly TracePoint[] {
  const changes = trace.filter(
    ([, objective, bound], i) => i === 0 || objective !== trace[i - 1][1] || bound !== trace[i - 1][2],
  );
  const step = Math.max(1, Math.ceil(changes.length / MOST_POINTS));
  return changes.filter((_, i) => i % step === 0 || i === changes.length - 1);
}
