/** Progress as it is kept: the latest at most four times a second, and the last of all. What comes in between is passed over. */
import type { Progress } from '../../../solver/engines/engine.ts';
import type { JobEvent } from './job-event.ts';

type ProgressEvent = Extract<JobEvent, { event: 'progress' }>;

export interface ProgressLog {
  readonly tell: (progress: Progress) => void;
  /** Keeps what has not been kept yet. */
  readonly flush: () => Promise<void>;
}

const pauseMs = 250;

/** `keep` is called for one event at a time. */
export function createProgressLog(keep: (event: ProgressEvent) => Promise<void>): ProgressLog {
  let latest: ProgressEvent | null = null;
  let timer: NodeJS.Timeout | null = null;
  let keeping: Promise<void> = Promise.resolve();

  const write = (): Promise<void> => {
    keeping = keeping.then(async () => {
      const event = latest;
      latest = null;
      if (event !== null) await keep(event);
    });
    return keeping;
  };
  const pause = (): void => {
    timer = setTimeout(() => {
      timer = null;
      if (latest === null) return;
      void write();
      pause();
    }, pauseMs);
  };

  return {
    tell: (progress) => {
      latest = eventOf(progress);
      if (timer !== null) return;
      void write();
      pause();
    },
    flush: () => {
      if (timer !== null) clearTimeout(timer);
      return write();
    },
  };
}

function eventOf({ phase, objective, bound }: Progress): ProgressEvent {
  const gap =
    objective === null || bound === null
      ? null
      : Math.max(0, (bound - objective) / Math.max(1, Math.abs(objective)));
  return { event: 'progress', phase, objective, bound, gap };
}
