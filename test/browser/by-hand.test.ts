/** A change by hand while another officer decides. In a region of its own: what else is decided there changes who may give way. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { browser } from './browser.ts';
import { expectAccessible, openPages, signIn } from './pages.ts';

describe.skipIf(browser === null)('a change by hand', { timeout: 120_000 }, async () => {
  const pages = await openPages();
  const standing = `/r/farsta-2004/forslag/${await pages.propose()}`;
  await pages.addPerson('Anna', { role: 'officer', region: 'farsta-2004' });

  /** Begins to change a place by hand for one that somebody has who may give way. */
  async function tryByHand(page: Page, reason: string): Promise<void> {
    const possible = page.getByRole('row', { name: /Tränger undan p\d+\. Pröva$/ }).first();
    await possible.getByRole('button', { name: 'Pröva' }).click();
    await page.getByLabel('Varför?').fill(reason);
  }

  test('is checked again when another has decided on the pair, says whether it is still possible, and keeps what was typed', async () => {
    const page = await pages.openSignedIn(`${standing}/par/p12`, { refusals: [409] });
    await tryByHand(page, 'det jag skrev');
    const reason = page.getByLabel('Varför?');
    const other = await pages.open(`${standing}/par/p12`);
    await signIn(other, 'Anna');
    await other.getByRole('button', { name: 'Lås', exact: true }).click();
    await other.getByText('låst', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Para ihop så' }).click();
    await page
      .getByRole('alert')
      .getByText(/Någon annan hann före: Anna låste paret/)
      .waitFor();
    await page.getByText('Bytet är prövat på nytt, och visas som det är nu.').waitFor();
    expect(await reason.inputValue()).toBe('det jag skrev');
    await expectAccessible(page);

    // As if the seat had been taken as well.
    await page.route('**/check', async (route) => {
      const check = await (await route.fetch()).json();
      await route.fulfill({ json: { ...check, verdict: 'impossible' } });
    });
    await other.getByRole('button', { name: 'Lås upp' }).click();
    await other.getByText('föreslaget', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Para ihop så' }).click();
    await page.getByText('Det här bytet går inte längre.').waitFor();
    expect(await reason.inputValue()).toBe('det jag skrev');
    expect(await page.getByRole('button', { name: 'Para ihop så' }).count()).toBe(0);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Avbryt' }).click();
    await reason.waitFor({ state: 'detached' });
    await page.unrouteAll();
    await page.reload();

    await tryByHand(page, 'det jag skrev sedan');
    await page.getByRole('button', { name: 'Para ihop så' }).click();
    const last = page.getByRole('listitem').filter({ hasText: 'Demo: para ihop för hand' });
    await last.getByText('det jag skrev sedan').waitFor();
  });
});
