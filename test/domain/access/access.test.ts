import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldsFor } from '../../../src/domain/access/fields.ts';
import {
  type Grant,
  grant,
  mayDo,
  type Scope,
  scopeOf,
  type Target,
} from '../../../src/domain/access/grants.ts';
import { role, roleNames } from '../../../src/domain/access/roles.ts';
import { accessTable, actions, ruleOf } from '../../../src/domain/access/table.ts';

const names = fc.constantFrom('Farsta', 'Skärholmen');
const teams = fc.constantFrom('t1', 't2', 't3');

function defined<T extends object>(over: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return JSON.parse(JSON.stringify(over));
}
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const grants = fc.array(
  fc
    .record({
      role: fc.constantFrom(...role.options),
      region: maybe(names),
      district: maybe(names),
      principal: maybe(names),
      teams: maybe(fc.uniqueArray(teams, { minLength: 1 })),
    })
    .filter((given) => given.role !== 'school_supervisor' || given.teams !== undefined)
    .map(
      (given): Grant => grant.parse(defined({ ...given, ...(given.role === 'partner' && { partner: 'p' }) })),
    ),
  { maxLength: 3 },
);
/** A pair, whose places are all known. */
const pairs: fc.Arbitrary<Target> = fc.record({
  region: names,
  district: names,
  principal: names,
  team: teams,
});
const anyAction = fc.constantFrom(...actions);

function opens(scope: Scope, target: Target): boolean {
  if (scope.status === 'all') return true;
  const inRegion = scope.filters.filter(({ region }) => region === undefined || region === target.region);
  return inRegion.some(
    (filter) =>
      (filter.waiting && target.waiting === true) ||
      ((filter.district === undefined || filter.district === target.district) &&
        (filter.principal === undefined || filter.principal === target.principal) &&
        (filter.teams === undefined || (target.team !== undefined && filter.teams.includes(target.team)))),
  );
}

