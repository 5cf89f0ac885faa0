import { readFile } from 'node:fs/promises';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { recordApproval } from './approval.ts';
import { browser } from './browser.ts';
import { expectAccessible, looks, openPages, signIn } from './pages.ts';

const address = '/r/farsta-2004/uppfoljning';

describe.skipIf(browser === null)('follow-up', { timeout: 60_000 }, async () => {
  const pages = await openPages();

  test('the report shows the published figures, how sure they are, and what was promised beside them', async () => {
    const page = await pages.openSignedIn(address);
    const card = (name: string) => page.getByRole('article', { name, exact: true });
    expect(await card('försörjer sig själva helt eller delvis').locator('.value').textContent()).toMatch(
      /^43\s%$/,
    );
    expect(await card('har fullföljt').textContent()).toContain('53 av 93');
    await card('har fullföljt').getByText('Efter grupp och över tid').click();
    await card('har fullföljt').getByRole('rowheader', { name: 'kvinnor' }).first().waitFor();
    await page.getByText('andra året: alla löften hölls').waitFor();
    await page.getByText(/Antaget: 18 av de 93/).waitFor();
  });

  test('a report of an earlier day is made again, and its address can be kept', async () => {
    const page = await pages.openSignedIn(`${address}?asOf=2003-01-01`);
    await page.getByText(/så som det var känt 1 jan. 2003/).waitFor();
    expect(await page.getByLabel('Så som det var känt den').inputValue()).toBe('2003-01-01');
  });

  test('a period and a division are chosen, stand in the address, and are all that goes home', async () => {
    const page = await pages.openSignedIn(address);
    await page.getByLabel('Period').selectOption('year-2');
    await page.getByLabel('Grupper').selectOption('gender');
    await page.waitForURL(/period=year-2&by=gender/);
    await page.getByText('Visas: andra året, Efter kön').waitFor();
    const card = page.getByRole('article', { name: 'har fullföljt', exact: true });
    await card.getByRole('rowheader', { name: 'andra året' }).waitFor();
    await card.getByRole('rowheader', { name: 'första året' }).waitFor({ state: 'detached' });
    await card.getByText('Efter stadsdel').waitFor({ state: 'detached' });
    expect(await page.getByText('första året: alla löften hölls inte').count()).toBe(0);
    const link = page.getByRole('link', { name: 'Hämta siffrorna (CSV)' });
    const csv = await page.request.get(new URL((await link.getAttribute('href')) ?? '', page.url()).href);
    const divisions = (await csv.text())
      .split('\n')
      .flatMap((line) => /,(?:period|gender|district|sfi_path),[^,]*/.exec(line) ?? []);
    expect(divisions.length).toBeGreaterThan(0);
    expect(divisions.filter((one) => !/^,(period,year-2|gender,)/.test(one))).toEqual([]);
    await expectAccessible(page);
    await page.goBack();
    await page.waitForURL(/period=year-2$/);
    await card.getByText('Efter stadsdel').waitFor();
  });

  test('the figures go home as CSV', async () => {
    const page = await pages.openSignedIn(address);
    const link = page.getByRole('link', { name: 'Hämta siffrorna (CSV)' });
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toMatch(/^farsta-2004.*\.csv$/);
  });

  test('files are looked over before they are read in, and a faulty one is told by its cell', async () => {
    const page = await pages.openSignedIn(address, { refusals: [422] });
    const [out] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Hämta det som finns (zip)' }).click(),
    ]);
    const files = unzipSync(await readFile(await out.path()));
    const text = strFromU8(files['outcomes.csv']);
    const zip = (changed: string) => ({
      name: 'utfall.zip',
      mimeType: 'application/zip',
      buffer: Buffer.from(zipSync({ 'outcomes.csv': strToU8(changed) })),
    });
    const [header, row] = text.split('\n');
    const late = row.replace(/[^,]*$/, '2005-12-24');
    await page.getByLabel('Zip-fil').setInputFiles(zip(`${header}\n${late.replace(/^[^,]*/, 'nobody')}\n`));
    await page.getByRole('button', { name: 'Se vad den innehåller' }).click();
    await page.getByRole('cell', { name: 'nobody' }).waitFor();
    await expectAccessible(page);
    await page.getByLabel('Zip-fil').setInputFiles(zip(`${text.trimEnd()}\n${late}\n`));
    await page.getByRole('button', { name: 'Se vad den innehåller' }).click();
    await page.getByText('Filen har ett nytt utfall.').waitFor();
    await page.getByRole('button', { name: 'Läs in' }).click();
    await page.getByText('Ett utfall har lästs in.').waitFor();
  });

  test('too few to learn from is said with how many are missing, and nobody can turn it on', async () => {
    const page = await pages.openSignedIn(address);
    await page
      .getByText(/det behövs \d+, alltså \d+ till/)
      .first()
      .waitFor();
    await page.getByText(/Ingen har bestämt att en inlärd chans/).waitFor();
    expect(await page.getByRole('button', { name: 'Låt chansen räknas in' }).count()).toBe(0);
  });

  test('an ethical approval is recorded, and the report then says that outcomes can be compared', async () => {
    const page = await pages.openSignedIn(address);
    await page.getByText('Inget etikgodkännande är antecknat.').waitFor();
    await recordApproval(page);
    await page.getByText('Anteckna ett etikgodkännande').click();
    await expectAccessible(page);
    await page
      .getByText('utfall kan jämföras genom lottningen, för ett förslag i taget.', { exact: false })
      .waitFor();
    await page.getByText('Det gäller i dag.', { exact: false }).waitFor();
  });

  test('a partner sees the shared indicators, and of promises their own', async () => {
    await pages.addPerson('part', { role: 'partner', region: 'farsta-2004', partner: 'farsta-district' });
    const page = await pages.open(address);
    await signIn(page, 'part');
    await page.getByRole('heading', { name: 'Uppföljning', level: 1 }).waitFor();
    await page.getByRole('article', { name: 'har fullföljt', exact: true }).waitFor();
    const year = page.getByRole('table', { name: /andra året/ });
    await year.getByRole('rowheader', { name: 'Farsta stadsdelsförvaltning' }).waitFor();
    expect(await year.getByRole('rowheader', { name: /Skärholmens|Utbildnings/ }).count()).toBe(0);
    await page.getByText('visas inte för er').first().waitFor();
    expect(await page.getByText('Etikgodkännanden').count()).toBe(0);
    expect(await page.getByText('Utfall som filer').count()).toBe(0);
    await expectAccessible(page);
  });

  test.each(looks)('the report is accessible: %s', async (_name, look) => {
    const page = await pages.openSignedIn(address, look);
    await page.locator('.indicator').first().waitFor();
    await page.getByText('Efter grupp och över tid').first().click();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'In English' }).click();
    await page.getByRole('heading', { name: 'What was promised and kept' }).waitFor();
  });
});
