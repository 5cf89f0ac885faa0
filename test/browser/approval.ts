/** Puts an ethical approval on record, on the page of follow-up. */
import type { Page } from 'playwright-core';

export async function recordApproval(page: Page): Promise<void> {
  await page.getByText('Anteckna ett etikgodkännande').click();
  await page.getByLabel('Myndighet').fill('Etikprövningsmyndigheten');
  await page.getByLabel('Diarienummer').fill('2025-01234');
  await page.getByLabel('Beslutsdag').fill('2025-02-01');
  await page.getByRole('button', { name: 'Anteckna', exact: true }).click();
  await page.getByText(/Etikprövningsmyndigheten, 2025-01234/).waitFor();
}
