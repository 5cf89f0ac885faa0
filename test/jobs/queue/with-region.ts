/** Regions in a test's store, and jobs asked for and awaited there. */
import { join } from 'node:path';
import type { Region } from '../../../src/domain/region.ts';
import { readRegion } from '../../../src/files/read-region.ts';
import type { JobPool } from '../../../src/jobs/pool.ts';
import { requestCancel } from '../../../src/jobs/queue/cancel.ts';
import { createJobListener, followJob, type NumberedEvent } from '../../../src/jobs/queue/follow.ts';
import type { JobEvent } from '../../../src/jobs/queue/job-event.ts';
import { type ProposalRequest, requestProposal } from '../../../src/jobs/queue/request-proposal.ts';
import { startWorker, type Worker } from '../../../src/jobs/queue/start-worker.ts';
import type { Store } from '../../../src/store/open-store.ts';
import { saveRegionVersion } from '../../../src/store/regions/save-region-version.ts';

const data = join(import.meta.dirname, '..', '..', '..', 'data');

export async function readExampleRegion(name: 'farsta-2004' | 'farsta-skarholmen'): Promise<Region> {
  const reading = await readRegion(join(data, name));
  if (reading.status !== 'read') throw new Error(`${name} is refused`);
  return reading.region;
}

export async function saveRegion(store: Store, region: string, content: Region): Promise<void> {
  const saved = await saveRegionVersion(store, {
    ...{ region, content, digest: 'ab'.repeat(32), note: 'a test', importedBy: null, follows: 0 },
  });
  if (saved.status !== 'saved') throw new Error(saved.status);
}

/** Solved in no time. */
export const quick: ProposalRequest = {
  region: 'farsta',
  settings: { engine: 'auto', gap: 0, timeLimitMs: 60_000 },
  seed: 7,
  actor: null,
};

/** With this engine the larger example takes long on any machine. */
export const long: ProposalRequest = {
  region: 'skarholmen',
  settings: { engine: 'highs', gap: 0, timeLimitMs: 600_000 },
  seed: 7,
  actor: null,
};

export function tryToAsk(store: Store, request: ProposalRequest, mostWaiting: number) {
  return requestProposal(store, request, { mostWaiting });
}

export function cancel(store: Store, job: string) {
  return store.db.transaction().execute((transaction) => requestCancel(transaction, job, null));
}

export async function ask(store: Store, request: ProposalRequest) {
  const asked = await tryToAsk(store, request, 100);
  if (asked.status !== 'requested') throw new Error(asked.status);
  return asked;
}

export function workOn(store: Store, pool: JobPool, concurrency = 1): Promise<Worker> {
  return startWorker(store, pool, {
    concurrency,
    fault: (error) => {
      throw error;
    },
  });
}

/** Reads a job's events until one that is wanted, or its end; gives all of them. */
export async function eventsUntil(
  store: Store,
  job: string,
  wanted: (event: JobEvent) => boolean,
): Promise<readonly NumberedEvent[]> {
  const listener = createJobListener(store.url);
  const gone = new AbortController();
  const heard: NumberedEvent[] = [];
  try {
    for await (const event of followJob(store, listener, job, 0, gone.signal)) {
      heard.push(event);
      if (wanted(event.event)) break;
    }
    return heard;
  } finally {
    gone.abort();
    await listener.close();
  }
}

export const isEnd = ({ event }: JobEvent): boolean => event === 'ended';
/** Somebody has a place in the best so far. */
export const isSolving = (event: JobEvent): boolean =>
  event.event === 'progress' && event.objective !== null && event.objective > 0;
