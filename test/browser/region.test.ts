import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { browser } from './browser.ts';
import { expectAccessible, looks, openPages, signIn } from './pages.ts';

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

  test('two planners at once: the second is told what the first saved, keeps what they set, and saves both', async () => {
    await pages.addPerson('Anna', { role: 'planner', region: 'farsta-2004' });
    const page = await pages.openSignedIn(`${address}/policy`, { refusals: [409] });
    const weightOf = (of: typeof page, name: string) => of.getByLabel(`${name}, som tal`);
    await weightOf(page, 'Roller').fill('70');
    await weightOf(page, 'Egna önskemål').fill('90');
    await page.getByLabel('En plats till i ett arbetslag').fill('4000');
    await page.getByLabel('Anteckning till versionen').fill('det jag skrev');
    const other = await pages.open(`${address}/policy`);
    await signIn(other, 'Anna');
    await weightOf(other, 'Roller').fill('50');
    await weightOf(other, 'Språk och nivå').fill('333');
    await other.getByRole('button', { name: 'Spara som ny version' }).click();
    const numberOf = async () =>
      Number(/^Version (\d+)/.exec((await other.getByText(/^Version \d+, från/).textContent()) ?? '')?.[1]);
    const before = await numberOf();
    await expect.poll(numberOf).toBe(before + 1);

    await page.getByRole('button', { name: 'Spara som ny version' }).click();
    await page.getByRole('alert').getByText('Ändrat av någon annan').waitFor();
    const told = page.getByRole('status').filter({ hasText: 'medan du ändrade' });
    await told.getByText('Roller: sparat 50, ditt 70').waitFor();
    expect(await told.getByRole('listitem').count()).toBe(1);
    expect(await weightOf(page, 'Språk och nivå').inputValue()).toBe('333');
    expect(await weightOf(page, 'Roller').inputValue()).toBe('70');
    expect(await page.getByLabel('Anteckning till versionen').inputValue()).toBe('det jag skrev');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Spara som ny version' }).click();
    await page.getByText(new RegExp(`^Version ${before + 2}, från`)).waitFor();
    expect(await told.count()).toBe(0);

    await other.reload();
    await expect.poll(() => weightOf(other, 'Roller').inputValue()).toBe('70');
    expect(await weightOf(other, 'Språk och nivå').inputValue()).toBe('333');
    expect(await weightOf(other, 'Egna önskemål').inputValue()).toBe('90');
    expect(await other.getByLabel('En plats till i ett arbetslag').inputValue()).toBe('4000');
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
