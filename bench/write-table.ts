/** `npm run bench-table`: writes the tables of bench/README.md from bench/results, between its two marks. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { resultsSchema } from './harness/outcome.ts';
import { serviceResults } from './service/figures.ts';
import { renderTables } from './tables.ts';

const readme = join(import.meta.dirname, 'README.md');
const folder = join(import.meta.dirname, 'results');

const anyResults = z.discriminatedUnion('format', [resultsSchema, serviceResults]);
const results = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map((name) => anyResults.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))));

const text = readFileSync(readme, 'utf8');
const [before, after] = [text.indexOf('<!-- tables -->'), text.indexOf('<!-- /tables -->')];
if (before < 0 || after < before) throw new Error('bench/README.md has lost the marks around its tables');
writeFileSync(
  readme,
  `${text.slice(0, before)}<!-- tables -->\n\n${renderTables(
    results.filter((one) => one.format === 'resursutbyte/bench@1'),
    results.filter((one) => one.format === 'resursutbyte/bench-service@1'),
  )}\n${text.slice(after)}`,
);
