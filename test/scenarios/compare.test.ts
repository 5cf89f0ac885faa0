import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { openScenario } from '../../src/jobs/given/open-scenario.ts';
import { indexRegion } from '../../src/matching/region-index.ts';
import { compare, comparisonSchema } from '../../src/scenarios/compare.ts';
import { figuresSchema } from '../../src/scenarios/figures/figures-format.ts';
import { measure } from '../../src/scenarios/figures/measure.ts';
import { comparisonSvg } from '../../src/scenarios/plots/comparison-plot.ts';
import { type Outcome, runScenarios } from '../../src/scenarios/run-scenarios.ts';
import { example, scenarioOf } from './example.ts';
import { exactly } from './solver.ts';

const folder = join(import.meta.dirname, '..', '..', 'data', 'scenarios');
const stories = [
  'all-commitments-kept',
  'evening-sfi-group',
  'labour-office-leaves',
  'skarholmen-joins',
  'two-preschools-close',
  'year-one',
];
const { region, policy } = await example('farsta-2004');

const answered = (outcomes: readonly Outcome[]) =>
  outcomes.map((outcome) => {
    if (outcome.status !== 'answered') throw new Error(JSON.stringify(outcome));
    return outcome;
  });

describe('the scenarios of the example', () => {
  let outcomes: readonly Outcome[];
  beforeAll(async () => {
    const opened = await Promise.all(stories.map((name) => openScenario(join(folder, `${name}.json`))));
    const scenarios = opened.map((each) => {
      if (each.status === 'failed') throw new Error(JSON.stringify(each.faults));
      return each;
    });
    const sources = new Map(scenarios.flatMap((each) => [...each.sources]));
    outcomes = await runScenarios(
      {
        region,
        policy,
        scenarios: [...scenarios.map(({ scenario }) => scenario), scenarioOf()],
        sources,
        seed: 0,
      },
      exactly,
    );
  });

  test('are all that are there, and all have an answer that is proven', () => {
    const there = readdirSync(folder).filter((file) => !/^year-(tight|slack)\./.test(file));
    expect(there.toSorted()).toEqual(stories.map((name) => `${name}.json`));
    const [, , ...scenarios] = answered(outcomes);
    expect(scenarios.every(({ proposal }) => proposal.proven)).toBe(true);
  });

  test('one without edits is today', () => {
    const all = answered(outcomes);
    const [now, same] = [all[0], all[all.length - 1]];
    expect(same.figures).toEqual(now.figures);
    expect(same.proposal.pairs).toEqual(now.proposal.pairs);
    const { shifts } = compare(region.name, outcomes);
    expect(shifts[shifts.length - 1]).toMatchObject({ gain: 0, lose: 0, people: [] });
  });

  test('say what the project saw: more with Skärholmen than without, most where commitments are kept', () => {
    const points = new Map(answered(outcomes).map(({ name, figures }) => [name.en, figures.placed]));
    const of = (name: string) => points.get(name) ?? -1;
    expect(of('Year one')).toBeLessThan(of('Skärholmen joins'));
    expect(of('Today')).toBeLessThan(of('All commitments kept'));
    expect(of('Two preschools close')).toBeLessThan(of('Today'));
  });

  test('compare in a form that others can read, and a plot of the same bytes each time', () => {
    const comparison = compare(region.name, outcomes);
    expect(comparisonSchema.parse(comparison)).toEqual(comparison);
    const svg = comparisonSvg(comparison, 'sv');
    expect(svg).toBe(comparisonSvg(comparison, 'sv'));
    expect(svg).toContain('Skärholmen går med');
    for (const { participants } of [region])
      for (const { id } of participants) expect(svg).not.toContain(`>${id}<`);
  });
});

describe('figures', () => {
  test('add up, and hold no pseudonym', async () => {
    const given = { region, policy, scenarios: [], sources: new Map(), seed: 0 };
    for (const { proposal, figures } of answered(await runScenarios(given, exactly))) {
      expect(figuresSchema.parse(figures)).toEqual(figures);
      const sum = (list: readonly number[]) => list.reduce((all, each) => all + each, 0);
      expect(figures.placed + sum(figures.unplaced.map(({ people }) => people))).toBe(figures.people);
      expect(sum(figures.load.units.map(({ placed }) => placed))).toBe(figures.placed);
      expect(sum(figures.load.districts.map(({ open }) => open))).toBe(figures.teamSeats.open);
      expect(sum(figures.pupils.byLanguage.map(({ pupils }) => pupils))).toBe(figures.pupils.all.pupils);
      expect(sum(figures.pupils.byUnit.map(({ reached }) => reached))).toBe(figures.pupils.all.reached);
      expect(sum(proposal.pairs.map(({ points }) => points))).toBe(figures.points);
      expect(JSON.stringify(figures)).not.toMatch(/"p\d\d"/);
      expect(measure(indexRegion(region, policy), proposal)).toEqual(figures);
    }
  });
});

test('a scenario that clashes or cannot be met stands beside the others, with its reasons', async () => {
  const closed = scenarioOf(
    { kind: 'close_team', team: 'farsta-1' },
    { kind: 'close_team', team: 'farsta-1' },
  );
  const full = scenarioOf({ kind: 'team_seats', team: 'blombacka-1', by: -5 });
  const given = { region, policy, scenarios: [closed, full], sources: new Map(), seed: 0 };
  const { columns } = compare(region.name, await runScenarios(given, exactly));
  expect(columns.map(({ status }) => status)).toEqual(['answered', 'answered', 'clash', 'unanswered']);
  for (const { reasons, figures } of columns.slice(2)) {
    expect(figures).toBeNull();
    expect(reasons.length).toBeGreaterThan(0);
  }
});

test('a scenario may ask what a learnt chance would do, and its result says so', async () => {
  const model = {
    intercept: 0,
    coefficients: [0, 0, 0, 0, 1],
    means: [0, 0, 0, 0, 1],
    deviations: [1, 1, 1, 1, 1],
  };
  const whatIf = scenarioOf({ kind: 'policy', set: { learnt_chance: { points: 200, model } } });
  const given = { region, policy, scenarios: [whatIf], sources: new Map(), seed: 1 };
  const outcomes = answered(await runScenarios(given, exactly));
  const { columns } = comparisonSchema.parse(compare(region.name, outcomes));
  expect(columns.map(({ figures }) => figures?.learntChance?.points)).toEqual([undefined, undefined, 200]);
  expect(columns[2].figures?.learntChance?.groups.map(({ gender }) => gender)).toEqual(['woman', 'man']);
  expect(outcomes[2].proposal.learntChance?.en).toContain('learnt chance');
});
