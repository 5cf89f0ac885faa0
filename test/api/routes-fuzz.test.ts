/**
 * Every route of the API's own description, asked valid and broken questions made from that description by somebody who may do nearly all: always
 * an answer that it promises or a problem document, and never a fault of the program. A route that is new is in it from its first day.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { auditOfRoutes } from '../../src/api/audit-of-routes.ts';
import { problemDocument } from '../../src/api/problem-document.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { failures } from '../../src/errors.ts';
import { starterIndicators } from '../../src/followup/indicators/starter.ts';
import { createJobPool } from '../../src/jobs/pool.ts';
import { workOn } from '../jobs/queue/with-region.ts';
import { participant } from '../matching/small-region.ts';
import { addRegion, twoDistricts } from '../store/proposals/standing-region.ts';
import { freshEntries } from './fresh-entries.ts';
import { fromSchema, type JsonSchema, jsonSchema } from './from-schema.ts';
import { broken, odd, oddText } from './odd-values.ts';
import { openTestService, type SignedIn } from './test-service.ts';

const runs = 40;
const lines: string[] = [];
const service = await openTestService({
  log: (line) => lines.push(line),
  limits: { requestsPerMinute: 1e6, signInsPerMinute: 1e6, maxEventLoopDelayMs: 0 },
  timeLimitMs: 2_000,
});
const { app, store } = service;
const content = twoDistricts(9);
await addRegion(store, 'r', content);
const signInAgain = () =>
  service.signIn(
    { role: 'officer' },
    { role: 'planner' },
    { role: 'administrator' },
    { role: 'protected_identity_handler' },
  );
let actor: SignedIn = await signInAgain();
const scenario = {
  format: 'resursutbyte/scenario@1',
  name: { sv: 'Allt som det är', en: 'As it is' },
  edits: [],
};
const sc = await made('regions/r/scenarios', { scenario });
const { proposal, next, run } = await worked();
const draft = await cancelled();
const partnership = {
  format: 'resursutbyte/followup@1',
  partners: [{ id: 'board', name: { sv: 'Nämnden', en: 'the board' } }],
  periods: [
    { id: 'year-1', name: { sv: 'första året', en: 'the first year' }, from: '2025-01-01', to: '2025-12-31' },
  ],
};

/** An id of every kind of thing, by the part of the address that it stands after. */
const ids: Readonly<Record<string, readonly string[]>> = {
  proposals: [proposal, next, draft.proposal],
  scenarios: [sc],
  'scenario-runs': [run],
  jobs: [draft.job],
  contests: [await made(`proposals/${proposal}/contests`, { participant: 'p003', question: 'Varför?' })],
  'held-seats': [await made('regions/r/held-seats', { kind: 'team', place: 't3', seats: 1 })],
  'protected-persons': [await made('regions/r/protected-persons', protectedPerson())],
  tokens: [await made('tokens', { name: 'x', actions: ['proposal.pairs'], days: 30 })],
  users: [(await service.signIn()).userId],
  grants: [await grantOf((await service.signIn({ role: 'evaluator', region: 'r' })).userId)],
};
/** Values that the service knows, by the names that fields and parameters have for them. */
const known: Readonly<Record<string, readonly unknown[]>> = {
  region: ['r'],
  participant: ['p000', 'p001', 'p006', 'p007'],
  team: ['t0', 't1', 't3'],
  place: ['t0', 's1'],
  sfiGroup: ['s1'],
  district: ['Farsta'],
  unit: ['u0'],
  version: [0, 1, 2],
  number: [1],
  previous: [proposal],
  policy: [1, defaultPolicy],
  user: ids.users ?? [],
  login: ['user-1', 'user-2'],
  expectedVersion: [0, 1],
  after: [
    ['p000', 'p000'],
    ['a\u0000b', 'x'],
    [2 ** 40, 'x'],
    ['x', '\u0000'],
  ].map(cursorOf),
  descending: ['true', 'false'],
  onlyOpen: ['true', 'false'],
};
/** A body that a schema alone hardly ever comes to. */
const bodies: Readonly<Record<string, unknown>> = {
  '/v1/users': { login: 'nobody-yet', name: 'Nobody yet', password: 'a long enough password' },
  '/v1/grants': { login: 'user-2', grant: { role: 'evaluator', region: 'r' } },
  '/v1/regions/{region}/uploads': content,
  '/v1/regions/{region}/policies': { policy: defaultPolicy, expectedNumber: 1 },
  '/v1/regions/{region}/scenarios': { scenario },
  '/v1/scenarios/{id}/versions': { scenario, expectedNumber: 1 },
  '/v1/regions/{region}/scenario-runs': { kind: 'run', scenarios: [{ id: sc }] },
  '/v1/proposals/{id}/pairs/{participant}/decisions': { version: 1, step: { step: 'lock' } },
  '/v1/proposals/{id}/pairs/{participant}/by-hand': {
    ...{ team: 't3', sfiGroup: 's1', version: 0, displaces: [], reason: '' },
  },
  '/v1/proposals/{id}/answers': {
    ...{ participant: 'p001', answer: 'yes', wishes: [], avoids: [], answered_on: '2026-03-01' },
  },
  '/v1/regions/{region}/held-seats': { kind: 'team', place: 't3', seats: 1 },
  '/v1/regions/{region}/protected-persons': protectedPerson(),
  '/v1/regions/{region}/participants/{participant}/contact': { contact: { name: 'X' }, version: 0 },
  '/v1/regions/{region}/participants/{participant}/outcomes': {
    ...{ event: 'enrolled', on: '2026-01-01', recorded_by: 'board' },
  },
  '/v1/regions/{region}/partnership': { partnership, version: 0 },
  '/v1/regions/{region}/commitments': {
    partner: 'board',
    period: 'year-1',
    kind: 'seats',
    promised: 4,
    version: 0,
  },
  '/v1/regions/{region}/indicators': { ...starterIndicators[0], version: 2 },
  '/v1/regions/{region}/indicators/preview': starterIndicators[1],
  '/v1/regions/{region}/followup/lottery': {
    ...{ proposal, arms: ['placed', 'unplaced'], outcome: 'self-support', draws: 2 },
  },
};

