import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { browser } from './browser.ts';
import { expectAccessible, looks, openPages, signIn } from './pages.ts';

const address = '/r/farsta-2004/skyddad';
/** Of nobody else in the region: wherever it shows up, it came from the protected person. */
const mark = '1971-03-09';

describe.skipIf(browser === null)('a person with protected data', { timeout: 90_000 }, async () => {
  const pages = await openPages();
  const proposal = await pages.propose();
  await pages.addPerson('handler', { role: 'protected_identity_handler', region: 'farsta-2004' });

  async function openAsHandler(look: (typeof looks)[number][1] = {}): Promise<Page> {
    const page = await pages.open(address, look);
    await signIn(page, 'handler');
    await page.getByRole('heading', { level: 1, name: 'Person med skyddade uppgifter' }).waitFor();
    return page;
  }

  /** From the form to the opened person; their code. */
  async function takeDown(page: Page): Promise<string> {
    await page.getByText('Ta emot en person').press('Enter');
    await page.getByLabel('Uppehållstillstånd').fill(mark);
    await page.getByLabel('Kom till Sverige').fill('2003-05-01');
    await page.getByLabel('Kan börja').fill('2004-02-01');
    await page.getByLabel('Område').fill('Farsta');
    await page.getByLabel(/^Språk/).selectOption('somaliska');
    await page.getByRole('button', { name: 'Lägg till ett språk' }).press('Enter');
    await page.getByLabel('kök').uncheck();
    await page.getByRole('button', { name: 'Lägg till en tid' }).press('Enter');
    await page.getByLabel(/^Dag/).selectOption('Söndag');
    await page.getByRole('button', { name: 'Spara personen' }).press('Enter');
    await page.getByRole('heading', { name: 'Lediga platser, den bästa först' }).waitFor();
    return page.locator('#code code').innerText();
  }

  test('is taken down, placed where there is room, opened again by the code, and waits again when the place ends', async () => {
    const page = await openAsHandler();
    const code = await takeDown(page);
    await page
      .getByRole('button', { name: /^Ge platsen i/ })
      .first()
      .press('Enter');
    await page.getByText(/^Har plats:/).waitFor();
    expect(page.url()).not.toContain(code);
    await page.getByRole('button', { name: 'Stäng personen' }).press('Enter');
    await page.getByLabel('Kod', { exact: true }).fill(code);
    await page.getByLabel('Kod', { exact: true }).press('Enter');
    await page.getByText(/^Har plats:/).waitFor();
    await page.getByRole('button', { name: 'Avsluta platsen' }).press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Avsluta platsen' }).press('Enter');
    await page.getByText('Väntar på plats.').waitFor();
  });

  test('what is told of a person is kept as it was told', async () => {
    const page = await openAsHandler();
    const sent = page.waitForRequest(
      (request) => request.method() === 'POST' && request.url().endsWith('/protected-persons'),
    );
    await takeDown(page);
    const told = (await sent).postDataJSON();
    expect(told.languages).toEqual([
      { language: 'som', level: 'native' },
      { language: 'swe', level: 'A1' },
    ]);
    expect(told.person.roles).not.toContain('kitchen');
    expect(told.person.roles).toContain('library');
    expect(told.sessions).toEqual([{ weekday: 'sun', start: '08:00', end: '12:00' }]);
  });

  test('never reaches an officer: not the page, nor any answer behind the pages that they open', async () => {
    const code = await takeDown(await openAsHandler());
    const page = await pages.openSignedIn('/r/farsta-2004', { refusals: [403, 404] });
    const bodies: Promise<string>[] = [];
    page.on('response', (answer) => {
      if (answer.url().includes('/v1/')) bodies.push(answer.text().catch(() => ''));
    });
    const pair = `/r/farsta-2004/forslag/${proposal}`;
    for (const [path, shown] of [
      ['/r/farsta-2004/personer', 'Personer'],
      [pair, 'Förslaget som gäller'],
      [`${pair}/par/p01`, 'Deltagare p01'],
    ] as const) {
      await page.goto(`${pages.address}${path}`);
      await page.getByRole('heading', { level: 1, name: shown }).waitFor();
      await page.waitForLoadState('networkidle');
      expect(await page.content()).not.toMatch(new RegExp(`${code}|${mark}`));
      expect(await page.getByRole('link', { name: 'Skyddad person' }).count()).toBe(0);
    }
    await page.goto(pages.address + address);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByLabel('Kod', { exact: true }).count()).toBe(0);
    const said = await Promise.all(bodies);
    expect(said.length).toBeGreaterThan(5);
    expect(said.filter((body) => body.includes(code) || body.includes(mark))).toEqual([]);
  });

  test.each(looks)('accessible in both languages: %s', async (_name, look) => {
    const page = await openAsHandler(look);
    await page.getByText('Ta emot en person').click();
    await expectAccessible(page);
    await page.getByText('Ta emot en person').click();
    await takeDown(page);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'In English' }).click();
    await page.getByRole('heading', { name: 'Free places, the best first' }).waitFor();
  });
});
