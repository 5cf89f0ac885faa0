import { describe, expect, test } from 'vitest';
import { browser } from './browser.ts';
import { expectAccessible, looks, openPages, signIn } from './pages.ts';

describe.skipIf(browser === null)('users, account and log', { timeout: 60_000 }, async () => {
  const pages = await openPages();

  test('a user is added, given a role, signs in with what it opens, and has the account closed', async () => {
    const page = await pages.openSignedIn('/anvandare');
    await page.getByLabel('Inloggningsnamn').fill('skola');
    await page.getByLabel('Namn', { exact: true }).fill('Skolans handledare');
    await page.getByRole('button', { name: 'Lägg till' }).click();
    await page.getByText('skola kan nu logga in.').waitFor();
    const password = (await page.locator('.good code').textContent()) ?? '';
    const card = page.getByRole('article', { name: /Skolans handledare/ });
    await card.getByText('Ge Skolans handledare en roll').click();
    await card.getByLabel('Roll', { exact: true }).selectOption('school_supervisor');
    await card.getByLabel('Region').selectOption('farsta-2004');
    await card.getByLabel(/^Arbetslag/).fill('farsta-3');
    await card.getByRole('button', { name: 'Ge rollen' }).click();
    await card.getByText(/Handledare på skolan: farsta-2004 · farsta-3/).waitFor();

    const school = await pages.open('/');
    await signIn(school, 'skola', password);
    const links = school.getByRole('navigation', { name: 'Sidor' }).getByRole('link');
    expect(await links.allTextContents()).toEqual(['Personer']);

    await card.getByRole('button', { name: 'Stäng kontot för Skolans handledare' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Stäng kontot' }).click();
    await card.getByText('Kontot är stängt.').waitFor();
  });

  test('a role without what it must have is refused in words', async () => {
    const page = await pages.openSignedIn('/anvandare', { refusals: [400] });
    const card = page.getByRole('article', { name: /Demo/ });
    await card.getByText('Ge Demo en roll').click();
    await card.getByLabel('Roll', { exact: true }).selectOption('school_supervisor');
    await card.getByRole('button', { name: 'Ge rollen' }).click();
    await card.getByRole('alert').waitFor();
  });

  test('a key for a program is shown once, and taken back', async () => {
    const page = await pages.openSignedIn('/konto');
    await page.getByText('Ny nyckel').click();
    await page.getByLabel('Vad den är till för').fill('statistik');
    await page.getByLabel('Vad den får göra').selectOption('statistics.read');
    await page.getByRole('button', { name: 'Skapa nyckeln' }).click();
    await page.getByText('Nyckeln visas bara nu:').waitFor();
    await page.getByRole('button', { name: 'Ta tillbaka statistik' }).click();
    await page.getByRole('button', { name: 'Ta tillbaka statistik' }).waitFor({ state: 'detached' });
  });

  test('a wrong password changes nothing', async () => {
    const page = await pages.openSignedIn('/konto', { refusals: [400, 401, 403, 409, 422] });
    await page.getByLabel('Nuvarande lösenord').fill('inte-det-rätta');
    await page.getByLabel('Nytt lösenord').fill('ett-helt-nytt-lösenord');
    await page.getByRole('button', { name: 'Byt lösenord' }).click();
    await page.getByRole('alert').waitFor();
  });

  test('the log tells what was done, and is found to be whole', async () => {
    const page = await pages.openSignedIn('/r/farsta-2004/logg');
    await page.getByRole('table', { name: /Vad som har hänt/ }).waitFor();
    await page.getByRole('button', { name: 'Räkna om' }).click();
    await page.getByText('Loggen är hel.').waitFor();
    await page.getByLabel('Personers uppgifter').fill('30');
    await page.getByRole('button', { name: 'Spara' }).click();
    await page.getByText('Sparat.').waitFor();
  });

  describe.each(looks)('%s', (_name, look) => {
    test.each([
      ['/anvandare', 'Users'],
      ['/konto', 'Your account'],
      ['/r/farsta-2004/logg', 'Log'],
    ])('%s is accessible', async (path, heading) => {
      const page = await pages.openSignedIn(path, look);
      await page.getByRole('heading', { level: 2 }).first().waitFor();
      await expectAccessible(page);
      await page.getByRole('button', { name: 'In English' }).click();
      await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    });
  });
});