async function ask(method: 'GET' | 'POST', url: string, body?: object) {
  return app.inject({
    method,
    url: `/v1/${url}`,
    headers: { ...actor.headers, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { payload: JSON.stringify(body) }),
  });
}

async function made(url: string, body: object): Promise<string> {
  const answer = await ask('POST', url, body);
  if (answer.statusCode !== 201) throw new Error(answer.body);
  return z.object({ id: z.string() }).parse(answer.json()).id;
}

/** Where a page ends, as the service might have written it, or somebody who knows how. */
function cursorOf(place: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

function protectedPerson() {
  const { id: _, ...person } = participant('x');
  const languages = [{ language: 'som', level: 'native' }];
  return { person, languages, sessions: [], extracts: [] };
}

async function grantOf(user: string): Promise<string> {
  const { id } = await store.db
    .selectFrom('role_grants')
    .select('id')
    .where('user_id', '=', user)
    .executeTakeFirstOrThrow();
  return id;
}

async function requested() {
  const asked = await ask('POST', 'regions/r/proposals', {});
  return z.object({ proposal: z.uuid(), job: z.uuid() }).parse(asked.json());
}

/** A proposal that stands, one that could take its place, and a run of a scenario, as a worker makes them. */
async function worked() {
  const pool = createJobPool({ threads: 1, places: 1 });
  const worker = await workOn(store, pool);
  const first = await requested();
  await ask('GET', `jobs/${first.job}/events`);
  const second = await requested();
  await ask('GET', `jobs/${second.job}/events`);
  const asked = await ask('POST', 'regions/r/scenario-runs', { kind: 'run', scenarios: [{ id: sc }] });
  const run = z.object({ run: z.uuid(), job: z.uuid() }).parse(asked.json());
  await ask('GET', `jobs/${run.job}/events`);
  await worker.close();
  await pool.close();
  return { proposal: first.proposal, next: second.proposal, run: run.run };
}

/** One that never began; its job has ended, so that a line of its events does too. */
async function cancelled() {
  const asked = await requested();
  await ask('POST', `jobs/${asked.job}/cancel`, {});
  return asked;
}

const operation = z.object({
  parameters: z
    .array(
      z.object({
        name: z.string(),
        in: z.enum(['path', 'query', 'header']),
        required: z.boolean().default(false),
        schema: jsonSchema,
      }),
    )
    .default([]),
  requestBody: z.object({ content: z.record(z.string(), z.object({ schema: jsonSchema })) }).optional(),
  responses: z.record(z.string(), z.unknown()),
});
const method = z.enum(['get', 'post', 'put', 'patch', 'delete']);
const { paths, components } = z
  .object({
    paths: z.record(z.string(), z.partialRecord(method, operation)),
    components: z.object({ schemas: z.record(z.string(), jsonSchema) }),
  })
  .parse((await ask('GET', 'openapi.json')).json());
const routes = Object.entries(paths).flatMap(([path, operations]) =>
  method.options.flatMap((name) => {
    const found = operations[name];
    return found === undefined ? [] : [{ ...found, path, method: name, title: `${name} ${path}` }];
  }),
);
type Route = (typeof routes)[number];

const allowedBy = (schema: JsonSchema, name: string, more: readonly unknown[] | undefined) =>
  fromSchema(schema, { named: components.schemas, known: more ? { ...known, [name]: more } : known }, name);

/** What is left out mostly. */
const seldom = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

/** Parameters of a place as texts, mostly what their schema allows, now and then anything. */
function parametersIn({ parameters, path }: Route, place: 'path' | 'query' | 'header') {
  const own = parameters.filter((one) => one.in === place);
  const values = own.map(({ name, schema, required }) => {
    const [, before = ''] = new RegExp(`([^/]+)/\\{${name}\\}`).exec(path) ?? [];
    const allowed = allowedBy(schema, name, place === 'path' ? ids[before] : undefined).map(String);
    const given = fc.oneof({ weight: 12, arbitrary: allowed }, { weight: 1, arbitrary: oddText });
    return [name, required ? given : seldom(given)] as const;
  });
  return fc.record(Object.fromEntries(values));
}

function bodyOf({
  path,
  requestBody,
}: Route): fc.Arbitrary<{ type: string; payload: string | Buffer } | null> {
  if (requestBody === undefined) return fc.constant(null);
  const { 'application/json': json, ...packed } = requestBody.content;
  const allowed = path in bodies ? fc.constant(bodies[path]) : allowedBy(json?.schema ?? {}, '', undefined);
  const sent = fc.oneof(
    { weight: 3, arbitrary: allowed },
    { weight: 3, arbitrary: allowed.chain(broken) },
    { weight: 1, arbitrary: odd },
  );
  const noise = fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes));
  const types = ['application/json', 'text/plain', ...Object.keys(packed)];
  return fc.oneof(
    {
      weight: 9,
      arbitrary: sent.map((value) => ({ type: 'application/json', payload: JSON.stringify(value) })),
    },
    { weight: 1, arbitrary: fc.record({ type: fc.constantFrom(...types), payload: noise }) },
  );
}

