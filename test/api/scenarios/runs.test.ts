import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { solveCanonical } from '../../../solver/solve.ts';
import { defaultPolicy } from '../../../src/domain/policy.ts';
import { csvText } from '../../../src/files/csv-text.ts';
import { compare } from '../../../src/scenarios/compare.ts';
import { runScenarios } from '../../../src/scenarios/run-scenarios.ts';
import { scenarioSchema } from '../../../src/scenarios/scenario-format.ts';
import { shownComparison } from '../../../src/scenarios/small-numbers.ts';
import { comparisonTable } from '../../../src/scenarios/tables/comparison-table.ts';
import { shredPersonKey } from '../../../src/store/person-keys.ts';
import { readExampleRegion } from '../../jobs/queue/with-region.ts';
import { exampleScenario, openScenarioService } from './scenario-client.ts';

const service = await openScenarioService();
const { store, get, post, run, create, succeed, requested } = service;
const { planner, officer, evaluator, elsewhere } = service;
const closing = exampleScenario('two-preschools-close');
const scenario = await create(planner, closing);
const asked = { kind: 'run', scenarios: [{ id: scenario }] };
const question = 'regions/farsta/scenario-runs';

/** What the commands would tell of it, without who gains and who loses by name. */
async function fromTheEngines() {
  const region = await readExampleRegion('farsta-2004');
  const given = {
    ...{ region, policy: region.policy ?? defaultPolicy, sources: new Map(), seed: 0 },
    scenarios: [scenarioSchema.parse(closing)],
  };
  const settings = { gap: 0, timeLimitMs: 60_000, workLimit: 6_000, now: () => performance.now() };
  const outcomes = await runScenarios(given, (canonical, how) =>
    solveCanonical(canonical, { engine: 'auto', signal: { aborted: false }, ...settings, ...how }),
  );
  const { shifts, ...rest } = compare(region.name, outcomes);
  return { ...rest, shifts: shifts.map((shift) => ({ ...shift, people: [] })) };
}

const result = (who: typeof planner, id: string) => get(who, `scenario-runs/${id}/result`);

describe('a run', () => {
  test('comes to what the engines say, names nobody, and shows small numbers to those who see everybody', async () => {
    const { run: id } = await run(planner, question, asked);
    const expected = await fromTheEngines();
    expect((await result(officer, id)).json()).toEqual(expected);
    for (const who of [planner, evaluator])
      expect((await result(who, id)).json()).toEqual(shownComparison(expected));
    const kept = (await result(officer, id)).body;
    const { participants } = await readExampleRegion('farsta-2004');
    expect(participants.filter((person) => kept.includes(`"${person.id}"`))).toEqual([]);
    const table = (await get(evaluator, `scenario-runs/${id}/table?lang=en`)).body;
    expect(table).toBe(csvText(comparisonTable(shownComparison(expected), 'en')));
    const figure = await get(evaluator, `scenario-runs/${id}/figure`);
    expect(figure.headers['content-type']).toMatch(/^image\/svg\+xml/);
    expect(figure.body).toContain('Två förskolor stänger');
  });

  test('says what was asked, of which versions and by whom, and its job how far it has come', async () => {
    const { run: id, job } = await run(planner, question, { ...asked, seed: 5 });
    expect((await get(evaluator, `scenario-runs/${id}`)).json()).toMatchObject({
      ...{ kind: 'run', state: 'done', complete: true, requestedBy: 'User 1', regionVersion: 1 },
      ...{ question: { seed: 5, gap: 0 }, scenarios: [{ id: scenario, number: 1 }], job },
      cannotBeRepeated: null,
    });
    expect((await get(planner, `jobs/${job}`)).json()).toMatchObject({
      ...{ kind: 'scenario_run', scenarioRun: id, finished: 2, parts: 2, state: 'done' },
    });
    const [newest] = (await get(evaluator, question)).json();
    expect(newest).toMatchObject({ id });
    const earlier = (await get(evaluator, `${question}?before=${id}&limit=1`)).json();
    expect(earlier).toHaveLength(1);
    expect(earlier[0].id).not.toBe(id);
  });

  test('is the same to the last byte when it is asked again, and says when it no longer can be', async () => {
    const { run: first } = await run(planner, question, asked);
    const again = await run(planner, `scenario-runs/${first}/repeat`);
    const told = async (id: string) => (await get(planner, `scenario-runs/${id}`)).json();
    expect(await told(again.run)).toMatchObject({ repeats: first, sameBytes: true });
    const [person] = (await readExampleRegion('farsta-2004')).participants;
    await shredPersonKey(store.db, 'farsta', person.id, service.now());
    expect((await told(first)).cannotBeRepeated.sv).toContain('1 person har raderats');
    const without = await run(planner, `scenario-runs/${first}/repeat`);
    expect(await told(without.run)).toMatchObject({ sameBytes: false, cannotBeRepeated: null });
  });

  test('is asked once under one key, and turned away where too much waits', async () => {
    const once = () => post(planner, question, { kind: 'simulate', seeds: 1 }, 'one-run');
    const [first, second] = [await once(), await once()];
    expect(requested.parse(second.json())).toEqual(requested.parse(first.json()));
  });
});

test('figures are for those who work with them, and runs for planners', async () => {
  const { run: id } = await run(planner, question, { kind: 'simulate', seeds: 1 });
  const reading = [
    question,
    `scenario-runs/${id}`,
    `scenario-runs/${id}/result`,
    `scenario-runs/${id}/table`,
  ];
  for (const url of reading) {
    expect((await get(evaluator, url)).statusCode, url).toBe(200);
    expect((await get(officer, url)).statusCode, url).toBe(200);
    expect((await get(elsewhere, url)).statusCode, url).toBe(404);
  }
  for (const who of [evaluator, officer]) {
    expect((await post(who, question, asked)).statusCode).toBe(403);
    expect((await post(who, `scenario-runs/${id}/repeat`)).statusCode).toBe(403);
  }
  expect((await post(elsewhere, question, asked)).statusCode).toBe(404);
  const other = await post(elsewhere, 'regions/skarholmen/scenario-runs', asked);
  expect(other.statusCode).toBe(404);
  expect(z.object({ code: z.string() }).parse(other.json()).code).toBe('not_found');
});

test.each([
  ['a sweep over nothing that there is', { kind: 'sweep', over: ['weather=1:2:1'] }],
  ['a sweep of too many points', { kind: 'sweep', over: ['equity=0:999:1', 'seats.Farsta=0:99:1'] }],
  ['a year without months', { kind: 'simulate', setting: { months: [] } }],
  ['no kind', {}],
])('%s is refused', async (_, body) => {
  const answer = await post(planner, question, body);
  expect([answer.statusCode, answer.json().code]).toEqual([400, 'usage']);
});

test('what cannot be worked out ends with a reason', async () => {
  const { run: id } = await run(planner, question, { kind: 'capacity' });
  expect((await get(planner, `scenario-runs/${id}`)).json()).toMatchObject({
    ...{
      state: 'failed',
      failure: { code: 'usage', detail: { sv: expect.stringContaining('costs.team_seat') } },
    },
  });
  expect((await result(planner, id)).statusCode).toBe(404);
  expect(await succeed(get(planner, question), z.array(z.unknown()))).not.toEqual([]);
});
