import { beforeAll, expect, test } from 'vitest';
import { defaultPolicy } from '../../../src/domain/policy.ts';
import { smallRegion } from '../../files/small-region.ts';
import { openTestService, type SignedIn } from '../test-service.ts';
import { regionClient } from './region-client.ts';

const service = await openTestService();
const { get, post, importRegion } = regionClient(service);
const legal = { ...defaultPolicy, keep_points: 7 };
let planner: SignedIn;

beforeAll(async () => {
  const officer = await service.signIn({ role: 'officer' });
  await importRegion(officer, 'r', { ...smallRegion, policy: { ...defaultPolicy, keep_points: 5 } });
  await importRegion(officer, 'other', smallRegion);
  planner = await service.signIn({ role: 'planner', region: 'r' });
});

test('a region begins with the policy of its file, and a later import leaves it alone', async () => {
  expect((await get(planner, '/r/policies/current')).json()).toMatchObject({
    number: 1,
    policy: { keep_points: 5 },
  });
  const officer = await service.signIn({ role: 'officer' });
  await importRegion(officer, 'r', { ...smallRegion, policy: { ...defaultPolicy, keep_points: 6 } });
  expect((await get(planner, '/r/policies')).json()).toHaveLength(1);
});

test('of two who save at once one has a conflict, and every version stays', async () => {
  const answers = await Promise.all(
    [8, 9].map((keep_points) =>
      post(planner, '/r/policies', {
        policy: { ...legal, keep_points },
        expectedNumber: 1,
        note: `keep ${keep_points}`,
      }),
    ),
  );
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409]);
  const [newest, first] = (await get(planner, '/r/policies')).json();
  expect(newest).toMatchObject({
    number: 2,
    note: expect.stringMatching(/^keep/),
    createdBy: expect.any(String),
  });
  expect(first).toMatchObject({ number: 1 });
  expect((await get(planner, '/r/policies/1')).json().policy.keep_points).toBe(5);
  expect((await get(planner, '/r/policies/3')).statusCode).toBe(404);
});

test('a policy that the rules refuse is not saved', async () => {
  const background = { ...legal, weights: { ...legal.weights, background: 50 } };
  const answer = await post(planner, '/r/policies', { policy: background, expectedNumber: 2 });
  expect(answer.statusCode).toBe(400);
  expect(answer.json().faults).toEqual([expect.objectContaining({ column: 'policy.legal_basis' })]);
});

test('only who may changes a policy, and in their own region', async () => {
  const officer = await service.signIn({ role: 'officer', region: 'r' });
  const asked = { policy: legal, expectedNumber: 2 };
  expect((await post(officer, '/r/policies', asked)).statusCode).toBe(403);
  expect((await post(planner, '/other/policies', { ...asked, expectedNumber: 1 })).statusCode).toBe(404);
  const part = await service.signIn({ role: 'planner', region: 'r', district: 'Farsta' });
  expect((await post(part, '/r/policies', asked)).statusCode).toBe(403);
  expect((await get(part, '/r/policies/current')).statusCode).toBe(200);
});

test('the effect of a policy is shown on a made-up pair, term by term, and nothing is saved', async () => {
  const current = (await get(planner, '/r/policies/current')).json();
  const weights = { ...current.policy.weights, roles: current.policy.weights.roles + 40 };
  const policy = { ...current.policy, weights, placement_points: current.policy.placement_points - 100 };
  const effect = (await post(planner, '/r/policies/effect', { policy })).json();
  const changed = effect.terms.filter(
    (term: { before: number; after: number }) => term.before !== term.after,
  );
  expect(changed).toEqual([
    expect.objectContaining({ term: 'placement', before: 1000, after: 900 }),
    expect.objectContaining({ term: 'roles', before: 120, after: 160 }),
  ]);
  expect(effect).toMatchObject({ number: current.number, team: 't1', after: effect.before - 60 });
  expect(effect.terms.every(({ before }: { before: number }) => before >= 0)).toBe(true);
  expect((await get(planner, '/r/policies/current')).json()).toEqual(current);
  expect((await post(planner, '/r/policies/effect', { policy, team: 'none' })).statusCode).toBe(404);
});