const inAddress = (value: string) => encodeURIComponent(value.toWellFormed());

/** Those that are there, fit for an address. */
const given = (values: Readonly<Record<string, string | undefined>>) =>
  Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, inAddress(value)] as const],
  );

function questionsOf(route: Route) {
  return fc
    .record({
      path: parametersIn(route, 'path'),
      query: parametersIn(route, 'query'),
      headers: parametersIn(route, 'header'),
      key: seldom(fc.constantFrom('a', 'b', '\u00e5', 'x'.repeat(201))),
      language: fc.constantFrom('sv', 'en', 'x;q=', '*'),
      body: bodyOf(route),
    })
    .map(({ path, query, headers, key, language, body }) => {
      const address = route.path.replace(/\{(\w+)\}/g, (_whole, name: string) => inAddress(path[name] ?? ''));
      const asked = given(query).map(([name, value]) => `${name}=${value}`);
      return {
        url: asked.length > 0 ? `${address}?${asked.join('&')}` : address,
        headers: {
          'accept-language': language,
          ...Object.fromEntries(given(headers)),
          ...(key && { 'idempotency-key': key }),
          ...(body && { 'content-type': body.type }),
        },
        ...(body && { payload: body.payload }),
      };
    });
}

/** What any route may answer before its handler is reached. */
const anywhere = ['not_found', 'not_signed_in', 'not_allowed', 'usage', 'too_large', 'unknown_media'];
const keyed = ['key_reused', 'still_running'];

