/** Brings the queue's own tables, which graphile-worker keeps in a schema of its own, to the version that this program knows. */
import { Logger, runMigrations } from 'graphile-worker';
import { openPool } from './connect.ts';

/** Of several services that start at once one installs and the others wait. (Any number that nobody else locks.) */
const installing = 7_267_001;

/** graphile-worker writes errors and names of jobs to the console; what this service writes of itself, it writes itself. */
export const silent = new Logger(() => () => undefined);

/** Installs what is missing, forwards only. Quick where nothing is. */
export async function installQueue(url: string): Promise<void> {
  const pool = openPool(url, 2);
  try {
    const holder = await pool.connect();
    try {
      await holder.query('select pg_advisory_lock($1)', [installing]);
      await runMigrations({ pgPool: pool, logger: silent });
    } finally {
      // Ends the session, and with it the lock.
      holder.release(true);
    }
  } finally {
    await pool.end();
  }
}
