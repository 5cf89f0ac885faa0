import { tmpdir } from 'node:os';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../../src/api/app.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import type { Region } from '../../src/domain/region.ts';
import { createJobPool, type JobPool } from '../../src/jobs/pool.ts';
import { proposalOf } from '../matching/proposal-of.ts';
import { extract, participant, smallRegion, speaks } from '../matching/small-region.ts';
import { openTestStore } from '../store/open-test-store.ts';

/** What is said of people here, none of it a word that the program says by itself. */
const secrets = ['kotte-4711', 'gran-4712', 'Hemligvik', '59.24217', '1987-03-19', '19870319-2384'];

const region: Region = smallRegion({
  participants: ['kotte-4711', 'gran-4712'].map((id) =>
    participant(id, { area: 'Hemligvik', lat: 59.24217, permit_date: '1987-03-19' }),
  ),
  participant_languages: [speaks('kotte-4711'), speaks('gran-4712')],
  extracts: [extract('kotte-4711'), extract('gran-4712')],
});

const lines: string[] = [];
const store = await openTestStore();
const pool = createJobPool({ threads: 1, places: 4 });
/** A pool whose faults quote what they were given, as those of libraries do. */
const faulty: Pick<JobPool, 'run'> = {
  run: (_name, input) =>
    Promise.reject(new SyntaxError(`cannot use ${JSON.stringify(input)} of kotte-4711\nHemligvik`)),
};
let app: FastifyInstance;
let breaking: FastifyInstance;

beforeAll(async () => {
  const deps = {
    store,
    clock: () => new Date('2026-03-02T08:00:00Z'),
    secureCookies: false,
    dataDir: tmpdir(),
    bodyLimitBytes: 1024 * 1024,
    timeLimitMs: 5_000,
    jobLimitMs: 20_000,
  };
  app = await buildApp({ ...deps, pool, log: (line) => lines.push(line) });
  breaking = await buildApp({ ...deps, pool: faulty, log: (line) => lines.push(line) });
});
afterAll(async () => {
  await Promise.all([app.close(), breaking.close(), pool.close()]);
});

async function send(to: FastifyInstance, path: string, body: unknown, headers: Record<string, string> = {}) {
  const answer = await to.inject({
    method: 'POST',
    url: path,
    headers: { 'content-type': 'application/json', ...headers },
    payload: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return answer.body;
}

test('nothing of a region, or of anybody in it, is ever logged', async () => {
  const proposal = await proposalOf(region, defaultPolicy);
  const asked = { region, proposal, participant: 'kotte-4711', team: 't1' };
  expect(await send(app, '/v1/match', region)).toContain('kotte-4711');
  expect(await send(app, '/v1/explain', asked)).toContain('kotte-4711');
  await send(app, '/v1/verify', { region, proposal });
  await send(app, '/v1/verify', { region: { ...region, extracts: [] }, proposal });
  await send(app, '/v1/explain', { ...asked, participant: '19870319-2384' });
  await send(app, '/v1/match', { ...region, extracts: [extract('gran-4712', { issued_on: '59.24217' })] });
  await send(app, '/v1/match', `{"participants": ["kotte-4711", 19870319-2384`);
  await send(app, '/v1/match?seed=kotte-4711&who=Hemligvik', region, { referer: 'http://x/19870319-2384' });
  await send(app, '/v1/people/kotte-4711', {});
  await send(app, '/v1/%zz/kotte-4711', {});
  await send(breaking, '/v1/match', region);
  expect(lines.length).toBeGreaterThan(8);
  expect(lines.filter((line) => line.includes('"fault":"SyntaxError"'))).toHaveLength(1);
  for (const secret of secrets) expect(lines.join('\n')).not.toContain(secret);
});

test('an error never quotes a personal identity number, nor a fault what was sent', async () => {
  const number = '19870319-2384';
  const answers = [
    await send(app, '/v1/match', { ...region, participants: [participant(number)] }),
    await send(app, '/v1/match', { ...region, [number]: [] }),
    await send(app, '/v1/match', { region, [number]: 1 }),
    await send(app, '/v1/match', { region, policy: { weights: { [number]: 1 } } }),
    await send(app, `/v1/match?${number}=1`, region),
    await send(app, '/v1/explain', {
      region,
      proposal: await proposalOf(region, defaultPolicy),
      participant: number,
    }),
    await send(breaking, '/v1/match', region),
  ];
  for (const answer of answers) {
    expect(answer).toContain('"code"');
    expect(answer).not.toContain(number);
  }
  expect(answers.at(-1)).not.toContain('Hemligvik');
});
