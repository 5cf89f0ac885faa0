import { expect, test } from 'vitest';
import { defaultLimits } from '../../src/api/protection.ts';
import { connect } from '../../src/store/connect.ts';
import { isReady } from '../../src/store/is-ready.ts';
import { migrate } from '../../src/store/migrate.ts';
import { createEmptyDatabase } from '../store/open-test-store.ts';
import { openTestService } from './test-service.ts';

const service = await openTestService({ limits: { ...defaultLimits, requestsPerMinute: 30 } });

test('the store is ready once every migration is done, and no longer when its database is gone', async () => {
  const db = connect(await createEmptyDatabase());
  expect(await isReady(db)).toBe(false);
  await migrate(db, '0001-people');
  expect(await isReady(db)).toBe(false);
  await migrate(db);
  expect(await isReady(db)).toBe(true);
  await db.destroy();
  expect(await isReady(db)).toBe(false);
});

test('/ready says so', async () => {
  const other = await openTestService({
    store: { ...service.store, db: connect('postgres://127.0.0.1:1/x') },
  });
  const [ready, unready] = await Promise.all(
    [service, other].map(({ app }) => app.inject({ method: 'GET', url: '/ready' })),
  );
  expect(ready?.json()).toEqual({ status: 'ready' });
  expect(unready?.json()).toMatchObject({ status: 503, code: 'not_ready' });
});

test('/metrics counts requests by route, with nothing of what was asked', async () => {
  const { headers } = await service.signIn({ role: 'administrator' });
  await service.app.inject({ method: 'GET', url: '/v1/examples?who=Hemligvik' });
  await service.app.inject({ method: 'GET', url: '/Hemligvik' });
  const metrics = await service.app.inject({ method: 'GET', url: '/metrics', headers });
  expect(metrics.headers['content-type']).toMatch(/^text\/plain/);
  expect(metrics.body).toMatch(
    /http_request_duration_seconds_count\{method="GET",route="\/v1\/examples",status="200"\} 1/,
  );
  expect(metrics.body).toContain('process_cpu_seconds_total');
  expect(metrics.body).not.toContain('Hemligvik');
});

test('one address that asks too often is told when to come back, and others are not', async () => {
  const ask = (remoteAddress: string) => service.app.inject({ method: 'GET', url: '/health', remoteAddress });
  for (let count = 1; count <= 30; count++) expect((await ask('192.0.2.1')).statusCode).toBe(200);
  const refused = await ask('192.0.2.1');
  expect(refused.json()).toMatchObject({ status: 429, code: 'too_often' });
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect((await ask('192.0.2.2')).statusCode).toBe(200);
});
