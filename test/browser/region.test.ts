import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { browser } from './browser.ts';
import { expectAccessible, looks, openPages } from './pages.ts';

const address = '/r/farsta-2004/data';
const folder = mkdtempSync(join(tmpdir(), 'region-pages-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe.skipIf(browser === null)('region and policy', { timeout: 60_000 }, async () => {
  const pages = await openPages();

  /** The example as a zip, with a table changed by `change`. */
  async function zipWith(name: string, table: string, change: (csv: string) => string): Promise<string> {
    const page = await pages.openSignedIn(address);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Version 1 som zip' }).click(),
    ]);
    const files = unzipSync(readFileSync(await download.path()));
    const path = Object.keys(files).find((one) => one.endsWith(table)) ?? table;
    const changed = change(new TextDecoder().decode(files[path]));
    const file = join(folder, name);
    writeFileSync(file, zipSync({ ...files, [path]: strToU8(changed) }));
    return file;
  }

  test('a file with faults is told cell by cell, and nothing is lost', async () => {
    const file = await zipWith('fel.zip', 'teams.csv', (csv) =>
      csv.replace(/^(.*\n)([^,;]+[,;])/, '$1x y z$2'),
    );
    const page = await pages.openSignedIn(address, { refusals: [422] });
    await page.getByLabel('Fil (.xlsx eller .zip)').setInputFiles(file);
    await page.getByRole('button', { name: 'Granska' }).click();
    const faults = page.getByRole('table', { name: 'Fel i filen, cell för cell' });
    await faults
      .getByRole('cell', { name: 'teams' })
      .or(faults.getByRole('cell', { name: 'teams.csv' }))
      .first()
      .waitFor();
  });

  test('a file is looked over, saved as a version, and taken out again', async () => {
    const file = await zipWith('ny.zip', 'units.csv', (csv) =>
      csv.replace('Hökarängsskolan', 'Hökarängens skola'),
    );
    const page = await pages.openSignedIn(address);
    await page.getByLabel('Fil (.xlsx eller .zip)').setInputFiles(file);
    await page.getByRole('button', { name: 'Granska' }).click();
    await page.getByText(/Ingenting är sparat än/).waitFor();
    await page.getByText('units: 0 till, 0 bort, 1 ändrade').waitFor();
    await page.getByLabel('Anteckning till versionen').fill('nytt namn');
    await page.getByRole('button', { name: 'Spara som ny version' }).click();
    await page.getByText('Version 2 är sparad.').waitFor();
    await page.getByRole('rowheader', { name: '2', exact: true }).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Version 2 som arbetsbok' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
  });

  test('a weight is moved by keyboard, the example follows, and the policy is saved', async () => {
    const page = await pages.openSignedIn(`${address}/policy`);
    const slider = page.getByRole('slider', { name: 'Kort resväg' });
    const sum = page.locator('tfoot td').last();
    await sum.waitFor();
    const before = await sum.textContent();
    await slider.press('Home');
    await expect.poll(() => sum.textContent()).not.toBe(before);
    await page.getByLabel('Anteckning till versionen').fill('resan räknas inte');
    await page.getByRole('button', { name: 'Spara som ny version' }).click();
    await page.getByText(/^Version 2, från/).waitFor();
    expect(await page.getByRole('slider', { name: 'Kort resväg' }).inputValue()).toBe('0');
  });

  test.each(looks)('region and policy are accessible: %s', async (_name, look) => {
    const page = await pages.openSignedIn(address, look);
    await page.getByRole('table', { name: 'Versioner' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Hur saker vägs (policyn)' }).click();
    await page.locator('tfoot td').last().waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'In English' }).click();
    await page.getByRole('heading', { name: 'How things are weighed' }).waitFor();
  });
});
