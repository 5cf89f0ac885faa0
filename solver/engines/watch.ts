/** Clock, signal and work in one: why an engine must stop now, if it must. */
import type { EngineOptions, StopReason } from './engine.ts';

export interface Watch {
  /** `signal`, `work` or `time` from the moment it is so, else null. */
  readonly stop: () => StopReason | null;
  /** Counts work: so many options or entries that were looked at. */
  readonly spend: (looks: number) => void;
  /** Milliseconds left on the clock, at least 0. */
  readonly leftMs: () => number;
  /** Looks left, at least 0. */
  readonly leftLooks: () => number;
}

/** A unit of work is so many looks: some milliseconds. */
const LOOKS_PER_UNIT = 1_000_000;

/** A watch that starts now. */
export function startWatch(options: EngineOptions): Watch {
  const deadline = options.now() + options.timeLimitMs;
  const most = (options.workLimit ?? Number.POSITIVE_INFINITY) * LOOKS_PER_UNIT;
  let looks = 0;
  return {
    stop: () => {
      if (options.signal?.aborted) return 'signal';
      if (looks >= most) return 'work';
      return options.now() >= deadline ? 'time' : null;
    },
    spend: (more) => {
      looks += more;
    },
    leftMs: () => Math.max(0, deadline - options.now()),
    leftLooks: () => Math.max(0, most - looks),
  };
}

/** The same watch for the first half of the time and work that are left. */
export function firstHalf(watch: Watch): Watch {
  const [keptMs, keptLooks] = [watch.leftMs() / 2, watch.leftLooks() / 2];
  return {
    ...watch,
    stop: () => {
      const stop = watch.stop();
      if (stop) return stop;
      if (watch.leftLooks() < keptLooks) return 'work';
      return watch.leftMs() < keptMs ? 'time' : null;
    },
  };
}
