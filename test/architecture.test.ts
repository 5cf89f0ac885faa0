import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseOptions, type IFlattenedRuleSet } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import rules from '../.dependency-cruiser.mjs';

/** For every rule an import that it must forbid, as a file and what the file imports. */
const violations: Record<string, readonly [file: string, imports: string]> = {
  'no-circular': ['src/domain/ring-back.ts', './ring.ts'],
  'everything-resolves': ['src/domain/lost.ts', './nowhere.ts'],
  'solver-knows-no-school': ['solver/school.ts', '../src/domain/person.ts'],
  'solver-is-pure': ['solver/reads.ts', 'node:fs'],
  'solver-loads-packages-only': ['solver/engines/highs/runtime.ts', 'node:fs'],
  'solver-packages': ['solver/serves.ts', 'fastify'],
  'javascript-lp-solver-in-one-file': ['solver/engines/other.ts', 'javascript-lp-solver'],
  'highs-in-its-engine': ['solver/engines/another.ts', 'highs'],
  'highs-in-engines-only': ['solver/prefers.ts', 'highs'],
  'certificate-trusts-no-engine': ['solver/certificate/believes.ts', '../between.ts'],
  'engines-do-not-certify': ['solver/engines/judge.ts', '../certificate/check.ts'],
  'domain-is-pure': ['src/domain/digest.ts', 'node:crypto'],
  'matching-does-no-io': ['src/matching/reads.ts', 'node:fs/promises'],
  'domain-imports-only-its-layers': ['src/domain/solves.ts', '../../solver/between.ts'],
  'files-imports-only-its-layers': ['src/files/matches.ts', '../matching/match.ts'],
  'generate-imports-only-its-layers': ['src/generate/writes.ts', '../files/read.ts'],
  'only-commands-make-up-regions': ['src/store/invents.ts', '../generate/invent.ts'],
  'matching-imports-only-its-layers': ['src/matching/stores.ts', '../store/rows.ts'],
  'scenarios-imports-only-its-layers': ['src/scenarios/stores.ts', '../store/rows.ts'],
  'followup-imports-only-its-layers': ['src/followup/matches.ts', '../matching/match.ts'],
  'store-imports-only-its-layers': ['src/store/matches.ts', '../matching/match.ts'],
  'jobs-imports-only-its-layers': ['src/jobs/serves.ts', '../api/app.ts'],
  'web-imports-only-its-layers': ['src/web/matches.ts', '../matching/match.ts'],
  'nobody-imports-the-doors': ['src/matching/serves.ts', '../api/app.ts'],
  'api-and-cli-stand-apart': ['src/cli/serves.ts', '../api/app.ts'],
  'nothing-heavy-on-the-event-loop': ['src/api/matches.ts', '../matching/match.ts'],
  'nobody-imports-data-bench-or-test': ['src/api/cheats.ts', '../../data/generate.ts'],
  'data-stands-on-src': ['data/cheats.ts', '../test/helper.ts'],
  'product-needs-no-dev-package': ['src/files/tests.ts', 'vitest'],
};

/** What may stand: the arrows of the layers, and files for the violations to point at. */
const allowed: Record<string, readonly string[]> = {
  'src/domain/person.ts': ['zod'],
  'src/domain/ring.ts': ['./ring-back.ts'],
  'src/matching/match.ts': ['../domain/person.ts', '../../solver/between.ts', 'node:crypto'],
  'src/store/rows.ts': ['../domain/person.ts'],
  'src/files/read.ts': ['../domain/person.ts', 'node:fs'],
  'src/generate/invent.ts': ['../domain/person.ts', 'node:fs'],
  'src/cli/commands/generate.ts': ['../../generate/invent.ts'],
  'src/jobs/run.ts': [
    '../files/read.ts',
    '../matching/match.ts',
    '../store/rows.ts',
    '../../solver/between.ts',
  ],
  'src/api/app.ts': ['../domain/person.ts', '../jobs/run.ts', 'fastify'],
  'src/cli/main.ts': ['../files/read.ts', '../jobs/run.ts', '../../solver/between.ts'],
  'src/web/proof.ts': ['../../solver/certificate/check.ts'],
  'solver/between.ts': ['./engines/highs.ts', './engines/simplex.ts'],
  'solver/engines/highs.ts': ['highs'],
  'solver/engines/simplex.ts': ['javascript-lp-solver', 'node:module'],
  'solver/certificate/check.ts': ['zod'],
  'data/generate.ts': ['../src/domain/person.ts', '../src/generate/invent.ts'],
  'test/helper.ts': ['../src/domain/person.ts'],
};

const packages = ['zod', 'highs', 'javascript-lp-solver', 'fastify'];
const folder = mkdtempSync(join(tmpdir(), 'architecture-'));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function importing(specifiers: readonly string[]): string {
  return `${specifiers.map((specifier) => `import '${specifier}';`).join('\n')}\n`;
}

describe('the arrows between the layers', () => {
  let found: ReadonlySet<string> = new Set();

  beforeAll(async () => {
    write(
      'package.json',
      JSON.stringify({
        dependencies: Object.fromEntries(packages.map((name) => [name, '1.0.0'])),
        devDependencies: { vitest: '1.0.0' },
      }),
    );
    for (const name of [...packages, 'vitest']) {
      write(
        `node_modules/${name}/package.json`,
        JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
      );
      write(`node_modules/${name}/index.js`, '');
    }
    for (const [file, specifiers] of Object.entries(allowed)) write(file, importing(specifiers));
    for (const [file, specifier] of Object.values(violations)) write(file, importing([specifier]));
    const options: ICruiseOptions = {
      ...rules.options,
      baseDir: folder,
      ruleSet: { forbidden: rules.forbidden } satisfies IFlattenedRuleSet,
      validate: true,
    };
    const { output } = await cruise(
      ['src', 'solver', 'data', 'test'],
      options,
      rules.options.enhancedResolveOptions,
    );
    if (typeof output === 'string') throw new Error('dependency-cruiser answered with text');
    found = new Set(output.summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`));
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  test('every rule has a violation that proves it, and a reason', () => {
    expect(Object.keys(violations).sort()).toEqual(rules.forbidden.map(({ name }) => name).sort());
    for (const { comment } of rules.forbidden) expect(comment.length).toBeGreaterThan(20);
  });

  test.each(Object.entries(violations))('%s', (rule, [file]) => {
    expect(found).toContain(`${rule}: ${file}`);
  });

  test('what the layers allow is left alone', () => {
    const accused = [...found].map((line) => line.split(': ')[1]);
    expect(accused.filter((file) => file !== undefined && file in allowed && !file.includes('ring'))).toEqual(
      [],
    );
  });
});
