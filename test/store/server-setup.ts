/**
 * One PostgreSQL for a whole run of tests, in a temporary folder: whoever first needs it starts it (open-test-store.ts), and the end
 * of the run stops it. A run that needs none starts none.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { TestProject } from 'vitest/node';
import { openServer, type RunningServer } from '../../src/store/server/server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    storeFolder: string;
  }
}

/** Of a tenth of a second each. */
const MOST_TRIES = 300;

export default function setup(project: TestProject): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'resursutbyte-store-'));
  project.provide('storeFolder', folder);
  return async () => {
    if (existsSync(join(folder, 'postgres'))) {
      const server = await ownServer(folder);
      await server.stop();
    }
    rmSync(folder, { recursive: true });
  };
}

/** The server, once the process of the last test file that used it has let go of the folder. */
async function ownServer(dataDir: string): Promise<RunningServer> {
  for (let tries = 0; ; tries++) {
    const server = await openServer({ dataDir, join: false });
    if (server.status === 'running') return server;
    if (server.code !== 'folder_taken' || tries === MOST_TRIES) throw new Error(server.detail.en);
    await wait(100);
  }
}
