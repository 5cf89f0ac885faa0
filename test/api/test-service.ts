/**
 * The API over a store of its own, for a test file: `const service = await openTestService();`. It closes by itself. Time stands still until
 * the test moves it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll } from 'vitest';
import { type AppDependencies, buildApp } from '../../src/api/app.ts';
import { csrfToken, sessionCookie } from '../../src/api/auth/cookie.ts';
import { defaultLimits } from '../../src/api/protection.ts';
import type { Grant } from '../../src/domain/access/grants.ts';
import { createJobPool } from '../../src/jobs/pool.ts';
import type { Store } from '../../src/store/open-store.ts';
import { giveGrant } from '../../src/store/users/grants.ts';
import { startSession } from '../../src/store/users/sessions.ts';
import { openTestStore } from '../store/open-test-store.ts';

export interface SignedIn {
  readonly userId: string;
  /** To be sent with every request: the session's cookie and what unsafe methods demand. */
  readonly headers: { readonly cookie: string; readonly 'x-csrf-token': string };
}

export interface TestService {
  readonly app: FastifyInstance;
  readonly store: Store;
  readonly now: () => Date;
  readonly wait: (ms: number) => void;
  /** A new user with these grants, signed in. The regions that the grants name must exist. */
  readonly signIn: (...grants: readonly Grant[]) => Promise<SignedIn>;
}

export async function openTestService(
  over: Partial<AppDependencies> = {},
  prepare: (store: Store) => Promise<void> = async () => {},
): Promise<TestService> {
  const store = await openTestStore();
  await prepare(store);
  const dataDir = mkdtempSync(join(tmpdir(), 'resursutbyte-service-'));
  const pool = createJobPool({ threads: 1, places: 4 });
  let time = Date.parse('2026-03-02T08:00:00Z');
  const now = () => new Date(time);
  const app = await buildApp({
    pool,
    store,
    dataDir,
    clock: now,
    secureCookies: false,
    bodyLimitBytes: 4 * 1024 * 1024,
    timeLimitMs: 60_000,
    jobLimitMs: 120_000,
    // A machine that is slow for a while is not refused: what tests wait for comes in the end.
    limits: { ...defaultLimits, maxEventLoopDelayMs: 0 },
    log: () => {},
    ...over,
  });
  afterAll(async () => {
    await app.close();
    await pool.close();
    rmSync(dataDir, { recursive: true });
  });
  let users = 0;
  const signIn = async (...grants: readonly Grant[]): Promise<SignedIn> => {
    users++;
    const { id } = await store.db
      .insertInto('users')
      .values({ login: `user-${users}`, display_name: `User ${users}` })
      .returning('id')
      .executeTakeFirstOrThrow();
    for (const grant of grants) {
      const { status } = await giveGrant(store.db, id, grant, null, now());
      if (status !== 'given') throw new Error(`a grant for a region that is not there: ${grant.region}`);
    }
    const { token } = await startSession(store.db, id, now());
    return {
      userId: id,
      headers: { cookie: `${sessionCookie(false)}=${token}`, 'x-csrf-token': csrfToken(token) },
    };
  };
  const wait = (ms: number) => {
    time += ms;
  };
  return { app, store, now, wait, signIn };
}
