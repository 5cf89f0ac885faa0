/** Workers in processes of their own, for tests that kill them. Whatever still runs at the end of the test file is killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { testMasterKey } from '../../store/open-test-store.ts';

const processes: ChildProcess[] = [];
afterAll(async () => {
  await Promise.all(processes.map((child) => endProcess(child, 'SIGKILL')));
});

const program = join(import.meta.dirname, '..', '..', '..', 'src', 'worker.mjs');

/** A worker on the database at `url`, once it takes jobs. */
export async function spawnWorker(url: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [program], {
    env: {
      ...process.env,
      DATABASE_URL: url,
      MASTER_KEY: Buffer.from(testMasterKey).toString('base64url'),
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  processes.push(child);
  for await (const line of child.stderr ?? []) if (String(line).includes('kön')) break;
  child.stderr?.resume();
  return child;
}

export async function endProcess(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}
