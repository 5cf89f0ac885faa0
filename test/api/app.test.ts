import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AppDependencies, buildApp } from '../../src/api/app.ts';
import { problemDocument } from '../../src/api/problem-document.ts';
import { type FailureCode, failures } from '../../src/errors.ts';
import { readRegion } from '../../src/files/read-region.ts';
import { regionWorkbook } from '../../src/files/workbook/write-workbook.ts';
import { createJobPool, type JobPool } from '../../src/jobs/pool.ts';
import { explanationSchema } from '../../src/matching/explain/explanation-format.ts';
import { proposalSchema } from '../../src/matching/proposal-format.ts';
import { openTestStore } from '../store/open-test-store.ts';

const example = join(import.meta.dirname, '..', '..', 'data', 'farsta-2004');
const pool = createJobPool({ threads: 1, places: 4 });

const deps: AppDependencies = {
  store: await openTestStore(),
  clock: () => new Date('2026-03-02T08:00:00Z'),
  secureCookies: false,
  dataDir: tmpdir(),
  pool,
  bodyLimitBytes: 4 * 1024 * 1024,
  timeLimitMs: 60_000,
  jobLimitMs: 120_000,
  log: () => {},
};

let app: FastifyInstance;
let address = '';

beforeAll(async () => {
  app = await buildApp(deps);
  address = await app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await app.close();
  await pool.close();
});

function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body:
      body instanceof Uint8Array ? Buffer.from(body) : typeof body === 'string' ? body : JSON.stringify(body),
  });
}

/** Reads an answer as a problem document of this code, in the form that the catalogue promises. */
async function problemOf(answer: Response, code: FailureCode) {
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(answer.status).toBe(failures[code].httpStatus);
  const document = problemDocument.parse(await answer.json());
  expect(document).toMatchObject({ code, status: answer.status });
  return document;
}

