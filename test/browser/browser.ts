/**
 * A real Chromium: CHROMIUM_PATH, else one that the system has, else the one of the package @sparticuz/chromium. Where none starts, tests fail under
 * CI, and elsewhere are skipped, loudly.
 */
import { existsSync } from 'node:fs';
import packaged from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';
import { afterAll } from 'vitest';

const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

async function start(): Promise<Browser | null> {
  const found = process.env.CHROMIUM_PATH ?? system.find((path) => existsSync(path));
  try {
    const executablePath = found ?? (await packaged.executablePath());
    // Without the package's own arguments: with them all is one process, which ends with the first page that is closed.
    return await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  } catch (error) {
    if (process.env.CI) throw error;
    console.error('NO BROWSER STARTS: the tests of the pages are SKIPPED. Set CHROMIUM_PATH.', error);
    return null;
  }
}

/** Null where none starts: `describe.skipIf(browser === null)`. */
export const browser = await start();
afterAll(async () => {
  await browser?.close();
});
