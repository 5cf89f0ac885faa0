/**
 * Every route x role x place, against the access table. The walk takes the routes from the app itself, so that a new route is in it from its
 * first day: nobody comes in without a sign-in, nobody whose role lacks the action, and nobody is kept out who has it.
 */
import { describe, expect, test } from 'vitest';
import type { Grant } from '../../src/domain/access/grants.ts';
import { type Role, role } from '../../src/domain/access/roles.ts';
import { type Action, ruleOf } from '../../src/domain/access/table.ts';
import { openTestService } from './test-service.ts';

const service = await openTestService({}, async ({ db }) => {
  await db.insertInto('regions').values({ id: 'farsta', name: 'Farsta' }).execute();
});
await service.app.ready();
const doors = service.app.doors.filter(({ method, url }) => method !== 'HEAD' && !url.startsWith('/docs'));
const closed = doors.flatMap(({ access, ...door }) => (access === 'public' ? [] : [{ ...door, access }]));

type Reach = 'service' | 'region' | 'district';
const places: Readonly<Record<Reach, Omit<Grant, 'role'>>> = {
  service: {},
  region: { region: 'farsta' },
  district: { region: 'farsta', district: 'Hökarängen' },
};
const reaches: readonly Reach[] = ['service', 'region', 'district'];

/** What a grant of the role must name: that makes any of theirs one of a part. */
const own: Partial<Readonly<Record<Role, Omit<Grant, 'role'>>>> = {
  school_supervisor: { region: 'farsta', teams: ['t1'] },
  partner: { region: 'farsta', partner: 'part' },
};

/** What a grant opens, said anew from the table. */
function isOpen(access: Action | 'signed-in', given: Role, reach: Reach): boolean {
  if (access === 'signed-in') return true;
  const rule = ruleOf(access);
  if (!rule.roles.includes(given)) return false;
  const width = given in own ? 'district' : reach;
  if (rule.reach === 'service') return width === 'service';
  return rule.reach !== 'region' || width !== 'district';
}

/** A request that no handler gets anything done with: ids of nothing, and an empty body. */
async function ask({ method, url }: { method: string; url: string }, headers: Record<string, string>) {
  const path = url.replace(/:(\w+)/g, (_whole, name: string) =>
    /region/.test(name) ? 'farsta' : '00000000-0000-4000-8000-000000000000',
  );
  const { statusCode } = await service.app.inject({
    method: methodOf(method),
    url: path,
    headers: { ...headers, ...(method === 'GET' ? {} : { 'content-type': 'application/json' }) },
    ...(method === 'GET' ? {} : { payload: '{}' }),
  });
  return statusCode;
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
function methodOf(name: string): (typeof methods)[number] {
  const found = methods.find((method) => method === name);
  if (found === undefined) throw new Error(`a route with the method ${name}`);
  return found;
}

test('what is open to all is only this', () => {
  expect(
    doors.filter(({ access }) => access === 'public').map(({ method, url }) => `${method} ${url}`),
  ).toEqual([
    'GET /v1/openapi.json',
    'GET /health',
    'GET /ready',
    'GET /v1/examples',
    'POST /v1/match',
    'POST /v1/verify',
    'POST /v1/explain',
    'POST /v1/sessions',
    'GET /v1/sessions/current',
  ]);
});

test.each(closed)('$method $url is closed to whoever is not signed in', async (door) => {
  expect(await ask(door, {})).toBe(401);
});

describe.each(role.options)('%s', (given) => {
  test.each(reaches)('with a role for the %s comes in exactly where the table says', async (reach) => {
    const limits = own[given] ?? {};
    for (const door of closed) {
      const { headers } = await service.signIn({ role: given, ...places[reach], ...limits });
      const open = isOpen(door.access, given, reach);
      const status = await ask(door, headers);
      const said = `${door.method} ${door.url} (${door.access}): ${status}`;
      expect(status, said).not.toBe(401);
      if (open && reach === 'service') expect(status, said).not.toBe(403);
      if (!open) expect(status, said).toBe(403);
    }
  });
});
