/** The built pages as the service serves them: kept or asked for anew, compressed, under a strict policy, and told apart from what is not there. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { openPages } from '../../src/start-pages.ts';
import { openTestService } from './test-service.ts';

const folder = await openPages(() => {});
const { app } = await openTestService({ pages: folder });
const index = readFileSync(join(folder, 'index.html'), 'utf8');
const assets = readdirSync(join(folder, 'assets')).filter((name) => /\.(js|css)$/.test(name));

const get = (url: string, headers: Record<string, string> = {}) =>
  app.inject({ method: 'GET', url, headers });

describe('an address of a page', () => {
  test.each(['/', '/r/farsta-2004/forslag', '/r/a/personer/p01?x=1', '/ingenstans', '/assetsx', '/v1x'])(
    '%s is the page itself, asked for anew each time',
    async (url) => {
      const answer = await get(url);
      expect(answer.statusCode).toBe(200);
      expect(answer.headers['content-type']).toMatch(/^text\/html/);
      expect(answer.headers['cache-control']).toBe('no-cache');
      expect(answer.body).toBe(index);
      const again = await get(url, { 'if-none-match': String(answer.headers.etag) });
      expect([again.statusCode, again.body]).toEqual([304, '']);
    },
  );

  test('is told what a page may load and from where, and may be framed by nobody', async () => {
    const { headers } = await get('/');
    const policy = String(headers['content-security-policy']).split(';');
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "object-src 'none'",
        "form-action 'self'",
      ]),
    );
    expect(policy.filter((part) => /script-src|https?:|\*|unsafe-eval/.test(part))).toEqual([]);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(index).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\son\w+=/);
  });

  test('takes no other method than reading', async () => {
    expect((await app.inject({ method: 'HEAD', url: '/r/a/forslag' })).statusCode).toBe(200);
    for (const method of ['POST', 'PUT', 'DELETE'] as const)
      expect((await app.inject({ method, url: '/r/a/forslag' })).statusCode).toBe(404);
  });
});

describe('a file with a digest in its name', () => {
  test('is kept for a year, and is what index.html names', async () => {
    const named = [...index.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, path]) => `/${path}`);
    expect(named.length).toBeGreaterThan(1);
    for (const url of [...named, ...assets.map((name) => `/assets/${name}`)]) {
      const answer = await get(url);
      expect(answer.statusCode, url).toBe(200);
      expect(answer.headers['cache-control'], url).toBe('public, max-age=31536000, immutable');
      expect(url).toMatch(/-[\w-]{8}\.\w+$/);
    }
  });

  test.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const)('comes as %s to whoever takes it, and is the same', async (encoding, open) => {
    for (const name of assets) {
      const answer = await get(`/assets/${name}`, { 'accept-encoding': encoding });
      expect(answer.headers['content-encoding'], name).toBe(encoding);
      expect(answer.headers.vary).toMatch(/accept-encoding/i);
      expect(answer.headers['content-type']).toMatch(name.endsWith('.js') ? /javascript/ : /css/);
      expect(open(answer.rawPayload).equals(readFileSync(join(folder, 'assets', name))), name).toBe(true);
    }
    expect((await get('/', { 'accept-encoding': encoding })).headers['content-encoding']).toBe(encoding);
  });

  test('comes plain to whoever takes nothing else', async () => {
    const [name = ''] = assets;
    const answer = await get(`/assets/${name}`, { 'accept-encoding': 'identity' });
    expect(answer.headers['content-encoding']).toBeUndefined();
    expect(answer.rawPayload.equals(readFileSync(join(folder, 'assets', name)))).toBe(true);
  });
});

describe('what is not there', () => {
  // A page of an older build asks for its files by their old names: to get a page instead of them would break it without a word.
  test.each([
    '/assets/gone-12345678.js',
    '/assets/',
    '/assets',
    '/v1/nothing',
    '/v1',
    '/docs/nothing',
    '/health/nothing',
    '/assets/..%2f..%2f..%2fpackage.json',
    '/assets/.env',
  ])('%s is not a page', async (url) => {
    const answer = await get(url);
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.headers['content-type']).toMatch(/problem\+json/);
    expect(answer.headers['cache-control'] ?? '').not.toMatch(/immutable|max-age=[1-9]/);
    expect(answer.body).not.toContain('dependencies');
  });
});
