/** The events of a job from any point on, as they come, to the end of the job. Events are read from the store, and a notification only says when. */
import type { StoreData } from '../../store/open-store.ts';
import { eventChannel, type JobEvent, jobEventSchema } from './job-event.ts';
import { openSession, type Session } from './session.ts';

export interface NumberedEvent {
  /** 1, 2, 3 ... within the job. */
  readonly seq: number;
  readonly at: Date;
  readonly event: JobEvent;
}

/** Listens on one connection for everybody in this process who follows a job. */
export interface JobListener {
  /** Calls back whenever the job may have something new; returns how to stop. */
  readonly listen: (job: string, wake: () => void) => () => void;
  readonly close: () => Promise<void>;
}

/** Connects when somebody first listens. */
export function createJobListener(url: string): JobListener {
  const wakers = new Map<string, Set<() => void>>();
  let session: Session | null = null;
  const open = (): Session =>
    openSession({
      url,
      channels: [eventChannel],
      onNotice: (_channel, job) => {
        for (const wake of wakers.get(job) ?? []) wake();
      },
      onStanding: () => {
        for (const some of wakers.values()) for (const wake of some) wake();
      },
    });
  return {
    listen: (job, wake) => {
      session ??= open();
      const some = wakers.get(job) ?? new Set();
      wakers.set(job, some.add(wake));
      return () => {
        some.delete(wake);
        if (some.size === 0) wakers.delete(job);
      };
    },
    close: async () => session?.close(),
  };
}

/** Read at a time. */
const batch = 200;

/**
 * Yields the events after number `after`, until the one that ends the job or until `gone`. Whoever is slow is not hurried: nothing is read
 * before it is asked for.
 */
export async function* followJob(
  { db }: StoreData,
  listener: Pick<JobListener, 'listen'>,
  job: string,
  after: number,
  gone: AbortSignal,
): AsyncGenerator<NumberedEvent, void, undefined> {
  let news = Promise.withResolvers<void>();
  const wake = (): void => news.resolve();
  const stop = listener.listen(job, wake);
  gone.addEventListener('abort', wake);
  try {
    for (let last = after; !gone.aborted; ) {
      news = Promise.withResolvers<void>();
      const rows = await db
        .selectFrom('job_events')
        .select(['seq', 'at', 'event'])
        .where('job', '=', job)
        .where('seq', '>', last)
        .orderBy('seq')
        .limit(batch)
        .execute();
      for (const { seq, at, event } of rows) {
        const told = jobEventSchema.parse(event);
        yield { seq, at, event: told };
        if (told.event === 'ended') return;
        last = seq;
      }
      if (rows.length < batch && !gone.aborted) await news.promise;
    }
  } finally {
    stop();
    gone.removeEventListener('abort', wake);
  }
}