describe('who may what', () => {
  test('row filters and the question about one row agree, for everything that is done to a row', () => {
    const rowActions = actions.filter((action) => ruleOf(action).reach === 'place');
    const waiting = names.map((region): Target => ({ region, waiting: true }));
    fc.assert(
      fc.property(
        grants,
        fc.constantFrom(...rowActions),
        fc.oneof(pairs, waiting),
        (given, action, target) => {
          expect(opens(scopeOf(given, action), target)).toBe(mayDo(given, action, target));
        },
      ),
      { numRuns: 500 },
    );
  });

  test('no grant, nothing; one more grant never takes anything away', () => {
    fc.assert(
      fc.property(grants, grants, anyAction, pairs, (some, more, action, target) => {
        expect(mayDo([], action, target)).toBe(false);
        expect(scopeOf([], action)).toEqual({ status: 'some', filters: [] });
        if (mayDo(some, action, target)) expect(mayDo([...some, ...more], action, target)).toBe(true);
      }),
    );
  });

  test('a limit never opens anything', () => {
    fc.assert(
      fc.property(grants, names, anyAction, pairs, (given, district, action, target) => {
        const narrower = given.map((one) => ({ district, ...one }));
        if (mayDo(narrower, action, target)) expect(mayDo(given, action, target)).toBe(true);
      }),
    );
  });

  test('an officer of a district decides there and nowhere else, and sees those who wait', () => {
    const officer: Grant[] = [{ role: 'officer', region: 'Farsta', district: 'Farsta' }];
    expect(mayDo(officer, 'pair.lock', { region: 'Farsta', district: 'Farsta', team: 't1' })).toBe(true);
    expect(mayDo(officer, 'pair.lock', { region: 'Farsta', district: 'Hökarängen' })).toBe(false);
    expect(mayDo(officer, 'pair.lock', { region: 'Skärholmen', district: 'Farsta' })).toBe(false);
    expect(mayDo(officer, 'participant.read', { region: 'Farsta', waiting: true })).toBe(true);
    expect(mayDo(officer, 'participant.read', { region: 'Farsta' })).toBe(false);
    expect(mayDo(officer, 'proposal.request', { region: 'Farsta' })).toBe(true);
    expect(mayDo(officer, 'region.import', { region: 'Farsta' })).toBe(false);
    expect(mayDo(officer, 'pair.override', { region: 'Farsta', district: 'Farsta' })).toBe(false);
    expect(mayDo([{ role: 'officer', region: 'Farsta' }], 'pair.override', { region: 'Farsta' })).toBe(true);
  });

  test('a school supervisor must have teams, and sees and decides theirs only', () => {
    expect(grant.safeParse({ role: 'school_supervisor', principal: 'Farsta' }).success).toBe(false);
    const supervisor: Grant[] = [{ role: 'school_supervisor', teams: ['t1'] }];
    expect(mayDo(supervisor, 'participant.read', { region: 'Farsta', team: 't1' })).toBe(true);
    expect(mayDo(supervisor, 'participant.read', { region: 'Farsta', team: 't2' })).toBe(false);
    expect(mayDo(supervisor, 'participant.read', { region: 'Farsta', waiting: true })).toBe(false);
    expect(mayDo(supervisor, 'pair.confirm', { region: 'Farsta', team: 't1' })).toBe(true);
    expect(mayDo(supervisor, 'pair.accept', { region: 'Farsta', team: 't1' })).toBe(false);
    expect(scopeOf(supervisor, 'participants.list')).toEqual({
      status: 'some',
      filters: [{ teams: ['t1'], waiting: false }],
    });
  });

  test('an administrator of one region neither runs the service nor gives roles elsewhere', () => {
    const local: Grant[] = [{ role: 'administrator', region: 'Farsta' }];
    expect(mayDo(local, 'users.manage', {})).toBe(false);
    expect(mayDo([{ role: 'administrator' }], 'users.manage', {})).toBe(true);
    expect(mayDo(local, 'grants.manage', { region: 'Farsta', district: 'Farsta' })).toBe(true);
    expect(mayDo(local, 'grants.manage', {})).toBe(false);
    expect(mayDo(local, 'tokens.own', {})).toBe(true);
  });

  test('whoever works with figures, or with the service itself, reaches no person', () => {
    for (const each of ['planner', 'evaluator', 'partner', 'administrator'] as const) {
      expect([...fieldsFor(each)]).toEqual([]);
      const personal = actions.filter((action) =>
        /^(participant|participants|pair|protected|outcome|access_report|person)\.|^proposal\.(pairs|explain|proof|difference)$|^region\.(export|import|preview)$/.test(
          action,
        ),
      );
      expect(personal.length).toBeGreaterThan(15);
      expect(personal.filter((action) => ruleOf(action).roles.includes(each))).toEqual([]);
    }
  });

  test('only the handler of protected identities finds places for them', () => {
    const theirs = actions.filter((action) => action.startsWith('protected.'));
    expect(theirs.length).toBeGreaterThan(0);
    for (const action of theirs) expect(ruleOf(action).roles).toEqual(['protected_identity_handler']);
    expect(mayDo([{ role: 'protected_identity_handler' }], 'participants.list', { region: 'Farsta' })).toBe(
      false,
    );
  });

  test('hosts see neither points nor background, and courses no team', () => {
    const host = fieldsFor('school_supervisor');
    for (const field of ['points', 'terms', 'background', 'permit_date', 'contact', 'child_units'] as const) {
      expect(host.has(field)).toBe(false);
      expect(fieldsFor('officer').has(field)).toBe(true);
    }
    expect(fieldsFor('sfi_coordinator').has('team')).toBe(false);
  });

  test('every role and action has a name in both languages, and every action somebody who may', () => {
    for (const { sv, en, roles } of Object.values(accessTable)) {
      expect(sv.length * en.length).toBeGreaterThan(0);
      expect(roles.length).toBeGreaterThan(0);
    }
    expect(Object.keys(roleNames)).toEqual([...role.options]);
  });
});
