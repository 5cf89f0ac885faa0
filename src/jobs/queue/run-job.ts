/** One attempt at a job, from the moment that the queue gives it to this worker until the job has ended or been given back. */
import type { Kysely } from 'kysely';
import { failure } from '../../errors.ts';
import type { StoreAccess } from '../../store/open-store.ts';
import type { Database } from '../../store/schema/database.ts';
import type { JobOutcome, JobPool } from '../pool.ts';
import {
  type Attempt,
  beat,
  type Ending,
  end,
  type GivingBack,
  giveBack,
  recordProgress,
  take,
} from './attempt.ts';
import { type KindName, kinds } from './kinds.ts';
import type { Made } from './made.ts';
import { createProgressLog } from './progress.ts';

/** What a worker has at hand. */
export interface Bench {
  readonly id: string;
  readonly db: Kysely<Database>;
  readonly access: StoreAccess;
  readonly pool: Pick<JobPool, 'run'>;
  /** The longest that one attempt may take, all in all. */
  readonly deadlineMs: number;
  /** Takes faults in the program. */
  readonly fault: (error: unknown) => void;
  /** The jobs at work, by id. */
  readonly running: Map<string, RunningJob>;
  /** Aborted when the worker stops. */
  readonly leaving: AbortSignal;
}

/** How a job at work is reached from outside. */
export interface RunningJob {
  /** Somebody has asked for it to stop: at once where nothing can have been found yet, else with the best so far. */
  readonly cancel: () => void;
  /** The worker stops: the job goes back to the queue. */
  readonly leave: () => void;
}

/** Thrown to the queue, so that it keeps the job: it is taken up again, by this worker or another. */
class GivenBack extends Error {
  constructor() {
    super('the job has been given back');
  }
}

const beatMs = 1_000;

/** Runs a job; throws GivenBack where it is to be taken up again. */
export async function runJob(bench: Bench, kind: KindName, job: string): Promise<void> {
  const taken = await take(bench.db, job, bench.id);
  if (taken.status === 'over') return;
  const { attempt } = taken;
  const controls = createControls();
  bench.running.set(job, controls);
  const log = createProgressLog((event) =>
    recordProgress(bench.db, attempt, event).catch((error: unknown) => bench.fault(error)),
  );
  if (bench.leaving.aborted) controls.leave();
  const heart = (): void => {
    beat(bench.db, attempt).then(controls.hear, () => undefined);
  };
  // Once at the start too: somebody may have asked for an end while the job was being taken up.
  heart();
  const beating = setInterval(heart, beatMs);
  try {
    const outcome = await kinds[kind](
      bench.pool,
      { access: bench.access, attempt },
      {
        stop: controls.stop.signal,
        cancel: controls.abandon.signal,
        deadlineMs: bench.deadlineMs,
        onProgress: log.tell,
        onStage: (news) => {
          if (news.stage === 'solving') controls.begin();
          if (news.stage === 'part') log.tellPart(news);
        },
      },
    );
    await log.flush();
    await conclude(bench.db, attempt, outcome, controls.why());
  } catch (error) {
    if (error instanceof GivenBack) throw error;
    bench.fault(error);
    await returnJob(bench.db, attempt, 'fault');
  } finally {
    clearInterval(beating);
    bench.running.delete(job);
  }
}

interface Controls extends RunningJob {
  readonly stop: AbortController;
  readonly abandon: AbortController;
  /** The engine begins: from now on there is a best so far. */
  readonly begin: () => void;
  readonly hear: (heard: Awaited<ReturnType<typeof beat>>) => void;
  /** Why the attempt was abandoned, where it was. */
  readonly why: () => 'cancel' | 'leave' | 'lost' | null;
}

function createControls(): Controls {
  const stop = new AbortController();
  const abandon = new AbortController();
  let why: ReturnType<Controls['why']> = null;
  let solving = false;
  const give = (reason: 'cancel' | 'leave' | 'lost'): void => {
    why ??= reason;
    abandon.abort();
  };
  const cancel = (): void => (solving ? stop.abort() : give('cancel'));
  return {
    ...{ stop, abandon, cancel },
    begin: () => {
      solving = true;
    },
    leave: () => give('leave'),
    hear: (heard) => {
      if (heard === 'cancel_requested') cancel();
      if (heard === 'lost') give('lost');
    },
    why: () => why,
  };
}

/** What follows from how the task ended. */
async function conclude(
  db: Kysely<Database>,
  attempt: Attempt,
  outcome: JobOutcome<Made>,
  why: 'cancel' | 'leave' | 'lost' | null,
): Promise<void> {
  if (outcome.status === 'done') return await keep(db, attempt, outcome.output);
  if (outcome.status === 'busy') return await returnJob(db, attempt, 'worker_stopped');
  switch (outcome.why) {
    case 'deadline':
      return await close(db, attempt, { state: 'failed', failure: tookTooLong });
    case 'memory':
      return await close(db, attempt, { state: 'failed', failure: tooMuch });
    case 'cancelled':
      if (why === 'cancel') return await close(db, attempt, { state: 'cancelled' });
      return await returnJob(db, attempt, 'worker_stopped');
    case 'closed':
      return await returnJob(db, attempt, 'worker_stopped');
  }
}

async function keep(db: Kysely<Database>, attempt: Attempt, made: Made): Promise<void> {
  switch (made.status) {
    case 'kept':
      return;
    case 'lost':
      throw new GivenBack();
    case 'nothing':
      return await close(db, attempt, { state: 'cancelled' });
    case 'failed':
      return await close(db, attempt, { state: 'failed', failure: made });
  }
}

/** Where the attempt is not the worker's any more, another has the job: the queue must not take it for done. */
async function close(db: Kysely<Database>, attempt: Attempt, ending: Ending): Promise<void> {
  const own = await db.transaction().execute((transaction) => end(transaction, attempt, ending));
  if (!own) throw new GivenBack();
}

async function returnJob(db: Kysely<Database>, attempt: Attempt, why: GivingBack): Promise<void> {
  const given = await db.transaction().execute((transaction) => giveBack(transaction, attempt, why));
  if (given !== 'failed') throw new GivenBack();
}

const tookTooLong = failure('nothing_found', {
  sv: 'Arbetet tog längre tid än det får ta.',
  en: 'The work took longer than it may take.',
});
const tooMuch = failure('too_large', {
  sv: 'Arbetet behöver mer minne än det får.',
  en: 'The work needs more memory than it may have.',
});
