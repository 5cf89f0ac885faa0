/** Outcomes compared through the lottery on its page: in a region where many are alike, so that chance has a say. */
import { describe, expect, test } from 'vitest';
import type { OutcomeRow } from '../../src/domain/tables/followup.ts';
import { importOutcomes } from '../../src/store/followup/record-outcome.ts';
import { addRegion, twoDistricts } from '../store/proposals/standing-region.ts';
import { recordApproval } from './approval.ts';
import { browser } from './browser.ts';
import { expectAccessible, looks, openPages, signIn } from './pages.ts';

const address = '/r/alike/uppfoljning';

describe.skipIf(browser === null)('the lottery', { timeout: 120_000 }, async () => {
  const pages = await openPages();
  const { store } = pages.service;
  const content = twoDistricts(24, 4);
  await addRegion(store, 'alike', content);
  await pages.addPerson('planerare', { role: 'planner', region: 'alike' });
  const proposal = await pages.propose('alike');
  const placed = await store.db
    .selectFrom('pairs')
    .select('participant')
    .where('proposal', '=', proposal)
    .execute();
  const isPlaced = new Set(placed.map(({ participant }) => participant));
  const outcomes = content.participants.map(
    ({ id: participant }): OutcomeRow => ({
      ...{ participant, event: 'status', on: '2026-10-01', months: 12, occupation: 'work' },
      self_support: isPlaced.has(participant) ? 'full' : 'none',
      ...{ recorded_on: '2026-10-02', recorded_by: 'board' },
    }),
  );
  await store.db
    .transaction()
    .execute((transaction) => importOutcomes(transaction, store, 'alike', outcomes, null));

  async function openAs(path: string, look = {}) {
    const page = await pages.open(path, look);
    await signIn(page, 'planerare');
    return page;
  }

  test('without an approval nothing is drawn; with one, two sides are held against each other', async () => {
    const page = await openAs(address);
    await page.getByRole('link', { name: 'Jämför utfall genom en lottning' }).click();
    await page.getByRole('heading', { name: 'Jämför genom lottningen' }).waitFor();
    await page.getByRole('button', { name: 'Jämför', exact: true }).click();
    await page.getByText('först när ett godkännande från etikprövningen är antecknat').waitFor();

    await page.getByRole('link', { name: 'Till uppföljningen' }).click();
    await recordApproval(page);
    await page.getByRole('link', { name: 'Jämför utfall genom en lottning' }).click();
    await page.getByLabel('Vad som jämförs').selectOption('self-support');
    await page.getByLabel('Antal dragningar').fill('12');
    await page.getByRole('button', { name: 'Jämför', exact: true }).click();
    await page.getByText('Lottningen drogs 12 gånger').waitFor();
    await page.waitForURL(/first=placed&second=unplaced&outcome=self-support&draws=12/);
    await page.getByText('100 % bland dem som lottades till en plats').waitFor();
    await page.locator('figure svg').waitFor();
    await page.getByText('Som tabell').click();
    await page.getByRole('cell', { name: '100 procentenheter' }).first().waitFor();
    await expectAccessible(page);

    await page.reload();
    expect(await page.getByLabel('Antal dragningar').inputValue()).toBe('12');
    await page.getByLabel('Antal dragningar').fill('1000');
    await page.getByRole('button', { name: 'Jämför', exact: true }).click();
    await page.getByRole('button', { name: 'Avbryt' }).click();
    await page.getByRole('button', { name: 'Jämför', exact: true }).click({ trial: true });
  });

  test.each(looks)('it is accessible, with an answer: %s', async (_name, look) => {
    const page = await openAs(
      `${address}/lottning?proposal=${proposal}&first=placed&second=unplaced&outcome=self-support&draws=8`,
      look,
    );
    await page.getByRole('button', { name: 'Jämför', exact: true }).click();
    await page.locator('figure svg').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'In English' }).click();
    await page.getByRole('heading', { name: 'What the lottery tells' }).waitFor();
  });
});
