import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openPages } from '../../src/start-pages.ts';

/** What the first page may weigh, packed, in bytes. */
const MOST_AT_FIRST = 300_000;

test('what the first page loads is light, and charts come later', async () => {
  const folder = await openPages(() => {});
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const first = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, path]) => path);
  expect(first.length).toBeGreaterThan(0);
  const bytes = first.map((path) => statSync(join(folder, `${path}.gz`)).size);
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MOST_AT_FIRST);
  const isPlot = (path: string): boolean => readFileSync(join(folder, path), 'utf8').includes('plot-d6a7b5');
  const all = readdirSync(join(folder, 'assets'))
    .filter((name) => name.endsWith('.js'))
    .map((name) => join('assets', name));
  expect(all.filter(isPlot).length).toBeGreaterThan(0);
  expect(first.filter(isPlot)).toEqual([]);
});
