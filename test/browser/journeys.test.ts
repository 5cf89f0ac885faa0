/** Whole days of an officer and of a planner: from page to page by what the pages offer, never by an address. */
import type { Page } from 'playwright-core';
import { describe, test } from 'vitest';
import { browser } from './browser.ts';
import { openPages } from './pages.ts';

describe.skipIf(browser === null)('journeys', { timeout: 300_000 }, async () => {
  const pages = await openPages();

  test('an officer asks for a proposal, decides, turns down with a reason, asks again and keeps what has changed', async () => {
    const page = await pages.openSignedIn();
    await page.getByRole('link', { name: 'Det finns inget förslag än. Be om ett.' }).click();
    await page.getByRole('button', { name: /^Be om ett/ }).click();
    const heading = page.getByRole('heading', { level: 1 });
    await heading.filter({ hasText: /Förslaget som gäller|Utkast/ }).waitFor({ timeout: 60_000 });
    if ((await heading.textContent())?.startsWith('Utkast')) await keep(page);
    await page.getByText('Inget annat förslag kan vara bättre.').waitFor();
    await page.getByRole('button', { name: 'Kontrollera beviset' }).click();
    await page.getByText('Beviset håller').waitFor();

    await page.getByRole('link', { name: 'p01', exact: true }).click();
    await page.getByText('få en plats alls').waitFor();
    await page.getByRole('button', { name: 'Godta' }).click();
    await page.getByText('godtaget', { exact: true }).waitFor();
    await page.goBack();

    await page.getByRole('link', { name: 'p03', exact: true }).click();
    await page.getByRole('button', { name: 'Avböj', exact: true }).click();
    await page.getByLabel('Skäl').selectOption('other');
    await page.getByLabel('Med egna ord').fill('för lång väg');
    await page.getByRole('button', { name: 'Spara: avböja' }).click();
    await page.getByText('avböjt', { exact: true }).waitFor();

    await open(page, 'Förslag');
    await page.getByRole('button', { name: /^Be om ett/ }).click();
    await page.getByText('Så här skiljer det sig från förslaget som gäller.').waitFor({ timeout: 60_000 });
    await page.getByText('Vem som flyttar').first().waitFor();
    await keep(page);
    await page.getByRole('link', { name: 'p01', exact: true }).click();
    await page.getByText('godtaget', { exact: true }).waitFor();
  });

  test('a planner writes two scenarios, sees them beside today, and asks what a place is worth, for a curve and for the year ahead', async () => {
    const page = await pages.openSignedIn();
    await open(page, 'Scenarier');
    await write(page, 'Ett arbetslag stänger', async () => {
      await page.getByLabel('Lägg till en ändring').selectOption('close_team');
      await page.getByLabel('Arbetslag', { exact: true }).selectOption('farsta-1');
    });
    await write(page, 'Två platser till', async () => {
      await page.getByLabel('Lägg till en ändring').selectOption('team_seats');
      await page.getByLabel('Arbetslag', { exact: true }).selectOption('farsta-3');
      await page.getByLabel('Fler (eller färre, med minus)').fill('2');
    });
    await page.getByLabel('Jämför Ett arbetslag stänger').check();
    await page.getByLabel('Jämför Två platser till').check();
    await work(page);
    await page.getByText(/till Ett arbetslag stänger: vinner \d+, förlorar \d+, lika \d+\./).waitFor();
    await page.getByText(/till Två platser till: vinner \d+, förlorar \d+, lika \d+\./).waitFor();

    for (const [kind, conclusion] of [
      ['Vad en plats är värd', /Överst i listan: .+ är värd .*\d poäng/],
      ['Kurva', /kurvan (böjer av vid|har inget tydligt knä)/],
      ['Året som kommer', /av det som går att nå/],
    ] as const) {
      await open(page, 'Scenarier');
      await page.getByLabel(kind).check();
      if (kind === 'Året som kommer') await page.getByLabel('Hur många år som dras').fill('2');
      await work(page);
      await page.getByText(conclusion).waitFor();
    }
    await page.goBack();
    await page.getByRole('link', { name: 'Två platser till' }).waitFor();
    await page.getByRole('row', { name: /^Vad en plats är värd .*klart$/ }).waitFor();
  });
});

/** Goes by the menu. */
async function open(page: Page, area: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: area, exact: true }).first().click();
  await page.getByRole('heading', { level: 1, name: area }).waitFor();
}

async function keep(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Behåll förslaget' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Behåll förslaget' }).click();
  await page.getByRole('heading', { level: 1, name: 'Förslaget som gäller' }).waitFor();
}

async function write(page: Page, name: string, fill: () => Promise<void>): Promise<void> {
  await page.getByRole('link', { name: 'Nytt scenario' }).click();
  await page.getByLabel('Namn').fill(name);
  await fill();
  await page.getByRole('button', { name: 'Granska' }).click();
  await page.getByText('Det här skulle ändras').waitFor();
  await page.getByRole('button', { name: 'Spara' }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.getByRole('link', { name: 'Alla scenarier' }).click();
}

async function work(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Räkna', exact: true }).click();
  await page.getByRole('table', { name: 'Siffrorna' }).waitFor({ timeout: 120_000 });
}
