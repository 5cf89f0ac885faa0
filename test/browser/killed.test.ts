/**
 * The service as a process of its own behind a page, killed with kill -9 while somebody decides: what they typed stays, and is saved once another
 * process has taken over, exactly once.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { giveGrant } from '../../src/store/users/grants.ts';
import { hashPassword } from '../../src/store/users/password.ts';
import { addUser } from '../../src/store/users/users.ts';
import { startReadyService } from '../start-service.ts';
import { openTestStore, testMasterKey } from '../store/open-test-store.ts';
import { addProposal, addRegion, twoDistricts } from '../store/proposals/standing-region.ts';
import { browser } from './browser.ts';
import { patienceMs, signIn } from './pages.ts';

describe.skipIf(browser === null)('a service that is killed', { timeout: 120_000 }, async () => {
  const store = await openTestStore();
  const { db } = store;
  const dataDir = mkdtempSync(join(tmpdir(), 'resursutbyte-killed-page-'));
  afterAll(() => rmSync(dataDir, { recursive: true }));
  const proposal = await addProposal(store, await addRegion(store, 'r', twoDistricts(8)), [
    { participant: 'p000', team: 't0' },
    { participant: 'p001', team: 't1' },
  ]);
  const password = 'ett-lösenord-för-prov';
  const officer = await addUser(
    db,
    { login: 'anna', name: 'Anna', passwordHash: await hashPassword(password), openId: null },
    null,
    new Date(),
  );
  if (officer.status === 'exists') throw new Error('anna is there already');
  await giveGrant(db, officer.id, { role: 'officer', region: 'r' }, null, new Date());

  const serve = (port?: number) =>
    startReadyService(
      {
        DATA_DIR: dataDir,
        DATABASE_URL: store.url,
        MASTER_KEY: Buffer.from(testMasterKey).toString('base64url'),
      },
      port,
    );

  async function open(address: string, path: string): Promise<Page> {
    if (browser === null) throw new Error('a test of the pages without a browser');
    const context = await browser.newContext();
    afterAll(() => context.close());
    context.setDefaultTimeout(patienceMs);
    const page = await context.newPage();
    await page.goto(address + path);
    await signIn(page, 'anna', password);
    return page;
  }

  const decisions = () =>
    db
      .selectFrom('decisions')
      .select(['participant', 'action', 'pair_version'])
      .where('proposal', '=', proposal)
      .orderBy('seq')
      .execute();

  test('keeps what was typed in the page, and saves it once when it is back', async () => {
    const first = await serve();
    const page = await open(first.url, `/r/r/forslag/${proposal}/par/p000`);
    await page.getByRole('button', { name: 'Avböj', exact: true }).click();
    await page.getByLabel(/Med egna ord/).fill('skrivet före avbrottet');
    await first.kill();
    await page.getByRole('button', { name: 'Spara: avböja' }).click();
    await page.getByText('Tjänsten svarar inte just nu').waitFor();
    // Only once the page has given up trying by itself.
    await page.locator('.decide').getByRole('alert').waitFor();
    expect(await page.getByLabel(/Med egna ord/).inputValue()).toBe('skrivet före avbrottet');
    expect(await decisions()).toEqual([]);
    const second = await serve(first.port);
    await page.getByText('Tjänsten svarar inte just nu').waitFor({ state: 'detached' });
    expect(await page.getByLabel(/Med egna ord/).inputValue()).toBe('skrivet före avbrottet');
    await page.getByRole('button', { name: 'Spara: avböja' }).click();
    await page.getByText('avböjt', { exact: true }).waitFor();
    await page.getByText('skrivet före avbrottet').waitFor();
    expect(await decisions()).toEqual([{ participant: 'p000', action: 'turn_down', pair_version: 2 }]);
    await second.kill();
  });

  test('killed between the decision and its answer, the decision stands once, and the page shows it', async () => {
    const first = await serve();
    const page = await open(first.url, `/r/r/forslag/${proposal}/par/p001`);
    await page.getByRole('button', { name: 'Lås', exact: true }).waitFor();
    let second: Awaited<ReturnType<typeof serve>> | null = null;
    // The service has answered, and is gone before the browser hears of it; another stands there when the page tries again.
    await page.route(
      '**/decisions',
      async (route) => {
        await route.fetch();
        await first.kill();
        second = await serve(first.port);
        await route.abort('connectionreset');
      },
      { times: 1 },
    );
    await page.getByRole('button', { name: 'Lås', exact: true }).click();
    await page.getByText('låst', { exact: true }).waitFor({ timeout: 60_000 });
    expect(await page.locator('.decide').getByRole('alert').count()).toBe(0);
    expect((await decisions()).filter(({ participant }) => participant === 'p001')).toEqual([
      { participant: 'p001', action: 'lock', pair_version: 2 },
    ]);
    expect(second).not.toBeNull();
  });
});
