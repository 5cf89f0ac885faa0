/** Learning on the page of follow-up: with enough people it shows how far it comes true, and asks why before it may count; and what evaluators and partners see there. */
import { describe, expect, test } from 'vitest';
import type { OutcomeRow } from '../../src/domain/tables/followup.ts';
import { random } from '../../src/generate/random.ts';
import { importOutcomes } from '../../src/store/followup/record-outcome.ts';
import { addRegion, twoDistricts } from '../store/proposals/standing-region.ts';
import { browser } from './browser.ts';
import { expectAccessible, looks, openPages, signIn } from './pages.ts';

const address = '/r/many/uppfoljning';

describe.skipIf(browser === null)('learning', { timeout: 120_000 }, async () => {
  const pages = await openPages();
  const { store } = pages.service;
  const content = twoDistricts(700);
  await addRegion(store, 'many', {
    ...content,
    participants: content.participants.map((row, i) => ({
      ...{ ...row, permit_date: '2024-01-01', gender: i % 2 === 0 ? ('woman' as const) : ('man' as const) },
      sfi_course: (['A', 'B', 'C', 'D'] as const)[i % 4],
    })),
  });
  const outcomes = content.participants.flatMap(({ id: participant }, i): OutcomeRow[] => {
    const isCompleted = random(3, 'ended', participant).chance(0.25 + 0.18 * (i % 4));
    const by = { participant, recorded_by: 'board', recorded_on: '2025-12-01' };
    const ended: OutcomeRow = isCompleted
      ? { ...by, event: 'completed', on: '2025-10-01' }
      : { ...by, event: 'left_early', on: '2025-10-01', reason: 'stopped' };
    return [{ ...by, event: 'enrolled', on: '2025-01-01' }, ended];
  });
  await store.db
    .transaction()
    .execute((transaction) => importOutcomes(transaction, store, 'many', outcomes, null));
  await pages.addPerson('planerare', { role: 'planner', region: 'many' });
  await pages.addPerson('utvarderare', { role: 'evaluator', region: 'many' });

  test('what it means for women and men is seen, and a reason given, before it may count', async () => {
    const page = await pages.open(address);
    await signIn(page, 'planerare');
    await page.getByText('Hur långt modellen går att lita på').first().click();
    await page.locator('figure svg').first().waitFor();
    await expectAccessible(page);
    await page.getByLabel('Vem som har bestämt').fill('länsarbetsnämnden');
    await page.getByLabel('Skäl').fill('Modellen gynnar ingen.');
    await page.getByLabel('De som har bestämt har sett').check();
    await page.getByRole('button', { name: 'Låt chansen räknas in' }).click();
    await page.getByText('länsarbetsnämnden bestämde').waitFor();
    await page.getByText('Skäl: Modellen gynnar ingen.').waitFor();
    await page.getByRole('button', { name: 'Låt den inte räknas in längre' }).waitFor();
    expect(await page.getByLabel('Skäl').inputValue()).toBe('');
  });

  test.each(looks)(
    'an evaluator sees figures, how far they can be trusted, and nobody: %s',
    async (_name, look) => {
      const page = await pages.open(address, look);
      await signIn(page, 'utvarderare');
      await page.getByRole('heading', { name: 'Uppföljning', level: 1 }).waitFor();
      await page.getByText('Hur långt modellen går att lita på').first().click();
      await page.locator('figure svg').first().waitFor();
      await expectAccessible(page);
      expect(await page.getByRole('navigation').getByText('Personer').count()).toBe(0);
      expect(await page.getByRole('button', { name: /räknas in/ }).count()).toBe(0);
      expect(await page.getByText(/\bp\d{3}\b/).count()).toBe(0);
    },
  );
});
