/**
 * The walk that README.md tells, from the example's data to what became of its people, step by step in the pages. Run as `npm run pictures` it
 * also takes the pictures that README.md shows; run as a test it only holds that the walk can be walked.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, test } from 'vitest';
import { browser } from './browser.ts';
import { openPages } from './pages.ts';

const folder = join(import.meta.dirname, '..', '..', 'data', 'pictures');
const takesPictures = process.env.npm_lifecycle_event === 'pictures';

async function picture(page: Page, name: string, height: number): Promise<void> {
  if (!takesPictures) return;
  mkdirSync(folder, { recursive: true });
  await page.setViewportSize({ width: 1100, height });
  // Charts are drawn to the width that they find.
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

describe.skipIf(browser === null)('the walk of README.md', { timeout: 120_000 }, async () => {
  const pages = await openPages();

  test('from the data to a proposal, a decision, a scenario and what became of it', async () => {
    const page = await pages.openSignedIn('/r/farsta-2004/oversikt', { width: 1100 });
    await page.locator('.chart svg').nth(2).waitFor();
    await picture(page, 'overview', 1250);

    await page.getByRole('link', { name: 'Förslag' }).click();
    await page.getByRole('button', { name: 'Be om ett förslag' }).click();
    await page.getByRole('heading', { name: 'Förslaget som gäller' }).waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Kontrollera beviset' }).click();
    await page.getByText('Beviset håller').waitFor();
    await page.getByRole('link', { name: 'p01', exact: true }).waitFor();
    await picture(page, 'proposal', 1250);

    await page.getByRole('link', { name: 'p01', exact: true }).click();
    await page.getByRole('button', { name: 'Godta' }).click();
    await page.getByText('Demo: godta').waitFor();
    await page.getByRole('heading', { name: 'Veckan' }).waitFor();
    await picture(page, 'pair', 1500);

    await page.getByRole('link', { name: 'Scenarier' }).click();
    await page.getByRole('link', { name: 'Nytt scenario' }).click();
    await page.getByLabel('Namn').fill('Två platser till i Farsta grundskola');
    await page.getByLabel('Lägg till en ändring').selectOption('team_seats');
    await page.getByLabel('Arbetslag', { exact: true }).selectOption('farsta-3');
    await page.getByLabel('Fler (eller färre, med minus)').fill('2');
    await page.getByRole('button', { name: 'Spara' }).click();
    await page.getByRole('heading', { level: 1, name: 'Två platser till i Farsta grundskola' }).waitFor();
    await page.getByRole('link', { name: 'Alla scenarier' }).click();
    await page.getByLabel('Jämför Två platser till i Farsta grundskola').check();
    await page.getByRole('button', { name: 'Räkna', exact: true }).click();
    await page.getByRole('table', { name: 'Siffrorna' }).waitFor({ timeout: 60_000 });
    await picture(page, 'scenario', 1250);

    await page.getByRole('link', { name: 'Uppföljning' }).click();
    await page.locator('.indicator').first().waitFor();
    await picture(page, 'followup', 1250);
  });
});
