/**
 * Every route that is read from, walked by one who may see everybody: whatever answers with a pseudonym leaves an entry in the log, of whoever
 * asked. The walk takes the routes from the app itself, so that a new one is in it from its first day.
 */
import { expect, test } from 'vitest';
import { addProposal, addRegion, twoDistricts } from '../store/proposals/standing-region.ts';
import { openTestService } from './test-service.ts';

const service = await openTestService();
const { app, store } = service;
await app.ready();
const added = await addRegion(store, 'r', twoDistricts(6));
const first = await addProposal(store, added, [{ participant: 'p000', team: 't0' }]);
const proposal = await addProposal(store, added, [{ participant: 'p000', team: 't1' }], first);
const roles = ['officer', 'planner', 'administrator', 'evaluator'] as const;
const reader = await service.signIn(...roles.map((role) => ({ role })));
const opened = await app.inject({
  method: 'POST',
  url: `/v1/proposals/${proposal}/contests`,
  headers: reader.headers,
  payload: { participant: 'p000', question: 'Varför?' },
});
const contest: string = opened.json().id;

const reads = app.doors.filter(({ method, access }) => method === 'GET' && access !== 'public');

function addressOf(url: string): string {
  return url
    .replace('/contests/:id', `/contests/${contest}`)
    .replace(':id', proposal)
    .replace(':region', 'r')
    .replace(':participant', 'p000')
    .replace(':number', '1')
    .replace(/\/difference$/, url.includes('versions') ? '/difference?from=1' : '/difference');
}

async function entriesOf(user: string): Promise<number> {
  const { count } = await store.db
    .selectFrom('audit_log')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('actor', '=', user)
    .executeTakeFirstOrThrow();
  return Number(count);
}

test('no pseudonym is answered without an entry in the log', async () => {
  const told: string[] = [];
  for (const { url } of reads) {
    const before = await entriesOf(reader.userId);
    const answer = await app.inject({ method: 'GET', url: addressOf(url), headers: reader.headers });
    const isFile =
      /zip|spreadsheet/.test(String(answer.headers['content-type'])) && url.includes('/versions/');
    if (answer.statusCode !== 200 || !(isFile || /\bp00\d\b/.test(answer.body))) continue;
    told.push(url);
    expect(await entriesOf(reader.userId), url).toBeGreaterThan(before);
  }
  // Else the walk saw nobody.
  expect(told).toEqual(
    expect.arrayContaining([
      '/v1/proposals/:id/pairs',
      '/v1/proposals/:id/unplaced',
      '/v1/proposals/:id/pairs/:participant',
      '/v1/regions/:region/contests',
      '/v1/regions/:region/participants',
      '/v1/regions/:region/versions/:number/export',
    ]),
  );
});
