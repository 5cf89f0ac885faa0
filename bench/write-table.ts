/** `npm run bench-table`: writes the tables of bench/README.md from bench/results, between its two marks. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Results, resultsSchema } from './harness/outcome.ts';
import { renderTables } from './tables.ts';

const readme = join(import.meta.dirname, 'README.md');
const folder = join(import.meta.dirname, 'results');

const results = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map((name): Results => resultsSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))));

const text = readFileSync(readme, 'utf8');
const [before, after] = [text.indexOf('<!-- tables -->'), text.indexOf('<!-- /tables -->')];
if (before < 0 || after < before) throw new Error('bench/README.md has lost the marks around its tables');
writeFileSync(
  readme,
  `${text.slice(0, before)}<!-- tables -->\n\n${renderTables(results)}\n${text.slice(after)}`,
);
