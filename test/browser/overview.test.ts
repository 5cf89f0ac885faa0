import { describe, expect, test } from 'vitest';
import { browser } from './browser.ts';
import { expectAccessible, looks, openPages } from './pages.ts';

const address = '/r/farsta-2004/oversikt';

describe.skipIf(browser === null)('start and overview', { timeout: 60_000 }, async () => {
  const pages = await openPages();

  test('without a proposal the start says to ask for one; with one, what to decide on', async () => {
    const page = await pages.openSignedIn();
    await page.getByRole('link', { name: 'Det finns inget förslag än. Be om ett.' }).waitFor();
    await pages.propose();
    await page.reload();
    await page.getByRole('link', { name: '70 par att besluta om' }).click();
    await page.getByRole('heading', { name: 'Förslaget som gäller' }).waitFor();
    expect(await page.getByLabel('Läge').inputValue()).toBe('proposed');
  });

  test('the overview tells who waits and where seats are, and a district narrows the seats', async () => {
    const page = await pages.openSignedIn(address);
    const seats = page.locator('dt', { hasText: 'Lediga platser i arbetslag' }).locator('+ dd');
    await seats.waitFor();
    const all = Number(await seats.textContent());
    await page.getByLabel('Stadsdel').selectOption('Skärholmen');
    await expect.poll(async () => Number(await seats.textContent())).toBeLessThan(all);
    await page.goBack();
    await expect.poll(async () => Number(await seats.textContent())).toBe(all);
  });

  test('each figure is a table too, and goes home as CSV and SVG', async () => {
    const page = await pages.openSignedIn(address);
    const figure = page.getByRole('figure', { name: /Språk som arbetslagen/ });
    await figure.getByText('Som tabell').click();
    await figure.getByRole('cell', { name: 'somaliska' }).waitFor();
    for (const [button, file] of [
      ['Hämta tabellen (CSV)', 'sprak.csv'],
      ['Hämta bilden (SVG)', 'sprak.svg'],
    ] as const) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        figure.getByRole('button', { name: button }).click(),
      ]);
      expect(download.suggestedFilename()).toBe(file);
    }
  });

  test.each(looks)('the overview is accessible: %s', async (_name, look) => {
    const page = await pages.openSignedIn(address, look);
    await page.locator('.chart svg').nth(2).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'In English' }).click();
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
  });
});
