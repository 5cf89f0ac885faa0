/** What partners agreed on, on its page: promises reported and corrected, an indicator tried and agreed on, partners and periods added. */
import { describe, expect, test } from 'vitest';
import { browser } from './browser.ts';
import { expectAccessible, looks, openPages, signIn } from './pages.ts';

const address = '/r/farsta-2004/uppfoljning/overenskommelser';

describe.skipIf(browser === null)('agreements', { timeout: 120_000 }, async () => {
  const pages = await openPages();
  await pages.addPerson('part', { role: 'partner', region: 'farsta-2004', partner: 'farsta-district' });

  test('a promise is reported anew, and the earlier report stays in sight', async () => {
    const page = await pages.openSignedIn('/r/farsta-2004/uppfoljning');
    await page.getByRole('link', { name: 'Överenskommelser' }).click();
    const year = page.getByRole('region', { name: 'tredje året' });
    const row = year.getByRole('row', { name: /Utbildningsförvaltningen/ });
    await row.getByText('inte rapporterat').waitFor();
    await row.getByRole('button', { name: /Rapportera på nytt/ }).click();
    await page.getByLabel('Blev av').fill('37');
    await page.getByRole('button', { name: 'Spara rapporten' }).click();
    await page.getByText('Sparat.').waitFor();
    await row.getByRole('cell', { name: '37' }).waitFor();
    await row.getByText('En tidigare rapport').click();
    await row.getByText('lovat 40, blev av inte rapporterat').waitFor();
  });

  test('an indicator is read in words, tried on what is known, and agreed on as a new version', async () => {
    const page = await pages.openSignedIn(address);
    const card = page.getByRole('article', { name: 'har fullföljt', exact: true });
    await card
      .getByText('Av dem som har skrivits in räknas de som har fullföljt.', { exact: false })
      .waitFor();
    await card.getByText('Ny version av har fullföljt').click();
    await card.getByLabel('Innotiimi').check();
    await card.getByLabel('Mål', { exact: true }).selectOption('minst');
    await card.getByLabel('Målet i procent').fill('60');
    await card.getByText('Skriv det som text (JSON)').click();
    const counts = card.getByLabel('Vad som räknas (JSON)');
    const written = await counts.inputValue();
    await counts.fill(written.slice(1));
    await card.getByText('Det är inte giltig JSON.').waitFor();
    expect(await card.getByRole('button', { name: 'Spara' }).isDisabled()).toBe(true);
    await counts.fill(written);
    await card.getByRole('button', { name: 'Prova på dagens uppgifter' }).click();
    await card.getByText('Så här skulle den se ut i dag:').waitFor();
    await expectAccessible(page);
    await card.getByRole('button', { name: 'Spara' }).click();
    await card.getByText('Mål: minst 60', { exact: false }).first().waitFor();
    await card.getByText('Överenskommet av Innotiimi', { exact: false }).first().waitFor();
    await card.getByText('Alla versioner (2)').click();
    await card.getByText('Version 1.', { exact: false }).waitFor();
  });

  test('a new indicator begins from another, and what the service refuses is told', async () => {
    const page = await pages.openSignedIn(address, { refusals: [400] });
    await page.getByText('Ny indikator').click();
    const form = page.locator('details[open] form');
    await form.getByLabel('Nyckel').fill('women-completed');
    await form.getByLabel('Namn på svenska').fill('kvinnor som har fullföljt');
    await form.getByLabel('Namn på engelska').fill('women who have completed');
    await form.getByLabel('Räknas som').selectOption({ label: 'har fullföljt (Version 1.)' });
    await form.getByText('Skriv det som text (JSON)').click();
    const counts = form.getByLabel('Vad som räknas (JSON)');
    const right = await counts.inputValue();
    await counts.fill(right.replace('"enrolled"', '"arrived"'));
    await form.getByRole('button', { name: 'Prova på dagens uppgifter' }).click();
    await page.getByRole('alert').getByText('counts.denominator.happened: förväntat enrolled').waitFor();
    await counts.fill(right.replace('{\n    "happened": "enrolled"\n  }', '{ "gender": ["woman"] }'));
    await form.getByRole('button', { name: 'Prova på dagens uppgifter' }).click();
    await page.getByText('Av dem som är kvinnor räknas de som har fullföljt.').waitFor();
    await form.getByRole('button', { name: 'Spara', exact: true }).click();
    await page.getByRole('article', { name: 'kvinnor som har fullföljt' }).waitFor();
  });

  test('an indicator is made by choosing alone, tried, saved, and stands in the report', async () => {
    const page = await pages.openSignedIn(address);
    await page.getByText('Ny indikator').click();
    const form = page.locator('details[open] form');
    await form.getByLabel('Nyckel').fill('women-stayed');
    await form.getByLabel('Namn på svenska').fill('kvinnor som har stannat');
    await form.getByLabel('Namn på engelska').fill('women who have stayed');
    await form.getByLabel('Innotiimi').check();
    await form.getByLabel('Vad som räknas', { exact: true }).selectOption('andel av deltagare');
    const among = form.getByRole('group', { name: 'Bland vilka' });
    await among.getByLabel('Villkor', { exact: true }).first().selectOption('alla dessa villkor');
    await among.getByRole('button', { name: 'Lägg till ett villkor' }).click();
    const first = among.getByRole('group', { name: 'Villkor 1' });
    await first.getByLabel('Villkor', { exact: true }).selectOption('något har hänt');
    await first.getByLabel('Händelse').selectOption('har skrivits in');
    const second = among.getByRole('group', { name: 'Villkor 2' });
    await second.getByLabel('Villkor', { exact: true }).selectOption('kön');
    await second.getByLabel('kvinnor').uncheck();
    await form.getByRole('button', { name: 'Prova på dagens uppgifter' }).click();
    // None is chosen: the field itself says so, and nothing is tried.
    expect(await second.locator('input:invalid').count()).toBe(3);
    expect(await page.getByText('Så här skulle den se ut i dag:').count()).toBe(0);
    await second.getByLabel('kvinnor').check();
    await among.getByRole('button', { name: 'Lägg till ett villkor' }).click();
    await among.getByRole('button', { name: 'Ta bort villkor 3' }).click();
    expect(await form.locator(':focus').textContent()).toBe('Lägg till ett villkor');
    const count = form.getByRole('group', { name: 'Vilka av dem som räknas' });
    await count.getByLabel('Villkor', { exact: true }).first().selectOption('inte detta villkor');
    const inner = count.getByRole('group', { name: 'Villkoret som inte ska gälla' });
    await inner.getByLabel('Villkor', { exact: true }).selectOption('något har hänt');
    await inner.getByLabel('Händelse').selectOption('har slutat i förtid');
    await form.getByRole('button', { name: 'Prova på dagens uppgifter' }).click();
    await page
      .getByText(
        'Av dem som har skrivits in och är kvinnor räknas de som inte hör till dem som har slutat i förtid.',
      )
      .waitFor();
    await expectAccessible(page);
    await form.getByRole('button', { name: 'Spara', exact: true }).click();
    await page.getByRole('article', { name: 'kvinnor som har stannat' }).waitFor();
    await page.goto(new URL('/r/farsta-2004/uppfoljning', page.url()).href);
    await page.getByText('kvinnor som har stannat', { exact: false }).first().waitFor();
  });

  test('a partner and a period are added, once each', async () => {
    const page = await pages.openSignedIn(address);
    await page.getByText('Lägg till en part').click();
    const partner = page.locator('details[open]');
    await partner.getByLabel('Namn på svenska').fill('Folkhögskolan');
    await partner.getByLabel('Namn på engelska').fill('the folk high school');
    await partner.getByLabel('Nyckel').fill('innotiimi');
    await partner.getByText('Nyckeln är upptagen.').waitFor();
    await partner.getByLabel('Nyckel').fill('folk-high-school');
    await partner.getByRole('button', { name: 'Lägg till' }).click();
    await page.getByRole('listitem').filter({ hasText: 'Folkhögskolan' }).waitFor();
    await page.getByText('Lägg till en period').click();
    const period = page.locator('details[open]');
    await period.getByLabel('Namn på svenska').fill('fjärde året');
    await period.getByLabel('Namn på engelska').fill('the fourth year');
    await period.getByLabel('Nyckel').fill('year-4');
    await period.getByLabel('Från och med').fill('2005-05-01');
    await period.getByLabel('Till och med').fill('2006-04-30');
    await period.getByRole('button', { name: 'Lägg till' }).click();
    await page.getByText(/fjärde året: 1 maj 2005 till 30 apr\. 2006/).waitFor();
  });

  test('a partner sees promises of their own, and writes nothing', async () => {
    const page = await pages.open(address);
    await signIn(page, 'part');
    await page.getByRole('heading', { name: 'Löften' }).waitFor();
    await page.getByRole('rowheader', { name: 'Farsta stadsdelsförvaltning' }).first().waitFor();
    expect(await page.getByRole('rowheader', { name: /Skärholmens|Utbildnings/ }).count()).toBe(0);
    expect(await page.getByText('Rapportera ett löfte').count()).toBe(0);
    expect(await page.getByText('Ny indikator').count()).toBe(0);
    await expectAccessible(page);
  });

  test.each(looks)('they are accessible: %s', async (_name, look) => {
    const page = await pages.openSignedIn(address, look);
    await page.getByText('Rapportera ett löfte').click();
    await page.getByText('Ny indikator').click();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'In English' }).click();
    await page.getByRole('heading', { name: 'Partners and periods' }).waitFor();
  });
});
