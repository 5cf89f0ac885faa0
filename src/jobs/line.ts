/**
 * The line in front of the threads: first come, first served, and so many and no more. Who finds it full is told when a
 * place is likely to be free, from how long the latest jobs took.
 */
export interface Place {
  readonly status: 'entered';
  /** Resolves when a thread is free for this job. */
  readonly turn: Promise<void>;
  /** To be called once, whatever came of the job. */
  readonly leave: () => void;
}

export interface Line {
  readonly enter: () => Place | { readonly status: 'full'; readonly retryAfterMs: number };
}

/** How much the latest job weighs in the mean time of a job. */
const LATEST = 0.3;

/** `places` counts those at work and those who wait; `now` is a monotonic clock in milliseconds. */
export function createLine(threads: number, places: number, now: () => number): Line {
  const waiting: (() => void)[] = [];
  const startedMs = new Set<{ readonly at: number }>();
  let meanMs: number | null = null;

  /** Until a job has ended, its age so far is all that is known of how long a job takes. */
  const retryAfterMs = (): number => {
    const oldest = Math.min(...[...startedMs].map(({ at }) => at));
    return (meanMs ?? now() - oldest) / threads;
  };

  const enter: Line['enter'] = () => {
    if (startedMs.size + waiting.length >= places) return { status: 'full', retryAfterMs: retryAfterMs() };
    const { promise, resolve } = Promise.withResolvers<void>();
    let mine: { readonly at: number } | null = null;
    const start = (): void => {
      mine = { at: now() };
      startedMs.add(mine);
      resolve();
    };
    const leave = (): void => {
      if (mine === null) {
        waiting.splice(waiting.indexOf(start), 1);
        return;
      }
      startedMs.delete(mine);
      const tookMs = now() - mine.at;
      meanMs = meanMs === null ? tookMs : (1 - LATEST) * meanMs + LATEST * tookMs;
      waiting.shift()?.();
    };
    if (startedMs.size < threads) start();
    else waiting.push(start);
    return { status: 'entered', turn: promise, leave };
  };

  return { enter };
}
