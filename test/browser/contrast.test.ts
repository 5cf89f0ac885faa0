/** For whoever needs more contrast, colours of their own, or nothing that moves. */
import { describe, expect, test } from 'vitest';
import { browser } from './browser.ts';
import { expectAccessible, type OpenOptions, openPages } from './pages.ts';

const region = '/r/farsta-2004';
const looks: readonly (readonly [name: string, options: OpenOptions])[] = [
  ['more contrast', { contrast: 'more' }],
  ['more contrast, dark', { contrast: 'more', dark: true }],
  ['colours of their own', { contrast: 'forced' }],
  ['colours of their own, dark', { contrast: 'forced', dark: true }],
];

describe.skipIf(browser === null)('contrast and motion', { timeout: 120_000 }, async () => {
  const pages = await openPages();
  const proposal = `${region}/forslag/${await pages.propose()}`;

  test.each(looks)('%s: every kind of page is accessible', async (_name, look) => {
    const page = await pages.openSignedIn('/', look);
    for (const [path, shown] of [
      ['/', 'h2'],
      [`${region}/oversikt`, 'table, svg'],
      [`${region}/personer`, 'td'],
      [proposal, 'td a'],
      [`${proposal}/par/p02`, '.week'],
      [`${region}/data/policy`, 'input'],
      ['/delar', 'td'],
    ] as const) {
      await page.goto(pages.address + path);
      await page.locator('main').locator(shown).first().waitFor();
      await expectAccessible(page);
    }
  });

  test('with colours of their own one sees which page one is on, what has the focus, and the shape of a button', async () => {
    const page = await pages.openSignedIn(`${proposal}/par/p02`, { contrast: 'forced', dark: true });
    const styleOf = (selector: string, property: string) =>
      page.evaluate(
        `getComputedStyle(document.querySelector('${selector}')).getPropertyValue('${property}')`,
      );
    const bottom = (path: string) => styleOf(`.top nav a[href$="${path}"]`, 'border-bottom-color');
    const behind = await styleOf('html', 'background-color');
    expect(await bottom('/personer')).toBe(behind);
    expect(await bottom('/forslag')).not.toBe(behind);
    await page.getByRole('button', { name: 'Lås', exact: true }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    expect(await styleOf(':focus', 'outline-style')).toBe('solid');
    expect(await styleOf(':focus', 'outline-width')).toBe('3px');
    expect(await styleOf('.decide .primary', 'border-top-width')).toBe('3px');
  });

  test.each([false, true])(
    'motion %s: what waits moves only for whoever has not asked for stillness',
    async (motion) => {
      const page = await pages.openSignedIn('/', { motion });
      await page.route('**/v1/regions/**', () => {});
      await page.goto(`${pages.address}${region}/personer`);
      await page.locator('.skeleton .bar').first().waitFor();
      const moving = Number(await page.evaluate('document.getAnimations().length'));
      expect(moving > 0).toBe(motion);
    },
  );
});