describe('the API', () => {
  test('says that it is there, and which examples it has', async () => {
    expect(await (await fetch(`${address}/health`)).json()).toEqual({ status: 'ok' });
    const examples: unknown = await (await fetch(`${address}/v1/examples`)).json();
    expect(examples).toEqual(expect.arrayContaining([expect.objectContaining({ name: 'farsta-2004' })]));
  });

  test('matches an example, and verifies its own proposal but no other', async () => {
    const answer = await post('/v1/match?seed=7', { example: 'farsta-2004' });
    expect(answer.status).toBe(200);
    const proposal = proposalSchema.parse(await answer.json());
    expect(proposal).toMatchObject({ status: 'optimal', seed: 7 });
    const verified = await post('/v1/verify', { example: 'farsta-2004', proposal });
    expect(await verified.json()).toMatchObject({ verified: true });
    const lie = { ...proposal, objective: 1 };
    const document = await problemOf(
      await post('/v1/verify', { example: 'farsta-2004', proposal: lie }),
      'not_verified',
    );
    expect(document.faults.map(({ file }) => file)).toContain('objective');
  });

  test('matches a zip of the folder to the same proposal as the example, and verifies it in the zip', async () => {
    const files = Object.fromEntries(
      readdirSync(example).map((name) => [name, readFileSync(join(example, name))]),
    );
    const zipped = { 'content-type': 'application/zip' };
    const sent = await post('/v1/match', zipSync(files), zipped);
    expect(sent.status).toBe(200);
    const proposal = await sent.text();
    expect(JSON.parse(proposal)).toEqual(await (await post('/v1/match', { example: 'farsta-2004' })).json());
    const withProposal = zipSync({ ...files, 'proposal.json': Buffer.from(proposal) });
    expect(await (await post('/v1/verify', withProposal, zipped)).json()).toMatchObject({ verified: true });
    await problemOf(await post('/v1/verify', zipSync(files), zipped), 'input_refused');
    await problemOf(await post('/v1/explain', zipSync(files), zipped), 'unknown_media');
  });

  test('matches a workbook to the same proposal as the example; it has no place for a proposal', async () => {
    const reading = await readRegion(example);
    if (reading.status !== 'read') throw new Error('the example is refused');
    const workbook = await regionWorkbook(reading.region);
    if (workbook.status !== 'written') throw new Error(workbook.message.en);
    const type = { 'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };
    const sent = await post('/v1/match', workbook.bytes, type);
    expect(sent.status).toBe(200);
    expect(await sent.json()).toEqual(await (await post('/v1/match', { example: 'farsta-2004' })).json());
    await problemOf(await post('/v1/verify', workbook.bytes, type), 'input_refused');
    await problemOf(await post('/v1/explain', workbook.bytes, type), 'unknown_media');
    await problemOf(await post('/v1/match', workbook.bytes.subarray(0, 9000), type), 'input_refused');
  });

  test('explains a place, why not a team, and says whom it does not know', async () => {
    const proposal = proposalSchema.parse(await (await post('/v1/match', { example: 'farsta-2004' })).json());
    if (!('pairs' in proposal)) throw new Error(proposal.status);
    const [{ participant, team }, other] = proposal.pairs;
    const ask = (about: Record<string, unknown>) =>
      post('/v1/explain', { example: 'farsta-2004', proposal, participant, ...about });
    const own = explanationSchema.parse(await (await ask({ team })).json());
    expect(own).toMatchObject({ participant, place: { team }, team: { verdict: 'proposed' } });
    expect(explanationSchema.parse(await (await ask({ team: other.team })).json()).team?.team).toBe(
      other.team,
    );
    await problemOf(await ask({ participant: 'nobody' }), 'not_found');
    await problemOf(await ask({ participant: 7 }), 'usage');
    const stale = { ...proposal, pairs: [{ ...proposal.pairs[0], team: 'elsewhere' }] };
    await problemOf(await ask({ proposal: stale }), 'not_verified');
  });

  test('tells every error of a region at once, in both languages', async () => {
    const region = { format: 'resursutbyte/region@1', name: 'x', period: { from: 'soon', to: '2004-01-01' } };
    const document = await problemOf(await post('/v1/match', region), 'input_refused');
    expect(document.faults.length).toBeGreaterThan(3);
    expect(document.faults[0]?.message.sv).not.toBe('');
  });

  test('speaks Swedish unless English is asked for', async () => {
    const titles = await Promise.all(
      [{}, { 'accept-language': 'en-GB,en;q=0.9,sv;q=0.5' }].map(
        async (headers) => (await problemOf(await post('/v1/match', {}, headers), 'usage')).title,
      ),
    );
    expect(titles).toEqual([failures.usage.title.sv, failures.usage.title.en]);
  });

  test.each<[string, string, unknown, Record<string, string>, FailureCode]>([
    ['an unknown address', '/v2', {}, {}, 'not_found'],
    ['an unknown example', '/v1/match', { example: 'atlantis' }, {}, 'usage'],
    ['an unknown setting', '/v1/match?fast=1', { example: 'farsta-2004' }, {}, 'usage'],
    ['an engine that is none', '/v1/match?engine=magic', { example: 'farsta-2004' }, {}, 'usage'],
    [
      'a policy with an unknown key',
      '/v1/match',
      { example: 'farsta-2004', policy: { luck: 1 } },
      {},
      'usage',
    ],
    ['what is not JSON', '/v1/match', '{', {}, 'usage'],
    ['nothing', '/v1/match', '', {}, 'usage'],
    ['an address that is none', '/v1/%zz', {}, {}, 'usage'],
    ['what is not zip', '/v1/match', 'PK', { 'content-type': 'application/zip' }, 'input_refused'],
    ['another format', '/v1/match', 'id,name', { 'content-type': 'text/csv' }, 'unknown_media'],
    [
      'too much',
      '/v1/match',
      'x'.repeat(5 * 1024 * 1024),
      { 'content-type': 'application/zip' },
      'too_large',
    ],
    ['no region to verify against', '/v1/verify', { proposal: {} }, {}, 'usage'],
    ['what is no proposal', '/v1/verify', { example: 'farsta-2004', proposal: {} }, {}, 'input_refused'],
  ])('refuses %s', async (_what, path, body, headers, code) => {
    await problemOf(await post(path, body, headers), code);
  });

  test('describes itself, and its page needs nothing from elsewhere', async () => {
    const description = JSON.parse(await (await fetch(`${address}/v1/openapi.json`)).text());
    expect(description).toMatchObject({
      openapi: '3.1.0',
      paths: {
        '/v1/match': {
          post: {
            requestBody: {
              content: {
                'application/json': {},
                'application/zip': { schema: { type: 'string' } },
                'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
                  schema: { type: 'string' },
                },
              },
            },
            responses: {
              200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Proposal' } } } },
              429: {
                content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
              },
            },
          },
        },
        '/v1/verify': { post: {} },
        '/v1/explain': { post: {} },
      },
      components: { schemas: { RegionInput: { properties: { participants: { type: 'array' } } } } },
    });
    const page = await fetch(`${address}/docs/`);
    const html = await page.text();
    const loaded = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, link]) => link);
    expect(loaded.length).toBeGreaterThan(3);
    for (const link of loaded) {
      expect(link).toMatch(/^\.\//);
      expect((await fetch(new URL(link, `${address}/docs/`))).status).toBe(200);
    }
    expect(html).not.toMatch(/<script>[^<]/);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
  });
});

