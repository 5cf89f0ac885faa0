import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AppDependencies, buildApp } from '../../src/api/app.ts';
import { problemDocument } from '../../src/api/problem-document.ts';
import { type FailureCode, failures } from '../../src/errors.ts';
import { createSolverPool } from '../../src/jobs/solver-pool.ts';
import { proposalSchema } from '../../src/matching/proposal-format.ts';

const example = join(import.meta.dirname, '..', '..', 'data', 'farsta-2004');
const pool = createSolverPool({ threads: 1 });
const stopping = new AbortController();

const deps: AppDependencies = {
  solve: pool.solve,
  places: 2,
  bodyLimitBytes: 4 * 1024 * 1024,
  timeLimitMs: 60_000,
  stopping: stopping.signal,
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

  test('matches a zip of the folder to the same proposal as the example', async () => {
    const zip = zipSync(
      Object.fromEntries(readdirSync(example).map((name) => [name, readFileSync(join(example, name))])),
    );
    const sent = await post('/v1/match', zip, { 'content-type': 'application/zip' });
    expect(sent.status).toBe(200);
    expect(await sent.json()).toEqual(await (await post('/v1/match', { example: 'farsta-2004' })).json());
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
    const description: unknown = await (await fetch(`${address}/v1/openapi.json`)).json();
    expect(description).toMatchObject({
      openapi: '3.1.0',
      paths: { '/v1/match': { post: {} }, '/v1/verify': { post: {} } },
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

describe('while a solve goes on', () => {
  /** An app whose solver waits until it is stopped. */
  async function slowApp(): Promise<{
    app: FastifyInstance;
    address: string;
    started: Promise<void>;
    stopped: Promise<void>;
  }> {
    const began = Promise.withResolvers<void>();
    const ended = Promise.withResolvers<void>();
    const slow = await buildApp({
      ...deps,
      places: 1,
      solve: (_problem, { seed }, { signal }) =>
        new Promise((resolve) => {
          const end = () => {
            ended.resolve();
            resolve({ status: 'unknown', stopped: 'signal', engine: 'slow', seed });
          };
          began.resolve();
          if (signal?.aborted) end();
          else signal?.addEventListener('abort', end, { once: true });
        }),
    });
    return {
      app: slow,
      address: await slow.listen({ host: '127.0.0.1', port: 0 }),
      started: began.promise,
      stopped: ended.promise,
    };
  }

  test('others are answered, a full queue turns away, and a client that leaves stops its solve', async () => {
    const slow = await slowApp();
    const leaving = new AbortController();
    const ask = (signal?: AbortSignal) =>
      fetch(`${slow.address}/v1/match`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"example": "farsta-2004"}',
        ...(signal && { signal }),
      });
    const waiting = ask(leaving.signal).catch(() => 'left');
    await slow.started;
    expect((await fetch(`${slow.address}/health`)).status).toBe(200);
    const refused = await ask();
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    await problemOf(refused, 'busy');
    leaving.abort();
    await slow.stopped;
    expect(await waiting).toBe('left');
    await slow.app.close();
  });
});
