/** The service with the two example regions and a worker, and those who ask about scenarios. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { z } from 'zod';
import { createJobPool } from '../../../src/jobs/pool.ts';
import { eventsUntil, isEnd, readExampleRegion, saveRegion, workOn } from '../../jobs/queue/with-region.ts';
import { openTestService, type SignedIn } from '../test-service.ts';

const scenarios = join(import.meta.dirname, '..', '..', '..', 'data', 'scenarios');

export function exampleScenario(name: string): Record<string, unknown> {
  return z
    .record(z.string(), z.unknown())
    .parse(JSON.parse(readFileSync(join(scenarios, `${name}.json`), 'utf8')));
}

const requested = z.object({ run: z.uuid(), job: z.uuid() });

export async function openScenarioService() {
  const service = await openTestService({ mostWaiting: 3 }, async (store) => {
    await saveRegion(store, 'farsta', await readExampleRegion('farsta-2004'));
    await saveRegion(store, 'skarholmen', await readExampleRegion('farsta-skarholmen'));
  });
  const { app, store } = service;
  const pool = createJobPool({ threads: 1, places: 1 });
  const worker = await workOn(store, pool);
  afterAll(async () => {
    await worker.close();
    await pool.close();
  });

  const send = (method: 'POST' | 'DELETE', who: SignedIn, url: string, body: unknown, key?: string) =>
    app.inject({
      ...{ method, url: `/v1/${url}`, body: JSON.stringify(body) },
      headers: {
        ...{ ...who.headers, 'content-type': 'application/json' },
        ...(key && { 'idempotency-key': key }),
      },
    });
  const post = (who: SignedIn, url: string, body: unknown = {}, key?: string) =>
    send('POST', who, url, body, key);
  const get = (who: SignedIn, url: string) =>
    app.inject({ method: 'GET', url: `/v1/${url}`, headers: who.headers });

  const succeed = async <T extends z.ZodType>(answer: ReturnType<typeof get>, schema: T) => {
    const { statusCode, body } = await answer;
    if (statusCode >= 300) throw new Error(`${statusCode}: ${body}`);
    return schema.parse(JSON.parse(body));
  };
  /** Asks for a run, waits for the end of its job, and gives both ids. */
  const run = async (who: SignedIn, url: string, body: unknown = {}) => {
    const asked = await succeed(post(who, url, body), requested);
    await eventsUntil(store, asked.job, isEnd);
    return asked;
  };
  const create = async (who: SignedIn, scenario: unknown) => {
    const { id } = await succeed(
      post(who, 'regions/farsta/scenarios', { scenario }),
      z.object({ id: z.uuid() }),
    );
    return id;
  };
  return {
    ...{ store, now: service.now, post, get, run, create, succeed, requested },
    remove: (who: SignedIn, url: string) => send('DELETE', who, url, {}),
    planner: await service.signIn({ role: 'planner', region: 'farsta' }),
    plannerOfBoth: await service.signIn(
      { role: 'planner', region: 'farsta' },
      { role: 'planner', region: 'skarholmen' },
    ),
    elsewhere: await service.signIn({ role: 'planner', region: 'skarholmen' }),
    officer: await service.signIn({ role: 'officer', region: 'farsta' }),
    evaluator: await service.signIn({ role: 'evaluator', region: 'farsta' }),
  };
}
