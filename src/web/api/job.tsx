/**
 * A job as it goes: its events as they come, from the first on. When the line breaks the browser takes it up again from the last event that it
 * heard, and the service sends what was missed.
 */
import { useEffect, useState } from 'react';

export interface Progress {
  /** Milliseconds since it began to run. */
  readonly ms: number;
  readonly phase: string;
  /** In points; null while there is none. */
  readonly objective: number | null;
  readonly bound: number | null;
  /** Parts that are done, of so many, where the job has parts. */
  readonly finished: number | null;
  readonly parts: number | null;
}

export interface JobState {
  readonly state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
  readonly isStopping: boolean;
  readonly progress: readonly Progress[];
}

const first: JobState = { state: 'queued', isStopping: false, progress: [] };

/** Follows a job until it has ended. */
export function useJob(id: string | null): JobState {
  const [state, setState] = useState(first);
  useEffect(() => {
    setState(first);
    if (id === null) return;
    const source = new EventSource(`/v1/jobs/${encodeURIComponent(id)}/events`);
    let began = 0;
    const on = (name: string, then: (event: Told) => void): void =>
      source.addEventListener(name, ({ data }) => then(JSON.parse(data)));
    on('queued', () => setState(({ isStopping }) => ({ ...first, isStopping })));
    on('running', ({ at }) => {
      began = Date.parse(at);
      setState((before) => ({ ...before, state: 'running', progress: [] }));
    });
    on('progress', ({ at, phase = '', objective = null, bound = null, finished = null, parts = null }) =>
      setState((before) => ({
        ...before,
        progress: [
          ...before.progress,
          { ms: Date.parse(at) - began, phase, objective, bound, finished, parts },
        ],
      })),
    );
    on('cancel_requested', () => setState((before) => ({ ...before, isStopping: true })));
    on('ended', ({ state: end = 'failed' }) => {
      source.close();
      setState((before) => ({ ...before, state: end }));
    });
    return () => source.close();
  }, [id]);
  return state;
}

/** An event as the service tells it (its route names the kinds). */
interface Told extends Partial<Omit<Progress, 'ms'>> {
  readonly at: string;
  readonly state?: 'done' | 'failed' | 'cancelled';
}