/** An app whose pool is stood in for. */
async function appWith(run: JobPool['run']): Promise<{ app: FastifyInstance; address: string }> {
  const other = await buildApp({ ...deps, pool: { run } });
  return { app: other, address: await other.listen({ host: '127.0.0.1', port: 0 }) };
}

const question = {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: '{"example": "farsta-2004"}',
};

describe('while a job goes on', () => {
  test('others are answered, and a client that leaves takes its job along', async () => {
    const begun = Promise.withResolvers<void>();
    const ended = Promise.withResolvers<void>();
    const slow = await appWith((_name, _input, run) => {
      begun.resolve();
      return new Promise((resolve) => {
        run?.cancel?.addEventListener('abort', () => {
          ended.resolve();
          resolve({ status: 'ended', why: 'cancelled' });
        });
      });
    });
    const leaving = new AbortController();
    const waiting = fetch(`${slow.address}/v1/match`, { ...question, signal: leaving.signal }).catch(
      () => 'left',
    );
    await begun.promise;
    expect((await fetch(`${slow.address}/health`)).status).toBe(200);
    leaving.abort();
    await ended.promise;
    expect(await waiting).toBe('left');
    await slow.app.close();
  });

  test('a full line turns away, and says in whole seconds when to come back', async () => {
    const full = await appWith(async () => ({ status: 'busy', retryAfterMs: 2_300 }));
    for (const path of ['match', 'verify', 'explain']) {
      const refused = await fetch(`${full.address}/v1/${path}`, question);
      expect(refused.headers.get('retry-after')).toBe('3');
      await problemOf(refused, 'busy');
    }
    await full.app.close();
  });

  test.each([
    ['deadline', 'nothing_found'],
    ['memory', 'too_large'],
    ['closed', 'interrupted'],
  ] as const)('a job that ends by %s is a failure', async (why, code) => {
    const ending = await appWith(async () => ({ status: 'ended', why }));
    await problemOf(await fetch(`${ending.address}/v1/match`, question), code);
    await ending.app.close();
  });

  test('a job that breaks down leaves the service standing', async () => {
    const broken = await appWith(() => Promise.reject(new TypeError('a bug')));
    await problemOf(await fetch(`${broken.address}/v1/match`, question), 'internal');
    expect((await fetch(`${broken.address}/health`)).status).toBe(200);
    await broken.app.close();
  });
});