test('the description leaves out only what is not for programs', () => {
  const told = new Set(routes.map((route) => `${route.method.toUpperCase()} ${route.path}`));
  const untold = app.doors
    .filter(({ method: name }) => name !== 'HEAD')
    .map(({ method: name, url }) => `${name} ${url.replace(/:(\w+)/g, '{$1}')}`)
    .filter((door) => !told.has(door));
  expect(untold.filter((door) => !door.startsWith('GET /docs'))).toEqual([
    'GET /v1/openapi.json',
    'GET /metrics',
  ]);
});

test('what the database cannot hold is refused at the door', async () => {
  const refused = [
    await ask('POST', 'sessions', { login: 'a\u0000b', password: 'x' }),
    await ask('POST', 'regions/r/proposals', { version: Number.MAX_SAFE_INTEGER }),
    await ask('POST', 'regions/r/proposals', { policy: 2 ** 31 }),
    await ask('POST', 'regions/a%00b/proposals', {}),
    await ask('GET', `proposals/${proposal}/unplaced?search=a%00b`),
  ];
  expect(refused.map(({ statusCode }) => statusCode)).toEqual([400, 400, 400, 400, 400]);
});

const fresh = freshEntries(store);

async function expectLogged(route: Route): Promise<void> {
  const name = `${methodNames[route.method]} ${route.path.replace(/\{(\w+)\}/g, ':$1')}`;
  const audit = auditOfRoutes[name];
  const entries = await fresh(actor.userId);
  const allowed: readonly string[] = audit.writes === 'nothing' ? [] : audit.entries;
  expect(
    entries.filter((entry) => !allowed.includes(entry)),
    name,
  ).toEqual([]);
  if (audit.writes === 'always') expect(entries.length, name).toBeGreaterThan(0);
}

test.each(routes.map((route) => [route.title, route] as const))('%s', async (_title, route) => {
  const codes = new Map<number, number>();
  await fresh(actor.userId);
  await fc.assert(
    fc.asyncProperty(questionsOf(route), async (question) => {
      const answer = await app.inject({
        ...question,
        method: methodNames[route.method],
        headers: { ...question.headers, ...actor.headers },
      });
      const { statusCode, body } = answer;
      codes.set(statusCode, (codes.get(statusCode) ?? 0) + 1);
      if (statusCode === 401) actor = await signInAgain();
      if (statusCode < 400) {
        expect([...Object.keys(route.responses), '200'], body.slice(0, 300)).toContain(String(statusCode));
        // Whoever asks again with the same key gets the answer that there was.
        if (!('idempotency-key' in question.headers)) await expectLogged(route);
        return;
      }
      expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
      const { code, status } = problemDocument.parse(answer.json());
      expect(status).toBe(statusCode);
      expect(failures).toHaveProperty([code, 'httpStatus'], status);
      expect(
        code,
        lines.findLast((line) => line.includes('"fault"')),
      ).not.toBe('internal');
      if (statusCode !== 503 && ![...anywhere, ...keyed].includes(code))
        expect(Object.keys(route.responses), code).toContain(String(statusCode));
    }),
    { numRuns: runs },
  );
  if (process.env.FUZZ) console.log(route.path, JSON.stringify([...codes]));
});

const methodNames = { get: 'GET', post: 'POST', put: 'PUT', patch: 'PATCH', delete: 'DELETE' } as const;
