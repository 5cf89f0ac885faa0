/**
 * One PostgreSQL for a whole run of tests, in a temporary folder: whoever first needs it starts it (open-test-store.ts), and the end
 * of the run stops it. A run that needs none starts none.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openServer } from '../../src/store/server/server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    storeFolder: string;
  }
}

export default function setup(project: TestProject): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'resursutbyte-store-'));
  project.provide('storeFolder', folder);
  return async () => {
    if (existsSync(join(folder, 'postgres'))) {
      const server = await openServer({ dataDir: folder, join: false });
      if (server.status === 'failed') throw new Error(server.detail.en);
      await server.stop();
    }
    rmSync(folder, { recursive: true });
  };
}
