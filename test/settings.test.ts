import { expect, test } from 'vitest';
import { overHttps, readSettings } from '../src/settings.ts';

test('without an environment the service is for this machine alone', () => {
  const settings = readSettings({});
  expect(settings).toMatchObject({
    status: 'read',
    host: '127.0.0.1',
    port: 3000,
    dataDir: '.data',
    openId: null,
  });
});

test('all that is wrong is told, and no value is', () => {
  const refused = readSettings({
    PORT: 'http',
    MASTER_KEY: 'hemlig-nyckel',
    DATABASE_URL: 'mysql://a:hemligt@b',
  });
  expect(refused).toMatchObject({ status: 'failed', code: 'usage' });
  const said = JSON.stringify(refused);
  for (const name of ['PORT', 'MASTER_KEY', 'DATABASE_URL']) expect(said).toContain(name);
  expect(said).not.toMatch(/hemlig/);
});

test('a provider is given whole or not at all', () => {
  const whole = {
    OIDC_ISSUER: 'https://login.example.se',
    OIDC_CLIENT_ID: 'a',
    OIDC_CLIENT_SECRET: 'b',
    PUBLIC_URL: 'https://utbyte.example.se',
  };
  expect(readSettings(whole)).toMatchObject({ openId: { clientId: 'a' } });
  for (const name of Object.keys(whole).filter((key) => key !== 'PUBLIC_URL')) {
    expect(readSettings({ ...whole, [name]: undefined })).toMatchObject({ status: 'failed' });
  }
  expect(readSettings({ ...whole, PUBLIC_URL: undefined })).toMatchObject({ status: 'failed' });
});

test.each([
  ['127.0.0.1', undefined, false],
  ['localhost', undefined, false],
  ['0.0.0.0', undefined, true],
  ['127.0.0.1', 'https://utbyte.example.se', true],
  ['0.0.0.0', 'http://10.0.0.5:3000', false],
])('cookies of a service at %s, reached at %s, demand HTTPS: %s', (HOST, PUBLIC_URL, expected) => {
  const settings = readSettings({ HOST, PUBLIC_URL });
  if (settings.status === 'failed') throw new Error(settings.detail.en);
  expect(overHttps(settings)).toBe(expected);
});
