import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultPolicy, policySchema } from '../src/domain/policy.ts';
import { optionalTables, tableNames } from '../src/domain/region.ts';
import { tableTexts } from '../src/domain/tables/titles.ts';
import { failures } from '../src/errors.ts';
import { variableNames } from '../src/settings.ts';

const root = join(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

/** The rows of the table that stands under a heading, as cells. */
function tableUnder(heading: string): string[][] {
  const section = readme.split(/^## /m).find((part) => part.startsWith(heading));
  if (section === undefined) throw new Error(`README has no section ${heading}`);
  return section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

describe('README.md', () => {
  const snippets = [...readme.matchAll(/^```sh run\n([\s\S]*?)^```/gm)].map(([, commands]) => commands);

  test.each(snippets)('its commands run: %s', (commands) => {
    const run = spawnSync('bash', ['-euo', 'pipefail', '-c', commands], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, PATH: `${dirname(process.execPath)}:${process.env.PATH}` },
    });
    expect(run.stderr).not.toMatch(/Error|Warning/);
    expect(run.status, run.stderr).toBe(0);
  });

  test('has commands to run', () => expect(snippets.length).toBeGreaterThan(0));

  test('lists every failure with its codes and title', () => {
    const listed = tableUnder('When it does not work out');
    const expected = Object.entries(failures).map(([code, { exitCode, httpStatus, title }]) => [
      `\`${code}\``,
      String(exitCode ?? '–'),
      String(httpStatus ?? '–'),
      `${title.sv} / ${title.en}`,
    ]);
    expect(listed).toEqual(expected);
  });

  test('lists every table of the region folder, what it holds, and which are optional', () => {
    const listed = tableUnder('The region folder').map(([name, holds]) => [name, holds]);
    const optional = new Set<string>(optionalTables);
    const [first, ...tables] = listed;
    expect(first[0]).toBe('`region.json`');
    const expected = tableNames.map((name) => [
      `\`${name}.csv\`${optional.has(name) ? ' (optional)' : ''}`,
      tableTexts[name].en,
    ]);
    expect(tables).toEqual(expected);
  });

  test('lists every key of the policy with its default', () => {
    const listed = tableUnder('The policy').map(([key, value]) => [key, value]);
    const leaves = (value: unknown, path: readonly string[]): string[][] =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]))
        : [[`\`${path.join('.')}\``, Array.isArray(value) ? value.join(', ') : String(value)]];
    const { format: _, ...policy } = defaultPolicy;
    const costs = Object.keys(policySchema.shape.costs.unwrap().shape).map((key) => [
      `\`costs.${key}\``,
      '–',
    ]);
    const expected = [...leaves(policy, []), ['`legal_basis`', '–'], ...costs];
    const byKey = (a: readonly string[], b: readonly string[]): number => (a[0] < b[0] ? -1 : 1);
    expect(listed.toSorted(byKey)).toEqual(expected.toSorted(byKey));
  });

  test('lists every variable of the environment', () => {
    const listed = tableUnder('Settings').flatMap(([names]) => names.split(', '));
    expect(listed.toSorted()).toEqual(variableNames.map((name) => `\`${name}\``).toSorted());
  });

  test('says of every package why it is there', () => {
    const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const parts = tableUnder('Parts')
      .map(([part]) => part)
      .join(', ')
      .split(/[ ,()`]+/);
    for (const kind of ['dependencies', 'devDependencies'] as const) {
      expect(parts).toEqual(expect.arrayContaining(Object.keys(section(manifest, kind))));
    }
  });

  test('names only files and links that exist', () => {
    const quoted = [...readme.matchAll(/`((?:data|src|solver|test)\/[\w./-]+|[A-Z]+(?:\.md)?)`/g)].map(
      ([, path]) => path,
    );
    const linked = [...readme.matchAll(/\]\(([^)#]+)\)/g)].map(([, target]) => target);
    const environment = new Set(variableNames);
    const missing = [...quoted, ...linked].filter(
      (path) => !environment.has(path) && !existsSync(join(root, path)),
    );
    expect(missing).toEqual([]);
  });
});

function section(manifest: unknown, kind: string): object {
  if (typeof manifest !== 'object' || manifest === null) throw new Error('package.json is not an object');
  const found: unknown = Object.entries(manifest).find(([name]) => name === kind)?.[1];
  if (typeof found !== 'object' || found === null) throw new Error(`package.json has no ${kind}`);
  return found;
}
