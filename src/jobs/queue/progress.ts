/** Progress as it is kept: the latest at most four times a second, and the last of all. What comes in between is passed over. */
import type { Progress } from '../../../solver/engines/engine.ts';
import type { Stage } from '../task.ts';
import type { JobEvent } from './job-event.ts';

type ProgressEvent = Extract<JobEvent, { event: 'progress' }>;

export interface ProgressLog {
  readonly tell: (progress: Progress) => void;
  readonly tellPart: (part: Extract<Stage, { stage: 'part' }>) => void;
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

  const told = (event: ProgressEvent): void => {
    latest = event;
    if (timer !== null) return;
    void write();
    pause();
  };

  return {
    tell: (progress) => told(eventOf(progress)),
    tellPart: (part) => told(partEvent(part)),
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

/** How far the parts have come; what an engine says of one of them is no word on the whole. */
function partEvent({ finished, of }: Extract<Stage, { stage: 'part' }>): ProgressEvent {
  const unknown = { objective: null, bound: null, gap: null };
  return { event: 'progress', phase: 'parts', ...unknown, finished, ...(of !== null && { parts: of }) };
}
