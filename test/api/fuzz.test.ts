import { tmpdir } from 'node:os';
import fc from 'fast-check';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../../src/api/app.ts';
import { problemDocument } from '../../src/api/problem-document.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import type { Region } from '../../src/domain/region.ts';
import { failures } from '../../src/errors.ts';
import { createJobPool } from '../../src/jobs/pool.ts';
import type { Proposal } from '../../src/matching/proposal-format.ts';
import { proposalOf } from '../matching/proposal-of.ts';
import { participant, smallRegion, speaks } from '../matching/small-region.ts';
import { openTestStore } from '../store/open-test-store.ts';
import { broken } from './odd-values.ts';

const store = await openTestStore();
const pool = createJobPool({ threads: 1, places: 4 });
const region: Region = smallRegion({
  participants: [participant('p1'), participant('p2')],
  participant_languages: [speaks('p1'), speaks('p2')],
});
let app: FastifyInstance;
let proposal: Proposal;

beforeAll(async () => {
  app = await buildApp({
    store,
    clock: () => new Date('2026-03-02T08:00:00Z'),
    secureCookies: false,
    dataDir: tmpdir(),
    pool,
    bodyLimitBytes: 1024 * 1024,
    timeLimitMs: 5_000,
    jobLimitMs: 20_000,
    log: () => {},
  });
  proposal = await proposalOf(region, defaultPolicy);
});
afterAll(async () => {
  await app.close();
  await pool.close();
});

const noise = fc.oneof(
  fc.string(),
  fc.uint8Array().map((bytes) => Buffer.from(bytes)),
);
const types = fc.constantFrom(
  'application/json',
  'application/zip',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/json; charset=latin1',
  'text/csv',
);
const query = fc.oneof(
  { weight: 4, arbitrary: fc.constant('') },
  fc
    .tuple(
      fc.constantFrom('engine', 'seed', 'gap', 'timeLimit', 'x'),
      fc.constantFrom('', 'greedy', '-1', '1e9', 'ä', '0'),
    )
    .map(([name, value]) => `?${name}=${encodeURIComponent(value)}`),
  fc.constantFrom('?%', '?seed=1&seed=2', '?__proto__=1', '?timeLimit=NaN'),
);

/** Whatever is sent: an answer, or a problem document with a known code and its status, and never a fault of the program. */
async function expectAnswer(request: InjectOptions): Promise<number> {
  const answer = await app.inject(request);
  if (answer.statusCode === 200) return 200;
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  const { code, status } = problemDocument.parse(answer.json());
  expect(Object.keys(failures)).toContain(code);
  expect(status).toBe(answer.statusCode);
  expect(failures).toHaveProperty([code, 'httpStatus'], status);
  expect(code).not.toBe('internal');
  return status;
}

const asJson = { 'content-type': 'application/json' };

test.each([
  ['/v1/match', (): unknown => region],
  ['/v1/match', (): unknown => ({ region, policy: defaultPolicy })],
  ['/v1/verify', (): unknown => ({ region, proposal })],
  ['/v1/explain', (): unknown => ({ region, proposal, participant: 'p2', team: 't1' })],
])('POST %s answers valid and broken bodies', async (path, body) => {
  const statuses = new Set<number>();
  await fc.assert(
    fc.asyncProperty(broken(body()), query, async (sent, asked) => {
      const request = {
        method: 'POST',
        url: `${path}${asked}`,
        headers: asJson,
        payload: JSON.stringify(sent),
      } as const;
      statuses.add(await expectAnswer(request));
    }),
    { numRuns: 120 },
  );
  expect(statuses).toContain(200);
  expect(statuses).toContain(422);
});

test('every route answers noise of any type', async () => {
  const urls = fc.constantFrom(
    '/v1/match',
    '/v1/verify',
    '/v1/explain',
    '/v1/examples',
    '/health',
    '/docs/',
    '/v1/%',
    '/',
  );
  const methods = fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS');
  await fc.assert(
    fc.asyncProperty(urls, methods, types, noise, query, async (url, method, type, payload, asked) => {
      const bodiless = method === 'GET' ? {} : { payload, headers: { 'content-type': type } };
      await expectAnswer({ method, url: `${url}${asked}`, ...bodiless });
    }),
    { numRuns: 200 },
  );
});

test('a zip answers whatever its files hold', async () => {
  const { format, name, period } = region;
  const head = Buffer.from(JSON.stringify({ format, name, period }));
  const files = fc.dictionary(
    fc.constantFrom(
      'participants.csv',
      'units.csv',
      'proposal.json',
      '../x.csv',
      'region.json',
      'extra/teams.csv',
    ),
    fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc.string().map((text) => Buffer.from(text)),
    ),
  );
  await fc.assert(
    fc.asyncProperty(files, fc.constantFrom('/v1/match', '/v1/verify', '/v1/explain'), async (made, url) => {
      const payload = Buffer.from(zipSync({ 'region.json': head, ...made }));
      await expectAnswer({ method: 'POST', url, headers: { 'content-type': 'application/zip' }, payload });
    }),
    { numRuns: 60 },
  );
});

test('JSON nested deeper than a stack reaches is refused, wherever it stands', async () => {
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
  const tree = `${'{"split":[0],"out":{"prices":[]},"in":'.repeat(20_000)}{"prices":[]}${'}'.repeat(20_000)}`;
  const withTree = JSON.stringify({ region, proposal: { ...proposal, tree: 0 } }).replace(
    '"tree":0',
    `"tree":${tree}`,
  );
  for (const payload of [deep, `{"region":${deep}}`, withTree]) {
    for (const url of ['/v1/match', '/v1/verify']) {
      const status = await expectAnswer({ method: 'POST', url, headers: asJson, payload });
      expect(status).not.toBe(200);
    }
  }
});
