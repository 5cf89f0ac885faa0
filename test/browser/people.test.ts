import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { browser } from './browser.ts';
import { expectAccessible, looks, openPages, signIn } from './pages.ts';

const list = '/r/farsta-2004/personer';

const isFalling = (counts: readonly number[]): boolean =>
  counts.every((count, i) => count <= (counts[i - 1] ?? Number.POSITIVE_INFINITY));

describe.skipIf(browser === null)('people', { timeout: 60_000 }, async () => {
  const pages = await openPages();
  await pages.propose();
  await pages.addPerson('Anna', { role: 'officer', region: 'farsta-2004' });

  async function openAsAnna(path: string): Promise<Page> {
    const page = await pages.open(path);
    await signIn(page, 'Anna');
    return page;
  }

  test('people are listed page by page, and one is opened with their possible places', async () => {
    const page = await pages.openSignedIn(list);
    await page.getByRole('link', { name: 'p01', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Nästa' }).click();
    await page.getByRole('link', { name: 'p60', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Deltagare p60' }).waitFor();
    await page.getByRole('heading', { name: 'Möjliga platser, den bästa först' }).waitFor();
    await page.goBack();
    await page.getByRole('link', { name: 'p60', exact: true }).waitFor();
  });

  test('a person is sought by their pseudonym, and the address keeps it', async () => {
    const page = await pages.openSignedIn(list);
    await page.getByRole('link', { name: 'p01', exact: true }).waitFor();
    await page.getByLabel('Sök deltagare').fill('P9');
    await page.waitForURL(/search=P9/);
    await page.getByRole('link', { name: 'p01', exact: true }).waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('link', { name: 'p93', exact: true }).waitFor();
    const shown = await page.getByRole('table').getByRole('link').allTextContents();
    expect(shown).toEqual(['p90', 'p91', 'p92', 'p93']);
  });

  test('people are narrowed and sorted by what is known of them, languages by their names, and the address keeps it', async () => {
    const page = await pages.openSignedIn(list);
    await page.getByRole('link', { name: 'p01', exact: true }).waitFor();
    await page.getByLabel('Talar').selectOption('irakisk arabiska');
    await page.getByLabel(/^Läge/).selectOption('föreslaget');
    await page.waitForURL(/language=acm.*state=proposed/);
    await page.reload();
    const rows = page
      .getByRole('table')
      .getByRole('row')
      .filter({ has: page.getByRole('cell') });
    await rows.first().waitFor();
    const told = await rows.allTextContents();
    expect(told.length).toBeGreaterThan(1);
    for (const row of told) expect(row).toMatch(/irakisk arabiska.*föreslaget/);
    await page.getByLabel('Har väntat minst').selectOption('24 månader');
    await page.getByRole('button', { name: 'Väntat' }).click();
    await page.waitForURL(/waitedMonths=24.*sort=permit_date/);
    await page
      .getByRole('columnheader', { name: 'Väntat', exact: false })
      .and(page.locator('[aria-sort=ascending]'))
      .waitFor();
    const months = async () =>
      (await rows.locator('td:nth-child(4)').allTextContents()).map((text) => Number.parseInt(text, 10));
    await expect.poll(async () => isFalling(await months())).toBe(true);
    expect(await rows.count()).toBe(told.length);
    await page.getByLabel('Område').fill('SÄT');
    await expect
      .poll(async () => (await rows.allTextContents()).filter((row) => !row.includes('Sätra')))
      .toEqual([]);
    expect(await rows.count()).toBeGreaterThan(1);
  });

  test('what a person says is recorded, and an objection is answered by somebody', async () => {
    const page = await pages.openSignedIn(`${list}/p02`);
    await page.getByText('Anteckna ett svar').click();
    await page.getByLabel('Svar', { exact: true }).selectOption('no');
    await page.getByRole('button', { name: 'Spara svaret' }).click();
    await page.getByText(/: nej, antecknat av Demo/).waitFor();
    await page.getByText('Deltagaren invänder').click();
    await page.getByLabel('Vad personen undrar eller inte går med på').fill('Varför så långt bort?');
    await page.getByRole('button', { name: 'Öppna ett ärende' }).click();
    await page.getByText('Ärendet är öppnat och väntar på svar.').waitFor();
    await page.getByRole('link', { name: 'resursutbyte' }).click();
    await page.getByRole('link', { name: 'En invändning att svara på' }).click();
    await page.getByText('Varför så långt bort?').waitFor();
    await page.getByLabel('Svar till deltagaren').fill('Det fanns inget närmare.');
    await page.getByRole('button', { name: 'Svara' }).click();
    await page.getByText('Ingen väntar på svar.').waitFor();
  });

  test('what became of a person is recorded, and a later record corrects the one before', async () => {
    const page = await pages.openSignedIn(`${list}/p07`);
    await page.getByText('Anteckna vad som har hänt').click();
    await page.getByLabel('Vad', { exact: true }).selectOption('status');
    await page.getByLabel('Dag', { exact: true }).last().fill('2026-01-15');
    await page.getByLabel('Sysselsättning').selectOption('education');
    await page.getByRole('button', { name: 'Spara uppgiften' }).click();
    await page.getByText(/6 månader efteråt, utbildning, försörjning okänd/).waitFor();
    await page.getByText('Anteckna vad som har hänt').click();
    await page.getByLabel('Vad', { exact: true }).selectOption('status');
    await page.getByLabel('Dag', { exact: true }).last().fill('2026-01-15');
    await page.getByLabel('Sysselsättning').selectOption('work');
    await page.getByRole('button', { name: 'Spara uppgiften' }).click();
    await page.getByText(/6 månader efteråt, arbete, försörjning okänd/).waitFor();
    const replaced = page.getByRole('listitem').filter({ hasText: 'utbildning, försörjning okänd' });
    await replaced.getByText(/ersatt av en senare uppgift/).waitFor();
  });

  test('name and contact are read when they are opened, not before, and are saved', async () => {
    const page = await pages.openSignedIn(`${list}/p03`);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.getByRole('heading', { name: 'Personens uppgifter' }).waitFor();
    expect(asked.filter((url) => url.endsWith('/contact'))).toEqual([]);
    await page.getByText('Namn och kontakt').click();
    await page.getByLabel('Telefon').fill('070-000 00 00');
    await page.getByRole('button', { name: 'Spara kontakt' }).click();
    await page.reload();
    await page.getByText('Namn och kontakt').click();
    await expect.poll(() => page.getByLabel('Telefon').inputValue()).toBe('070-000 00 00');
  });

  test('two officers at once write a contact: the second sees what the first saved, keeps what they typed, and saves both', async () => {
    const page = await pages.openSignedIn(`${list}/p09`, { refusals: [409] });
    const other = await openAsAnna(`${list}/p09`);
    for (const one of [page, other]) {
      await one.getByText('Namn och kontakt').click();
      await one.getByLabel('Telefon').waitFor();
    }
    await page.getByLabel('Telefon').fill('070-000 00 01');
    await page.getByLabel('Adress').fill('Vägen 1');
    await other.getByLabel('Telefon').fill('070-000 00 02');
    await other.getByLabel('E-post').fill('p09@example.org');
    await other.getByRole('button', { name: 'Spara kontakt' }).click();
    await other.getByText('Sparat.').waitFor();

    await page.getByRole('button', { name: 'Spara kontakt' }).click();
    await page.getByRole('alert').getByText('Kontakten har ändrats sedan den lästes.').waitFor();
    await page.getByText('Sparat nu: 070-000 00 02').waitFor();
    expect(await page.getByLabel('Telefon').inputValue()).toBe('070-000 00 01');
    expect(await page.getByLabel('Adress').inputValue()).toBe('Vägen 1');
    expect(await page.getByLabel('E-post').inputValue()).toBe('p09@example.org');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Spara kontakt' }).click();
    await page.getByText('Sparat.').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);

    await other.reload();
    await other.getByText('Namn och kontakt').click();
    await expect.poll(() => other.getByLabel('Telefon').inputValue()).toBe('070-000 00 01');
    expect(await other.getByLabel('E-post').inputValue()).toBe('p09@example.org');
    expect(await other.getByLabel('Adress').inputValue()).toBe('Vägen 1');
  });

  test('two officers at once answer an objection: the second sees the answer that stands, and keeps what they wrote until they close it', async () => {
    const page = await pages.openSignedIn(`${list}/p11`, { refusals: [409] });
    await page.getByText('Deltagaren invänder').click();
    await page.getByLabel('Vad personen undrar eller inte går med på').fill('Varför inte Björken?');
    await page.getByRole('button', { name: 'Öppna ett ärende' }).click();
    await page.getByText('Ärendet är öppnat och väntar på svar.').waitFor();
    await page.goto(`${pages.address}${list}/invandningar`);
    const caseOn = (of: Page) => of.locator('form', { hasText: 'Varför inte Björken?' });
    await caseOn(page).getByLabel('Svar till deltagaren').fill('det jag skrev');
    const other = await openAsAnna(`${list}/invandningar`);
    await caseOn(other).getByLabel('Svar till deltagaren').fill('Där är fullt.');
    await caseOn(other).getByRole('button', { name: 'Svara' }).click();
    await caseOn(other).waitFor({ state: 'detached' });

    await caseOn(page).getByRole('button', { name: 'Svara' }).click();
    await caseOn(page).getByRole('alert').getByText('Någon annan hann svara på invändningen.').waitFor();
    await caseOn(page).getByText('Där är fullt.').waitFor();
    expect(await caseOn(page).getByLabel('Svar till deltagaren').inputValue()).toBe('det jag skrev');
    expect(await caseOn(page).getByRole('button', { name: 'Svara' }).count()).toBe(0);
    await expectAccessible(page);
    await caseOn(page).getByRole('button', { name: 'Stäng' }).click();
    await page.getByText('Ingen väntar på svar.').waitFor();
  });

  test('a person gets their own data, and is erased only once it has been confirmed', async () => {
    const page = await pages.openSignedIn(`${list}/p05`);
    const [report] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Hämta registerutdrag (text)' }).click(),
    ]);
    expect(report.suggestedFilename()).toMatch(/p05/);
    await page.getByRole('button', { name: 'Radera personens uppgifter' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Avbryt' }).click();
    await page.getByRole('button', { name: 'Radera personens uppgifter' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Radera personens uppgifter' }).click();
    await page.getByText('Uppgifterna är raderade.').waitFor();
  });

  test.each(looks)('people are accessible: %s', async (_name, look) => {
    const page = await pages.openSignedIn(list, look);
    await page.getByRole('link', { name: 'p01', exact: true }).waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'p01', exact: true }).click();
    await page.getByRole('heading', { name: 'Möjliga platser, den bästa först' }).waitFor();
    await page.getByText('Anteckna ett svar').click();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'In English' }).click();
    await page.getByRole('heading', { name: "The participant's own answer" }).waitFor();
    await page.goto(`${pages.address}${list}/invandningar`);
    await page.getByRole('heading', { level: 1, name: 'Objections' }).waitFor();
    await expectAccessible(page);
  });
});
