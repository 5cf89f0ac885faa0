import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { browser } from './browser.ts';
import { expectAccessible, looks, openPages, signIn } from './pages.ts';

const list = '/r/farsta-2004/forslag';

/** From the list to a proposal that stands, as an officer would. */
async function askFor(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Be om ett/ }).click();
  await page
    .getByRole('heading', { level: 1, name: /Förslaget som gäller|Utkast till förslag/ })
    .waitFor({ timeout: 60_000 });
}

describe.skipIf(browser === null)('proposals', { timeout: 120_000 }, async () => {
  const pages = await openPages();
  const standing = `${list}/${await pages.propose()}`;
  await pages.addPerson('Anna', { role: 'officer', region: 'farsta-2004' });

  async function openAsAnna(path: string): Promise<Page> {
    const page = await pages.open(path);
    await signIn(page, 'Anna');
    return page;
  }

  test('one sees what stands, how good it is, and opens a pair', async () => {
    const page = await pages.openSignedIn(list);
    await page.getByText('gäller', { exact: true }).waitFor();
    await page.getByRole('table').getByRole('link').first().click();
    await page.getByRole('heading', { level: 1, name: 'Förslaget som gäller' }).waitFor();
    expect(await page.getByText('70 av 93').isVisible()).toBe(true);
    await page.getByText('Inget annat förslag kan vara bättre.').waitFor();
    await page.getByRole('link', { name: 'p01', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Deltagare p01' }).waitFor();
    await page.getByText('få en plats alls').waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'Förslaget som gäller' }).waitFor();
  });

  test('the proof is rechecked in the browser, and one that was spoilt is refused', async () => {
    const page = await pages.openSignedIn(standing);
    await page.getByRole('button', { name: 'Kontrollera beviset' }).click();
    await page.getByText('Beviset håller').waitFor();
    await page.context().route('**/proof', async (route) => {
      const proof = await (await route.fetch()).json();
      proof.solution.objective += 1;
      await route.fulfill({ json: proof });
    });
    await page.getByRole('button', { name: 'Kontrollera beviset' }).click();
    await page.getByText('Beviset håller inte').waitFor();
  });

  test('pairs are searched, narrowed and sorted, and the address keeps it', async () => {
    const page = await pages.openSignedIn(standing);
    await page.getByLabel('Stadsdel').selectOption('Skärholmen');
    const table = page.getByRole('region', { name: 'Förslagets par' });
    await table.getByRole('cell', { name: 'Farsta', exact: true }).first().waitFor({ state: 'detached' });
    await page.getByLabel('Sök deltagare, arbetslag eller enhet').fill('Björken');
    await page.waitForURL(/district=Sk.*search=Bj/);
    await page.reload();
    await table.getByRole('cell', { name: 'Björken' }).first().waitFor();
    expect(await table.getByRole('row').count()).toBeLessThan(10);
  });

  test('pairs are narrowed by a language, and one walks among those alone', async () => {
    const page = await pages.openSignedIn(standing);
    await page.getByLabel('Språk').selectOption('somaliska');
    await page.waitForURL(/language=som/);
    const table = page.getByRole('region', { name: 'Förslagets par' });
    await table.getByRole('link', { name: 'p01', exact: true }).waitFor({ state: 'detached' });
    const [first, second] = await table.getByRole('link').allTextContents();
    await table.getByRole('link').first().click();
    await page.getByRole('heading', { level: 1, name: `Deltagare ${first}` }).waitFor();
    await page.getByRole('link', { name: `Nästa: ${second}` }).waitFor();
  });

  test('pairs are decided on together, and one that another officer was first with is told', async () => {
    const page = await pages.openSignedIn(standing);
    for (const participant of ['p01', 'p02']) await page.getByLabel(`Välj ${participant}`).check();
    const other = await openAsAnna(standing);
    await other.getByRole('link', { name: 'p02', exact: true }).click();
    await other.getByRole('button', { name: 'Lås', exact: true }).click();
    await other.getByText('låst', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Godta valda (2)' }).click();
    await page.getByText('Ett par är beslutat.').waitFor();
    await page.getByText(/p02: Någon annan hann före: Anna låste paret/).waitFor();
  });

  test('a refusal takes a reason, is undone with words, and stands in the history', async () => {
    const page = await pages.openSignedIn(standing);
    await page.getByRole('link', { name: 'p03', exact: true }).click();
    await page.getByRole('button', { name: 'Avböj', exact: true }).click();
    await page.getByLabel('Skäl').selectOption('other');
    await page.getByRole('button', { name: 'Spara: avböja' }).click();
    expect(await page.locator('textarea:invalid').count()).toBe(1);
    await page.getByLabel('Med egna ord').fill('prov');
    await page.getByRole('button', { name: 'Spara: avböja' }).click();
    await page.getByText('Demo: avböja: annat skäl').waitFor();
    await page.getByRole('button', { name: 'Ta tillbaka avböjandet' }).click();
    await page.getByLabel('Med egna ord').fill('fel person');
    await page.getByRole('button', { name: 'Spara: ta tillbaka avböjandet' }).click();
    await page.getByText('fel person').waitFor();
  });

  test('two officers at once: the second is told, and what was typed stays', async () => {
    const page = await pages.openSignedIn(standing, { refusals: [409] });
    await page.getByRole('link', { name: 'p04', exact: true }).click();
    await page.getByRole('button', { name: 'Avböj', exact: true }).click();
    await page.getByLabel(/Med egna ord/).fill('det jag skrev');
    const other = await openAsAnna(new URL(page.url()).pathname);
    await other.getByRole('button', { name: 'Godta' }).click();
    await other.getByText('godtaget', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Spara: avböja' }).click();
    const told = page.locator('.decide').getByRole('alert');
    await told.getByText(/Någon annan hann före: Anna godtog paret .* Det är nu godtaget\./).waitFor();
    expect(await told.textContent()).not.toContain('p04');
    await page.getByText(/Det du har skrivit finns kvar: spara igen om du fortfarande vill avböja/).waitFor();
    expect(await page.getByLabel(/Med egna ord/).inputValue()).toBe('det jag skrev');
    await page.getByRole('button', { name: 'Spara: avböja' }).click();
    await page.getByText('avböjt', { exact: true }).waitFor();
    await page.getByText('det jag skrev').waitFor();
  });

  test('two officers at once: a step that is no longer possible says so, and one that is can be taken anyway', async () => {
    const page = await pages.openSignedIn(`${standing}/par/p06`, { refusals: [409] });
    const form = page.getByLabel(/Med egna ord/);
    await page.getByRole('button', { name: 'Lås', exact: true }).waitFor();
    const other = await openAsAnna(`${standing}/par/p06`);
    await other.getByRole('button', { name: 'Lås', exact: true }).click();
    await other.getByText('låst', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Godta', exact: true }).click();
    await page.getByText('Paret visas nu som det är. Vill du ändå godta?').waitFor();
    await page.getByRole('button', { name: 'Ja, godta' }).click();
    await page.getByText('godtaget', { exact: true }).waitFor();

    await page.getByRole('button', { name: 'Avböj', exact: true }).click();
    await form.fill('kom bort');
    await other.reload();
    await other.getByRole('button', { name: 'Avböj', exact: true }).click();
    await other.getByRole('button', { name: 'Spara: avböja' }).click();
    await other.getByText('avböjt', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Spara: avböja' }).click();
    await page.getByText(/Det går inte längre att avböja. Det du har skrivit finns kvar/).waitFor();
    expect(await form.inputValue()).toBe('kom bort');
    await page.getByRole('button', { name: 'Avbryt' }).click();
    await form.waitFor({ state: 'detached' });
    expect(await page.locator('.decide').getByRole('alert').count()).toBe(0);
  });

  test('a decision typed while the service is gone is kept, and is saved once it is back', async () => {
    const page = await pages.openSignedIn(`${standing}/par/p10`, { refusals: [503] });
    await page.getByRole('button', { name: 'Avböj', exact: true }).click();
    await page.getByLabel(/Med egna ord/).fill('skrivet före avbrottet');
    await page.route('**/v1/**', (route) => route.fulfill({ status: 503, body: '' }));
    await page.route('**/health', (route) => route.fulfill({ status: 503, body: '' }));
    await page.getByRole('button', { name: 'Spara: avböja' }).click();
    const banner = page.getByText('Tjänsten svarar inte just nu');
    await banner.waitFor();
    // Only once the page has given up trying by itself.
    await page.locator('.decide').getByRole('alert').waitFor();
    await page.unrouteAll();
    await banner.waitFor({ state: 'detached' });
    expect(await page.getByLabel(/Med egna ord/).inputValue()).toBe('skrivet före avbrottet');
    await page.getByRole('button', { name: 'Spara: avböja' }).click();
    await page.getByText('skrivet före avbrottet', { exact: true }).waitFor();
    await page.getByText('avböjt', { exact: true }).waitFor();
  });

  test('why not another team is answered, and another place can be tried', async () => {
    const page = await pages.openSignedIn(standing);
    await page.getByRole('link', { name: 'p06', exact: true }).click();
    await page.getByLabel('Vilket arbetslag?').fill('farsta-4');
    await page
      .locator('.state', { hasText: /Farsta grundskola|farsta-4/ })
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Pröva' }).first().click();
    await page.getByText(/Ändrar förslagets poäng med/).waitFor();
  });

  test('by keyboard alone one opens a pair and accepts it', async () => {
    const page = await pages.openSignedIn(standing);
    await page.getByRole('link', { name: 'p07', exact: true }).press('Enter');
    await page.getByRole('button', { name: 'Godta' }).press('Enter');
    await page.getByText('godtaget', { exact: true }).waitFor();
  });

  test('one walks through the pairs as the list was narrowed, with the keyboard, and nothing typed follows along', async () => {
    const page = await pages.openSignedIn(`${standing}?district=Sk%C3%A4rholmen&descending=true`);
    const links = page.getByRole('region', { name: 'Förslagets par' }).getByRole('link');
    await links.first().waitFor();
    const [first = '', second = ''] = await links.allTextContents();
    await links.first().press('Enter');
    await page.getByRole('link', { name: `Nästa: ${second}` }).waitFor();
    expect(await page.getByRole('link', { name: /^Föregående/ }).count()).toBe(0);
    await page.getByRole('button', { name: 'Avböj', exact: true }).press('Enter');
    await page.getByLabel(/Med egna ord/).fill('om den första');
    await page.keyboard.press('Alt+PageDown');
    await page.getByRole('heading', { level: 1, name: `Deltagare ${second}` }).waitFor();
    await page.getByRole('heading', { name: 'Besluta', exact: true }).waitFor();
    expect(await page.getByLabel(/Med egna ord/).count()).toBe(0);
    await page.getByRole('link', { name: `Föregående: ${first}` }).waitFor();
    await page.keyboard.press('Alt+PageUp');
    await page.getByRole('heading', { level: 1, name: `Deltagare ${first}` }).waitFor();
    await page.getByRole('link', { name: 'Tillbaka till förslaget' }).press('Enter');
    await page.waitForURL(/district=Sk.*descending=true|descending=true.*district=Sk/);
  });

  describe.each(looks)('%s', (_name, look) => {
    test('list, proposal, pair and print are accessible, in both languages', async () => {
      const page = await pages.openSignedIn(list, look);
      await page.getByRole('table').getByRole('link').first().waitFor();
      await expectAccessible(page);
      await page.getByRole('table').getByRole('link').first().click();
      await page.getByRole('link', { name: 'p01', exact: true }).waitFor();
      await expectAccessible(page);
      await page.getByRole('link', { name: 'p01', exact: true }).click();
      await page.getByRole('heading', { name: 'Veckan' }).waitFor();
      await expectAccessible(page);
      await page.getByRole('link', { name: 'Sida att skriva ut till deltagaren' }).click();
      await page.getByRole('heading', { name: 'Din vecka' }).waitFor();
      await expectAccessible(page);
      await page.getByRole('button', { name: 'In English' }).click();
      await page.getByRole('heading', { name: 'Your week' }).waitFor();
      await page.goBack();
      await page.getByRole('heading', { name: 'Why this pair' }).waitFor();
      await page.goBack();
      await page.getByRole('heading', { name: 'The proposal that stands' }).waitFor();
    });
  });

  test('whoever signs in on a deep link comes to the pair', async () => {
    const page = await pages.open(`${standing}/par/p08`);
    await signIn(page);
    await page.getByRole('heading', { level: 1, name: 'Deltagare p08' }).waitFor();
  });

  test('asking again shows what changes before it is kept', async () => {
    const page = await pages.openSignedIn(list);
    await askFor(page);
    await page.getByText('Så här skiljer det sig från förslaget som gäller.').waitFor();
    await page
      .getByText(/Ingenting ändras för någon|Vem som flyttar/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Behåll förslaget' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Behåll förslaget' }).click();
    await page.getByRole('heading', { level: 1, name: 'Förslaget som gäller' }).waitFor();
  });
});
