import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { failures } from '../../src/errors.ts';
import { claimKey, keepAnswer } from '../../src/store/idempotency.ts';
import { openTestService } from './test-service.ts';

const service = await openTestService();
const { app, store } = service;
const administrator = await service.signIn({ role: 'administrator' });
const made = z.object({ id: z.uuid() });

function add(key: string, login: string, headers: Record<string, string> = administrator.headers) {
  return app.inject({
    method: 'POST',
    url: '/v1/users',
    headers: { ...headers, 'idempotency-key': key },
    payload: userNamed(login),
  });
}

const userNamed = (login: string) => ({
  login,
  name: 'Bo',
  openId: { issuer: 'https://login.example.se', subject: login },
});

async function countUsers(login: string): Promise<number> {
  const rows = await store.db.selectFrom('users').select('id').where('login', '=', login).execute();
  return rows.length;
}

describe('a question that comes again under its key', () => {
  test('gets the same answer, and the work is done once', async () => {
    const [first, second] = [await add('k1', 'bo-1'), await add('k1', 'bo-1')];
    expect([first.statusCode, second.statusCode]).toEqual([201, 201]);
    expect(second.json()).toEqual(first.json());
    expect(second.headers['idempotency-replayed']).toBe('true');
    expect((await add('k1-other', 'bo-1')).statusCode).toBe(failures.exists_already.httpStatus);
  });

  test('many times at once is done by one, and all get its answer', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => add('k2', 'bo-2')));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array.from({ length: 8 }, () => 201));
    expect(new Set(answers.map((answer) => made.parse(answer.json()).id)).size).toBe(1);
    expect(await countUsers('bo-2')).toBe(1);
  });

  test('but asks something else is refused', async () => {
    await add('k3', 'bo-3');
    const other = await add('k3', 'bo-3b');
    expect(other.statusCode).toBe(failures.key_reused.httpStatus);
    expect(await countUsers('bo-3b')).toBe(0);
  });

  test('from somebody else is another question', async () => {
    const second = await service.signIn({ role: 'administrator' });
    await add('k4', 'bo-4');
    expect((await add('k4', 'bo-4b', second.headers)).statusCode).toBe(201);
  });

  test('after it was refused is asked anew', async () => {
    await add('k5', 'bo-5');
    expect((await add('k5-again', 'bo-5')).statusCode).toBe(409);
    await store.db
      .updateTable('users')
      .set({ login: 'bo-5-before', oidc_subject: 'before' })
      .where('login', '=', 'bo-5')
      .execute();
    expect((await add('k5-again', 'bo-5')).statusCode).toBe(201);
  });
});

test('who died while working on it does not leave the key stuck, and cannot finish late', async () => {
  const body = JSON.stringify(userNamed('bo-6'));
  const digest = createHash('sha256').update(`POST /v1/users\n${body}`).digest('hex');
  const asked = { actor: administrator.userId, key: 'k6', route: '/v1/users', digest };
  const dead = await claimKey(store, asked, service.now());
  if (dead.status !== 'claimed') throw new Error(dead.status);
  const waiting = await add('k6', 'bo-6');
  expect(waiting.statusCode).toBe(failures.still_running.httpStatus);
  expect(waiting.headers['retry-after']).toBe('5');
  service.wait(3 * 60_000);
  expect((await add('k6', 'bo-6')).statusCode).toBe(201);
  const late = { status: 201, type: 'application/json', body: '{}' };
  await expect(keepAnswer(store.db, store.vault, dead.claim, late)).rejects.toThrow(/taken over/);
});

test('what was answered is kept sealed, secrets among it, and for a day', async () => {
  const makeToken = () =>
    app.inject({
      method: 'POST',
      url: '/v1/tokens',
      headers: { ...administrator.headers, 'idempotency-key': 'k7' },
      payload: { name: 'n', actions: ['tokens.own'], days: 1 },
    });
  const first = await makeToken();
  const { secret } = z.object({ secret: z.string() }).parse(first.json());
  expect((await makeToken()).body).toBe(first.body);
  const rows = await store.db.selectFrom('idempotency_keys').selectAll().execute();
  for (const { answer_sealed } of rows) expect(answer_sealed?.toString('latin1') ?? '').not.toContain(secret);
  const { headers } = await (async () => {
    service.wait(25 * 60 * 60_000);
    return service.signIn({ role: 'administrator' });
  })();
  await add('k8', 'bo-8', headers);
  const left = await store.db.selectFrom('idempotency_keys').select('key').execute();
  expect(left).toEqual([{ key: 'k8' }]);
});
