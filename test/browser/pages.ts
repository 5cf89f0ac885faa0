/**
 * The pages over a service of their own, for a test file: `const pages = await openPages();`, and in each test `const page = await pages.open()`.
 * Whatever a page must never do is looked at when the test ends: an error on the console, a request to another host, a text that is missing.
 */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, expect } from 'vitest';
import type { Grant } from '../../src/domain/access/grants.ts';
import { createJobPool } from '../../src/jobs/pool.ts';
import { requestProposal } from '../../src/jobs/queue/request-proposal.ts';
import { startWorker } from '../../src/jobs/queue/start-worker.ts';
import { makeDemo } from '../../src/start-demo.ts';
import { openPages as buildPages } from '../../src/start-pages.ts';
import { giveGrant } from '../../src/store/users/grants.ts';
import { hashPassword } from '../../src/store/users/password.ts';
import { addUser } from '../../src/store/users/users.ts';
import { openTestService } from '../api/test-service.ts';
import { browser } from './browser.ts';

/** Longer than any page takes on a busy machine. */
export const patienceMs = 15_000;

const password = 'ett-lösenord-för-prov';

export interface OpenOptions {
  /** 1280 unless told. */
  readonly width?: number;
  readonly dark?: boolean;
  /** What somebody has asked their system for: more contrast, or colours of their own alone. */
  readonly contrast?: 'more' | 'forced';
  /** Whether things may move; they do not unless told. */
  readonly motion?: boolean;
  /** Statuses of refusals that the test brings about; the browser writes each to its console. */
  readonly refusals?: readonly number[];
}

/** A service with the example region, a worker for its jobs, and the user `demo`, an officer and planner there who administers too. */
export async function openPages() {
  const service = await openTestService(
    { clock: () => new Date(), pages: await buildPages(() => {}) },
    async (store) => {
      await makeDemo(store, password, new Date());
    },
  );
  const pool = createJobPool({ threads: 1, places: 4 });
  const worker = await startWorker(service.store, pool, { concurrency: 1, fault: console.error });
  const address = await service.app.listen({ host: '127.0.0.1', port: 0 });
  const opened: { readonly page: Page; readonly wrongs: readonly string[] }[] = [];
  afterAll(async () => {
    await worker.close();
    await pool.close();
  });
  afterEach(async () => {
    for (const { page, wrongs } of opened.splice(0)) {
      await page.context().close();
      expect(wrongs).toEqual([]);
    }
  });

  async function open(
    path = '/',
    { width = 1280, dark = false, contrast, motion = false, refusals = [] }: OpenOptions = {},
  ): Promise<Page> {
    if (browser === null) throw new Error('a test of the pages without a browser');
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme: dark ? 'dark' : 'light',
      reducedMotion: motion ? 'no-preference' : 'reduce',
      contrast: contrast === 'more' ? 'more' : 'no-preference',
      forcedColors: contrast === 'forced' ? 'active' : 'none',
    });
    context.setDefaultTimeout(patienceMs);
    const page = await context.newPage();
    const wrongs: string[] = [];
    opened.push({ page, wrongs });
    page.on('pageerror', (error) => wrongs.push(error.message));
    page.on('console', (message) => {
      const [, status] = /responded with a status of (\d+)/.exec(message.text()) ?? [];
      if (message.type() === 'error' && !refusals.includes(Number(status))) wrongs.push(message.text());
    });
    page.on('request', (request) => {
      if (!/^(blob|data):/.test(request.url()) && !request.url().startsWith(address))
        wrongs.push(request.url());
    });
    await page.goto(address + path);
    return page;
  }

  /** Signed in as `demo` at the path. */
  async function openSignedIn(path = '/', options: OpenOptions = {}): Promise<Page> {
    const page = await open(path, options);
    await signIn(page);
    return page;
  }

  /** A proposal for the region that stands there, as if it had been asked for before; its id. */
  async function propose(region = 'farsta-2004'): Promise<string> {
    const { db } = service.store;
    const asked = await requestProposal(
      service.store,
      {
        region,
        actor: null,
        seed: 0,
        settings: { engine: 'auto', gap: 0, timeLimitMs: 60_000 },
      },
      { mostWaiting: 1 },
    );
    if (asked.status !== 'requested') throw new Error(`no proposal: ${asked.status}`);
    const proposals = db.selectFrom('proposals').select('status').where('id', '=', asked.proposal);
    for (;;) {
      const { status } = await proposals.executeTakeFirstOrThrow();
      if (status === 'proposed') break;
      if (status === 'failed') throw new Error('the proposal failed');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return asked.proposal;
  }

  /** Another user, who signs in with the same password as `demo`. */
  async function addPerson(login: string, ...grants: readonly Grant[]): Promise<void> {
    const { db } = service.store;
    const passwordHash = await hashPassword(password);
    const added = await addUser(db, { login, name: login, passwordHash, openId: null }, null, new Date());
    if (added.status === 'exists') throw new Error(`${login} is there already`);
    for (const grant of grants) await giveGrant(db, added.id, grant, null, new Date());
  }

  return { address, service, open, openSignedIn, propose, addPerson };
}

/** Fills in the sign-in that the page shows. */
export async function signIn(page: Page, login = 'demo', secret = password): Promise<void> {
  await page.getByLabel('Användarnamn').fill(login);
  await page.getByLabel('Lösenord').fill(secret);
  await page.getByRole('button', { name: 'Logga in' }).click();
  await page.getByRole('button', { name: 'Logga ut' }).waitFor();
}

/** No violation that axe finds, and nothing that makes the page wider than its window. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  const wider = await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  expect(wider).toBeLessThanOrEqual(0);
}

/** The ways in which each page must stand up to axe. */
export const looks: readonly (readonly [name: string, options: OpenOptions])[] = [
  ['light', {}],
  ['dark', { dark: true }],
  ['320 px', { width: 320 }],
];
