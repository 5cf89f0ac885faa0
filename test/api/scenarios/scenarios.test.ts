import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { exampleScenario, openScenarioService } from './scenario-client.ts';

const service = await openScenarioService();
const { post, get, remove, create, succeed, planner, officer, evaluator, elsewhere } = service;
const closing = exampleScenario('two-preschools-close');
const named = (name: string, edits: readonly unknown[] = []) => ({
  ...{ format: 'resursutbyte/scenario@1', name: { sv: name, en: name }, edits },
});
const preview = async (scenario: unknown, who = planner) =>
  (await post(who, 'regions/farsta/scenarios/preview', { scenario })).json();

describe('a scenario', () => {
  test('is saved in versions, found by name, and read back as it was', async () => {
    const id = await create(planner, closing);
    const read = (query = '') => get(officer, `scenarios/${id}${query}`);
    expect((await read()).json()).toMatchObject({
      number: 1,
      latest: 1,
      regionVersion: 1,
      scenario: closing,
    });
    const next = named('Tre stänger', [{ kind: 'close_team', team: 'roda-traden-1' }]);
    const save = () =>
      post(planner, `scenarios/${id}/versions`, { scenario: next, expectedNumber: 1, version: 1 });
    expect((await save()).json()).toEqual({ number: 2 });
    const late = await save();
    expect([late.statusCode, late.json().code]).toEqual([409, 'changed_meanwhile']);
    expect((await read()).json()).toMatchObject({ number: 2, createdBy: 'User 1', scenario: next });
    expect((await read('?number=1')).json()).toMatchObject({ number: 1, latest: 2, scenario: closing });
    expect((await read('?number=3')).statusCode).toBe(404);
    const list = (await get(officer, 'regions/farsta/scenarios')).json();
    expect(list).toEqual([expect.objectContaining({ id, name: 'Tre stänger', number: 2 })]);
  });

  test('tells the log each time it is written or taken out of use', async () => {
    const id = await create(planner, named('Loggat'));
    const scenario = named('Loggat');
    expect(
      (await post(planner, `scenarios/${id}/versions`, { scenario, expectedNumber: 1 })).statusCode,
    ).toBe(201);
    for (const _ of ['once', 'again']) await remove(planner, `scenarios/${id}`);
    const told = await service.store.db
      .selectFrom('audit_log')
      .select(['actor', 'region', 'detail'])
      .where('action', '=', 'scenario.write')
      .where((eb) => eb(sql<string>`detail->>'scenario'`, '=', id))
      .orderBy('seq')
      .execute();
    const entry = (did: string, number: number | null) => ({
      ...{ actor: planner.userId, region: 'farsta' },
      detail: { did, scenario: id, number },
    });
    expect(told).toEqual([entry('create', 1), entry('save', 2), entry('archive', null)]);
  });

  test('has a name of its own among those in use', async () => {
    const id = await create(planner, named('Samma'));
    const twin = () => post(planner, 'regions/farsta/scenarios', { scenario: named('Samma') });
    expect((await twin()).json()).toMatchObject({ status: 409, code: 'exists_already' });
    expect((await remove(planner, `scenarios/${id}`)).statusCode).toBe(204);
    const names = await succeed(
      get(planner, 'regions/farsta/scenarios'),
      z.array(z.object({ name: z.string() })),
    );
    expect(names.map(({ name }) => name)).not.toContain('Samma');
    expect((await twin()).statusCode).toBe(201);
    const back = await post(planner, `scenarios/${id}/versions`, {
      ...{ scenario: named('Samma'), expectedNumber: 1 },
    });
    expect(back.json().code).toBe('exists_already');
  });

  test.each([
    ['an edit that there is not', { scenario: named('x', [{ kind: 'close_school' }]) }, 400],
    ['a version that the region has not', { scenario: named('x'), version: 9 }, 404],
    ['what looks like an identity number', { scenario: named('19121212-1212') }, 422],
    [
      'a district of a region that one may not see',
      {
        scenario: named('x', [{ kind: 'join_district', from: 'skarholmen/1', district: 'Skärholmen' }]),
      },
      422,
    ],
  ])('is refused with %s', async (_, body, status) => {
    expect((await post(planner, 'regions/farsta/scenarios', body)).statusCode).toBe(status);
  });
});

describe('a preview', () => {
  test('tells what would change, and of people only how many', async () => {
    const edits = [
      { kind: 'withdraw_unit', unit: 'roda-traden' },
      { kind: 'participants_arrive', count: 3 },
    ];
    const { status, difference } = await preview(named('x', edits));
    expect(status).toBe('applied');
    const table = (name: string) =>
      difference.tables.find((each: { readonly table: string }) => each.table === name);
    expect(table('units').removed).toEqual([{ id: 'roda-traden' }]);
    expect(table('participants')).toMatchObject({ counts: { added: 3 }, added: [] });
    expect(JSON.stringify(difference)).not.toContain('arrival-');
  });

  test('names the edit that clashes, and what took away that which it needs', async () => {
    const unit = { kind: 'withdraw_unit', unit: 'roda-traden' };
    expect(await preview(named('x', [unit, unit]))).toMatchObject({
      status: 'conflict',
      faults: [{ file: 'edits[1] withdraw_unit', message: { sv: expect.stringContaining('ändring 1') } }],
    });
  });

  test('takes a district from a version of another region, for whoever may run scenarios there', async () => {
    const join = named('x', [{ kind: 'join_district', from: 'skarholmen/1', district: 'Skärholmen' }]);
    expect(await preview(join, service.plannerOfBoth)).toMatchObject({
      status: 'applied',
      difference: { tables: expect.arrayContaining([expect.objectContaining({ table: 'units' })]) },
    });
    expect((await preview(join)).code).toBe('input_refused');
  });
});

test('every kind of edit is described for a form', async () => {
  const forms = await succeed(
    get(planner, 'scenario-edits'),
    z.array(z.object({ kind: z.string(), schema: z.looseObject({ type: z.literal('object') }) })),
  );
  expect(forms.map(({ kind }) => kind)).toContain('withdraw_partner');
  expect(forms.length).toBe(15);
});

test('planners write, officers read, and others do neither', async () => {
  const id = await create(planner, named('Rätt'));
  const urls = ['regions/farsta/scenarios', `scenarios/${id}`];
  const statuses = (who: typeof planner) =>
    Promise.all(urls.map(async (url) => (await get(who, url)).statusCode));
  expect(await statuses(officer)).toEqual([200, 200]);
  expect(await statuses(evaluator)).toEqual([403, 403]);
  expect(await statuses(elsewhere)).toEqual([404, 404]);
  expect((await post(officer, 'regions/farsta/scenarios', { scenario: named('y') })).statusCode).toBe(403);
  expect((await post(elsewhere, 'regions/farsta/scenarios', { scenario: named('y') })).statusCode).toBe(404);
  expect((await remove(elsewhere, `scenarios/${id}`)).statusCode).toBe(404);
});
