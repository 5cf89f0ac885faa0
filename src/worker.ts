/**
 * A worker by itself, on any machine that reaches the database (DATABASE_URL, with the service's MASTER_KEY), or beside a service that runs its
 * own in DATA_DIR: takes jobs from the queue until asked to stop.
 */
import { availableParallelism } from 'node:os';
import { logFault } from './api/log.ts';
import { openTerminal } from './cli/process-terminal.ts';
import { tellFailure } from './cli/terminal.ts';
import { failure } from './errors.ts';
import { aborted } from './jobs/aborted.ts';
import { createJobPool } from './jobs/pool.ts';
import { startWorker } from './jobs/queue/start-worker.ts';
import { readSettings, type Settings } from './settings.ts';
import { openStore } from './store/open-store.ts';

/** Works until asked to stop; then the queue first, the pool after it, and the store last. */
async function work(settings: Settings): Promise<number> {
  const store = await openStore({ ...settings, join: true });
  if (store.status === 'failed') return tellFailure(terminal, failure('not_ready', store.detail));
  const threads = Math.max(1, availableParallelism() - 1);
  const pool = createJobPool({ threads, places: threads, givesWay: true });
  try {
    const fault = (error: unknown): void => logFault(terminal.note, error);
    const worker = await startWorker(store, pool, { concurrency: threads, fault });
    terminal.note(
      terminal.lang === 'sv' ? 'Tar jobb ur kön, avsluta med Ctrl-C.' : 'Takes jobs, stop with Ctrl-C.',
    );
    await aborted(terminal.signal);
    await worker.close();
    return 0;
  } finally {
    await pool.close();
    await store.close();
  }
}

const terminal = openTerminal(process.argv.slice(2));
const settings = readSettings(process.env);
process.exitCode = settings.status === 'failed' ? tellFailure(terminal, settings) : await work(settings);
