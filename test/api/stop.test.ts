/** The real service asked to stop while somebody follows a job and it solves: it ends in order, and another takes the job up where nothing was lost. */
import { expect, test } from 'vitest';
import { z } from 'zod';
import { addRegion } from '../store/proposals/standing-region.ts';
import { followEvents, followUntilStopped } from './follow-events.ts';
import { exampleRegion } from './regions/region-client.ts';
import { openServedStore } from './served-store.ts';

const { store, serve, addOfficer } = await openServedStore();
const { db } = store;
await addRegion(store, 'r', await exampleRegion('farsta-skarholmen'));
const headers = await addOfficer('r');

test('asked to stop in the middle of a solve that is followed, it ends in order, and another finishes the job once', async () => {
  const first = await serve();
  const asked = await fetch(`${first.url}/v1/regions/r/proposals`, { method: 'POST', headers, body: '{}' });
  const { job, proposal } = z.object({ job: z.uuid(), proposal: z.uuid() }).parse(await asked.json());
  const heard = await followUntilStopped(first, headers, job);
  expect(await first.ended).toBe(0);
  expect(heard.map(({ name }) => name)).not.toContain('ended');

  const second = await serve();
  const last = heard.at(-1)?.id ?? 0;
  for await (const event of followEvents(second.url, headers, job, last)) heard.push(event);
  expect(heard.map(({ id }) => id)).toEqual(heard.map((_, place) => place + 1));
  expect(heard.at(-1)?.name).toBe('ended');
  const told = await fetch(`${second.url}/v1/proposals/${proposal}`, { headers });
  expect(await told.json()).toMatchObject({ status: 'proposed' });
  const { count } = await db
    .selectFrom('proposals')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  expect(Number(count)).toBe(1);
  const whole = await fetch(`${second.url}/v1/jobs/${job}/events`, {
    headers: { ...headers, 'last-event-id': String(heard.length) },
  });
  expect(whole.status).toBe(204);
  second.child.kill('SIGTERM');
  expect(await second.ended).toBe(0);
});

test('where nobody reads what it says any longer, it goes on serving and ends in order', async () => {
  const service = await serve();
  service.child.stdout.destroy();
  service.child.stderr.destroy();
  for (let asked = 0; asked < 20; asked++)
    expect((await fetch(`${service.url}/v1/me`, { headers })).status).toBe(200);
  service.child.kill('SIGTERM');
  expect(await service.ended).toBe(0);
});
