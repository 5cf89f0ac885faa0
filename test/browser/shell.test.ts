import { describe, expect, test } from 'vitest';
import { browser } from './browser.ts';
import { expectAccessible, looks, openPages, signIn } from './pages.ts';

describe.skipIf(browser === null)('the frame of the pages', async () => {
  const pages = await openPages();

  test('one signs in, sees what the roles allow, and signs out', async () => {
    const page = await pages.openSignedIn();
    const links = page.getByRole('navigation', { name: 'Sidor' }).getByRole('link');
    expect(await links.allTextContents()).toEqual([
      'Översikt',
      'Förslag',
      'Personer',
      'Scenarier',
      'Uppföljning',
      'Region',
      'Användare',
      'Logg',
    ]);
    await page.getByRole('button', { name: 'Logga ut' }).click();
    await page.getByRole('heading', { name: 'Logga in' }).waitFor();
  });

  test('a wrong password is told, and what was typed stays', async () => {
    const page = await pages.open('/', { refusals: [401] });
    await page.getByLabel('Användarnamn').fill('demo');
    await page.getByLabel('Lösenord').fill('fel-lösenord');
    await page.getByRole('button', { name: 'Logga in' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('Namn och lösenord hör inte ihop');
    expect(await page.getByLabel('Användarnamn').inputValue()).toBe('demo');
  });

  test('the language is switched, names the document, and is kept', async () => {
    const page = await pages.open();
    await page.getByRole('button', { name: 'In English' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.title()).toBe('Sign in – resursutbyte');
    await page.reload();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  });

  test('a deep link leads to its page once one has signed in', async () => {
    const page = await pages.open('/delar');
    await signIn(page);
    await page.getByRole('heading', { name: 'Sidornas delar' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/delar');
  });

  test('a session that ends keeps what was typed behind the sign-in', async () => {
    const page = await pages.openSignedIn('/delar', { refusals: [401] });
    await page.getByLabel('Anteckning').fill('kvar');
    await pages.service.store.db.deleteFrom('user_sessions').execute();
    await page.getByRole('button', { name: 'Nästa' }).click();
    await page.getByRole('heading', { name: 'Logga in' }).waitFor();
    await signIn(page);
    expect(await page.getByLabel('Anteckning').inputValue()).toBe('kvar');
  });

  test("the organisation's sign-in leads back to the page that one came for, and beside one where something is typed", async () => {
    const page = await pages.open('/delar?search=p0', { refusals: [401] });
    await page.route('**/v1/sessions/current', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ json: { ...(await answer.json()), openId: true } });
    });
    await page.reload();
    const link = page.getByRole('link', { name: /organisationens konto/ });
    expect(await link.getAttribute('href')).toBe('/v1/sessions/openid?page=%2Fdelar%3Fsearch%3Dp0');
    expect(await link.getAttribute('target')).toBeNull();
    await signIn(page);
    await page.getByLabel('Anteckning').fill('kvar');
    await pages.service.store.db.deleteFrom('user_sessions').execute();
    await page.getByRole('button', { name: 'Nästa' }).click();
    await link.waitFor();
    expect(await link.getAttribute('target')).toBe('_blank');
    const beside = await page.context().newPage();
    await beside.goto(pages.address);
    await signIn(beside);
    await beside.close();
    await page.evaluate("dispatchEvent(new Event('focus'))");
    await page.getByRole('button', { name: 'Logga ut' }).waitFor();
    expect(await page.getByLabel('Anteckning').inputValue()).toBe('kvar');
  });

  test('from page to page the new heading has the focus, and the back button leads back', async () => {
    const page = await pages.openSignedIn();
    await page.getByRole('link', { name: 'Tillgänglighet' }).click();
    const heading = page.getByRole('heading', { level: 1, name: 'Tillgänglighet' });
    await heading.waitFor();
    expect(await page.locator('h1:focus').textContent()).toBe('Tillgänglighet');
    await page.goBack();
    await page.getByRole('heading', { name: 'Välkommen' }).waitFor();
  });

  test('an address that leads nowhere says so, and one beyond the roles too', async () => {
    const page = await pages.openSignedIn('/ingenstans');
    await page.getByRole('heading', { name: 'Sidan finns inte' }).waitFor();
    await page.goto(`${pages.address}/r/annan/oversikt`);
    await page.getByRole('heading', { name: 'Din roll når inte hit' }).waitFor();
  });

  test('while the service is gone the page says so, and goes on by itself', async () => {
    const page = await pages.openSignedIn('/delar', { refusals: [503] });
    await page.getByRole('button', { name: 'Nästa' }).waitFor();
    await page.route('**/v1/**', (route) => route.fulfill({ status: 503, body: '' }));
    await page.route('**/health', (route) => route.fulfill({ status: 503, body: '' }));
    await page.getByRole('button', { name: 'Nästa' }).click();
    const banner = page.getByText('Tjänsten svarar inte just nu');
    await banner.waitFor();
    await page.unrouteAll();
    await banner.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Föregående' }).waitFor();
  });

  describe.each(looks)('%s', (_name, look) => {
    test.each(['/', '/tillganglighet'])('%s is accessible before one signs in', async (path) => {
      const page = await pages.open(path, look);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await expectAccessible(page);
    });

    test.each(['/', '/delar', '/ingenstans'])('%s is accessible', async (path) => {
      const page = await pages.openSignedIn(path, look);
      await page.getByRole('heading', { level: 1 }).waitFor();
      if (path === '/delar') await page.getByText('p01').first().waitFor();
      await expectAccessible(page);
    });
  });
});
