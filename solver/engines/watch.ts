/** Clock and signal in one: why an engine must stop now, if it must. */
import type { EngineOptions, StopReason } from './engine.ts';

export interface Watch {
  /** `signal` or `time` from the moment it is so, else null. */
  readonly stop: () => StopReason | null;
  /** Milliseconds left on the clock, at least 0. */
  readonly leftMs: () => number;
}

/** A watch that starts now. */
export function startWatch(options: EngineOptions): Watch {
  const deadline = options.now() + options.timeLimitMs;
  return {
    stop: () => (options.signal?.aborted ? 'signal' : options.now() >= deadline ? 'time' : null),
    leftMs: () => Math.max(0, deadline - options.now()),
  };
}
