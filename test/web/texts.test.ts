import { globSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';

const web = join(import.meta.dirname, '..', '..', 'src', 'web');
const files = globSync('**/texts.ts', { cwd: web }).filter((file) => file !== 'texts.ts');
const words = z.record(z.string(), z.string().min(1));
const module = z.object({ texts: z.object({ name: z.string(), sv: words, en: words }) });

test('pages and parts have texts', () => expect(files.length).toBeGreaterThan(5));

test.each(files)('%s says the same in both languages', async (file) => {
  const { texts } = module.parse(await import(join(web, file)));
  expect(Object.keys(texts.en).sort()).toEqual(Object.keys(texts.sv).sort());
  const blanks = (text: string) => (text.match(/{{\w+}}/g) ?? []).sort();
  for (const [key, text] of Object.entries(texts.sv))
    expect(blanks(texts.en[key]), key).toEqual(blanks(text));
});

test('no two have the same name', async () => {
  const names = await Promise.all(
    files.map(async (file) => module.parse(await import(join(web, file))).texts.name),
  );
  expect(new Set(names).size).toBe(names.length);
});
