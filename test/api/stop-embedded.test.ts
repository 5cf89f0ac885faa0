/** The service on a PostgreSQL of its own, asked to stop while it solves and somebody follows: nothing is left running, and the next start goes on. */
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { regionZip } from '../../src/files/write-region.ts';
import { startReadyService } from '../start-service.ts';
import { followEvents, followUntilStopped } from './follow-events.ts';
import { exampleRegion } from './regions/region-client.ts';

const parent = mkdtempSync(join(tmpdir(), 'resursutbyte-stop-'));
chmodSync(parent, 0o755);
afterAll(() => rmSync(parent, { recursive: true }));
const environment = { DATA_DIR: join(parent, 'data'), DEMO_PASSWORD: 'ett-lösenord-att-minnas' };

type Headers = Readonly<Record<string, string>>;

async function signIn(url: string): Promise<Headers> {
  const body = JSON.stringify({ login: 'demo', password: environment.DEMO_PASSWORD });
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${url}/v1/sessions`, { method: 'POST', headers, body });
  if (answer.status !== 201) throw new Error(await answer.text());
  const { csrfToken } = z.object({ csrfToken: z.string() }).parse(await answer.json());
  const cookie = answer.headers
    .getSetCookie()
    .map((set) => set.split(';')[0])
    .join('; ');
  return { ...headers, cookie, 'x-csrf-token': csrfToken };
}

async function post<T extends z.ZodType>(
  url: string,
  headers: Headers,
  body: string | Buffer<ArrayBuffer>,
  schema: T,
) {
  const answer = await fetch(url, { method: 'POST', headers, body });
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return schema.parse(JSON.parse(text));
}

/** A region that takes a while, as the example's next version, and a proposal for it. */
async function ask(url: string, headers: Headers) {
  const region = `${url}/v1/regions/farsta-2004`;
  const packed = { ...headers, 'content-type': 'application/zip' };
  const bytes = Buffer.from(regionZip(await exampleRegion('farsta-skarholmen')));
  const preview = z.object({ upload: z.uuid(), follows: z.int() });
  const { upload, follows } = await post(`${region}/uploads`, packed, bytes, preview);
  const confirmed = JSON.stringify({ upload, expectedVersion: follows, note: '' });
  await post(`${region}/versions`, headers, confirmed, z.object({ number: z.literal(2) }));
  return post(`${region}/proposals`, headers, '{}', z.object({ job: z.uuid(), proposal: z.uuid() }));
}

function serverFile(): string {
  const file = readdirSync(environment.DATA_DIR, { recursive: true, encoding: 'utf8' }).find((name) =>
    name.endsWith('postmaster.pid'),
  );
  if (file === undefined) throw new Error('no server runs');
  return join(environment.DATA_DIR, file);
}

/** Whether something listens there: a process that has ended may keep its number until somebody asks how. */
function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => socket.end(() => resolve(true))).once('error', () => resolve(false));
  });
}

test('asked to stop, it ends in order and takes its PostgreSQL along; started again, the job is taken up', async () => {
  const first = await startReadyService(environment);
  // Ready as soon as it answers; the user to try with is made after that.
  await first.saying(/Lyssnar på/);
  const headers = await signIn(first.url);
  const { job, proposal } = await ask(first.url, headers);
  const file = serverFile();
  const port = Number(readFileSync(file, 'utf8').split('\n')[3]);
  expect(await listens(port)).toBe(true);
  const heard = await followUntilStopped(first, headers, job);
  expect(await first.ended).toBe(0);
  expect(heard.map(({ name }) => name)).not.toContain('ended');
  expect([existsSync(file), await listens(port)]).toEqual([false, false]);

  const second = await startReadyService(environment);
  const last = heard.at(-1)?.id ?? 0;
  for await (const event of followEvents(second.url, headers, job, last)) heard.push(event);
  expect(heard.map(({ id }) => id)).toEqual(heard.map((_, place) => place + 1));
  expect(heard.at(-1)?.name).toBe('ended');
  const told = await fetch(`${second.url}/v1/proposals/${proposal}`, { headers });
  expect(await told.json()).toMatchObject({ status: 'proposed' });
  second.child.kill('SIGTERM');
  expect(await second.ended).toBe(0);
});
