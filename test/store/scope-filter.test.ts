import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { type Grant, grant, mayDo, scopeOf, type Target } from '../../src/domain/access/grants.ts';
import { role } from '../../src/domain/access/roles.ts';
import { actions, ruleOf } from '../../src/domain/access/table.ts';
import { withinScope } from '../../src/store/scope-filter.ts';
import { openTestStore } from './open-test-store.ts';

const { db } = await openTestStore();

const names = fc.constantFrom('a', 'b');
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const grants = fc.array(
  fc
    .record({
      role: fc.constantFrom(...role.options),
      region: maybe(names),
      district: maybe(names),
      principal: maybe(names),
      teams: maybe(fc.uniqueArray(names, { minLength: 1 })),
    })
    .filter((given) => given.role !== 'school_supervisor' || given.teams !== undefined)
    .map(
      (given): Grant =>
        grant.parse(
          JSON.parse(JSON.stringify({ ...given, ...(given.role === 'partner' && { partner: 'p' }) })),
        ),
    ),
  { maxLength: 3 },
);
const targets = fc.record(
  { region: names, district: names, principal: names, team: names, waiting: fc.boolean() },
  { requiredKeys: ['region', 'waiting'] },
);
const atPlaces = actions.filter((action) => ruleOf(action).reach === 'place');

const text = (value: string | undefined) => sql<string | null>`${value ?? null}::text`;

async function isWithin(given: readonly Grant[], action: (typeof actions)[number], target: Target) {
  const within = withinScope(scopeOf(given, action), {
    region: text(target.region),
    district: text(target.district),
    principal: text(target.principal),
    team: text(target.team),
    waiting: sql<boolean>`${target.waiting === true}::boolean`,
  });
  const { rows } = await sql<{ within: boolean | null }>`select ${within} as within`.execute(db);
  return rows[0]?.within === true;
}

test('a row is within the scope exactly where the same may be done to it', async () => {
  await fc.assert(
    fc.asyncProperty(grants, fc.constantFrom(...atPlaces), targets, async (given, action, target) => {
      expect(await isWithin(given, action, target)).toBe(mayDo(given, action, target));
    }),
    { numRuns: 400 },
  );
});
