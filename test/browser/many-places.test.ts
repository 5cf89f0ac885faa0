/** A region with more teams, units and classes than the service tells at once: all can be found, and are called by their names. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Region } from '../../src/domain/region.ts';
import { exampleRegion } from '../api/regions/region-client.ts';
import { addRegion } from '../store/proposals/standing-region.ts';
import { browser } from './browser.ts';
import { expectAccessible, looks, type OpenOptions, openPages, signIn } from './pages.ts';

/** Those of the example, after 250 others in the order of the keys, where nobody can be placed: they meet at no time. */
async function largeRegion(): Promise<Region> {
  const example = await exampleRegion();
  const [unit, team, group] = [example.units[0], example.teams[0], example.sfi_groups[0]];
  if (unit === undefined || team === undefined || group === undefined) throw new Error('an empty example');
  const numbers = Array.from({ length: 250 }, (_, i) => String(i).padStart(3, '0'));
  return {
    ...example,
    name: 'Landet',
    units: [
      ...numbers.map((i) => ({ ...unit, id: `0-${i}`, name: `Skola ${i}`, district: `Ort ${i}` })),
      ...example.units,
    ],
    teams: [
      ...numbers.map((i) => ({ ...team, id: `0-${i}`, unit: `0-${i}`, name: `Lag ${i}` })),
      ...example.teams,
    ],
    sfi_groups: [
      ...numbers.map((i) => ({ ...group, id: `0-${i}`, provider: `Skola ${i}` })),
      ...example.sfi_groups,
    ],
  };
}

describe.skipIf(browser === null)('a region with many places', { timeout: 120_000 }, async () => {
  const pages = await openPages();
  await addRegion(pages.service.store, 'landet', await largeRegion());
  const proposal = await pages.propose('landet');
  const grants = (['officer', 'planner'] as const).map((role) => ({ role, region: 'landet' }));
  await pages.addPerson('Anna', ...grants);

  async function openAsAnna(path: string, options: OpenOptions = {}): Promise<Page> {
    const page = await pages.open(path, options);
    await signIn(page, 'Anna');
    return page;
  }

  test('teams, units and classes beyond the first are found by their names, and stay chosen', async () => {
    const page = await openAsAnna('/r/landet/scenarier/ny');
    const add = page.getByLabel('Lägg till en ändring');
    await add.selectOption('close_team');
    await page.getByLabel('Sök: Arbetslag').fill('rönnholmsg');
    await page
      .getByLabel('Arbetslag', { exact: true })
      .selectOption({ label: 'Eken, Förskolan Rönnholmsgränd 42' });
    await page.getByLabel('Sök: Arbetslag').fill('Lag 00');
    await page.getByRole('option', { name: 'Lag 009, Skola 009' }).waitFor({ state: 'attached' });
    const chosen = page.locator('select').filter({ hasText: 'Lag 009' }).locator('option:checked');
    await expect.poll(() => chosen.textContent()).toBe('Eken, Förskolan Rönnholmsgränd 42');
    await add.selectOption('withdraw_unit');
    await page.getByLabel('Sök: Enhet').fill('Hökaräng');
    await page.getByLabel('Enhet', { exact: true }).selectOption({ label: 'Hökarängsskolan' });
    await add.selectOption('retime_sfi_group');
    await page.getByLabel('Sök: Sfi-grupp').fill('sfi-3c');
    await page.getByLabel('Sfi-grupp', { exact: true }).selectOption('sfi-3c');
    await page.getByRole('button', { name: 'Börja från tiderna som gäller nu' }).click();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Granska' }).click();
    await page.getByText('Det här skulle ändras').waitFor();
  });

  test('every district can be chosen, and a class of Swedish to draw a curve along', async () => {
    const page = await openAsAnna(`/r/landet/forslag/${proposal}`);
    await page.getByLabel('Stadsdel').selectOption('Skärholmen');
    await page.waitForURL(/district=Sk/);
    await page.getByLabel('Sök: Enhet').fill('Björk');
    await page.goto(`${pages.address}/r/landet/scenarier`);
    await page.getByLabel('Kurva').check();
    await page.getByLabel('Längs vad').selectOption({ label: 'Platser till i Skärholmen' });
    await page.getByLabel('Sök: Sfi-grupper').fill('3c');
    await page.getByLabel('Längs vad').selectOption('sfi.sfi-3c');
    await expectAccessible(page);
  });

  test('teams are called by their names wherever they are told', async () => {
    const page = await openAsAnna('/r/landet/personer');
    const rows = page.getByRole('table').getByRole('row');
    await rows.getByRole('cell', { name: 'Hjortronet, Förskolan Den Röda Tråden' }).first().waitFor();
    await page.goto(`${pages.address}/r/landet/forslag/${proposal}/par/p12`);
    await page.getByRole('table').getByRole('rowheader', { name: 'Stjärnan, Förskolan Blombacka' }).waitFor();
    await page.getByLabel('Vilket arbetslag?').fill('Stjärnan, Förskolan Blombacka (blombacka-3)');
    await page.locator('[role=status] .state').waitFor();
    await page.goto(`${pages.address}/r/landet/personer/p12`);
    await page.getByRole('table').getByRole('rowheader', { name: 'Stjärnan, Förskolan Blombacka' }).waitFor();
  });

  test.each(looks)('what can be searched is accessible: %s', async (_name, look) => {
    const page = await openAsAnna('/r/landet/data/policy', look);
    await page.getByLabel('Sök: Arbetslag').fill('eken');
    await page
      .getByLabel('Arbetslag', { exact: true })
      .selectOption({ label: 'Eken, Förskolan Rönnholmsgränd 42' });
    await expectAccessible(page);
    await page.goto(`${pages.address}/r/landet/forslag/${proposal}`);
    await page.getByLabel('Sök: Enhet').waitFor();
    await expectAccessible(page);
  });
});
