import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { followup2004 } from '../../data/generator/followup-2004.ts';
import {
  type Indicator,
  indicatorSchema,
  indicatorsOn,
} from '../../src/followup/indicators/indicator-format.ts';
import { starterIndicators } from '../../src/followup/indicators/starter.ts';
import { buildReport, type ReportInput } from '../../src/followup/report/report.ts';
import { defaultSettings, settingsSchema } from '../../src/followup/settings-format.ts';
import { farsta, record } from './any-case.ts';

const made = followup2004(farsta);
const input: ReportInput = {
  region: farsta,
  outcomes: made.outcomes,
  commitments: made.commitments,
  settings: settingsSchema.parse(made.settings),
  asOf: '2005-11-30',
};

const [indicator] = starterIndicators;
const selfSupport = starterIndicators.find(({ id }) => id === 'self-support') ?? indicator;

describe('versions of indicators', () => {
  const first: Indicator = { ...selfSupport, agreed: { by: ['a', 'b'], from: '2003-01-01' } };
  const second: Indicator = {
    ...first,
    version: 2,
    agreed: { by: ['a', 'b', 'c'], from: '2004-07-01' },
    target: { at_least: 0.5 },
  };

  test('the one that holds on the day', () => {
    for (const all of [
      [first, second],
      [second, first],
    ]) {
      expect(indicatorsOn('2002-12-31', all)).toEqual([]);
      expect(indicatorsOn('2004-06-30', all)).toEqual([first]);
      expect(indicatorsOn('2004-07-01', all)).toEqual([second]);
    }
  });

  test('one that was given up is gone from its last day on', () => {
    const ended = { ...second, agreed: { ...second.agreed, until: '2005-01-01' } };
    expect(indicatorsOn('2004-12-31', [first, ended])).toEqual([ended]);
    expect(
      indicatorsOn('2005-01-01', [{ ...first, agreed: { ...first.agreed, until: '2004-07-01' } }, ended]),
    ).toEqual([]);
  });

  test('an old report can be made again after a new version', () => {
    const before = buildReport({
      ...input,
      asOf: '2004-06-30',
      settings: { ...input.settings, indicators: [first] },
    });
    const after = buildReport({
      ...input,
      asOf: '2004-06-30',
      settings: { ...input.settings, indicators: [first, second] },
    });
    expect(after).toEqual(before);
  });
});

test('the starter set is indicators that anybody can copy, agreed on by nobody', () => {
  for (const starter of starterIndicators) {
    expect(indicatorSchema.parse(starter)).toEqual(starter);
    expect(starter.agreed.by).toEqual([]);
  }
  expect(new Set(starterIndicators.map(({ id }) => id)).size).toBe(starterIndicators.length);
});

describe('targets', () => {
  const met = (at_least: number, outcomes = input.outcomes) => {
    const settings = { ...input.settings, indicators: [{ ...selfSupport, target: { at_least } }] };
    const [found] = buildReport({ ...input, outcomes, settings }).indicators;
    return found.targetMet;
  };

  test('are met only where the whole interval is', () => {
    expect(met(0.3)).toBe('met');
    expect(met(0.4)).toBe('open');
  });

  test('are missed only where even the unknown could not reach them', () => {
    expect(met(0.6)).toBe('open');
    expect(met(0.95)).toBe('missed');
  });
});

describe('with nothing reported', () => {
  const report = buildReport({ ...input, outcomes: [], commitments: [], settings: defaultSettings });

  test('nothing is zero', () => {
    expect(report.indicators.find(({ id }) => id === 'self-support')).toMatchObject({
      status: 'empty',
      value: null,
    });
    expect(report.indicators.find(({ id }) => id === 'seats-delivered')).toMatchObject({
      status: 'empty',
      value: null,
    });
  });
});

describe('few people', () => {
  test('no figure is shown of four, nor by group', () => {
    const outcomes = farsta.participants
      .slice(0, 30)
      .flatMap(({ id }, i) => [
        record('enrolled', { on: '2004-08-16' }, id),
        ...(i < 4 ? [record('completed', { on: '2004-12-16' }, id)] : []),
      ]);
    const { indicators } = buildReport({ ...input, outcomes, settings: defaultSettings });
    const completed = indicators.find(({ id }) => id === 'completed');
    expect(completed).toMatchObject({
      status: 'hidden',
      value: null,
      numerator: null,
      groups: [],
      trend: [],
    });
    expect(JSON.stringify(completed?.sentences)).not.toMatch(/\d/);
  });

  test('in any pool no shown figure of people has 1 to 4 on either side', () => {
    fc.assert(
      fc.property(
        fc.subarray([...farsta.participants]),
        fc.integer({ min: 0, max: 40 }),
        (participants, shift) => {
          const ids = new Set(participants.map(({ id }) => id));
          const outcomes = made.outcomes.filter(({ participant }) => ids.has(participant)).slice(shift);
          const report = buildReport({ ...input, region: { ...farsta, participants }, outcomes });
          for (const { kind, groups, trend, ...whole } of report.indicators) {
            if (kind !== 'share') continue;
            for (const row of [whole, ...groups.flatMap(({ rows }) => rows), ...trend]) {
              if (row.numerator === null || row.denominator === null) continue;
              for (const count of [row.numerator, row.denominator - row.numerator, row.denominator])
                expect(count === 0 || count >= 5).toBe(true);
            }
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  test('one person who is neither woman nor man is shown among others, so that women and men can be', () => {
    const gender = buildReport(input).indicators[0].groups.find(({ by }) => by === 'gender');
    expect(gender?.rows.map(({ group }) => group)).toEqual(['woman', 'man+other']);
  });
});

test('the order of rows never shows', () => {
  const report = buildReport(input);
  const turned = buildReport({
    ...input,
    outcomes: input.outcomes.toReversed(),
    region: { ...farsta, participants: [...farsta.participants].reverse() },
  });
  expect(turned).toEqual(report);
});

describe('commitments', () => {
  const [indicatorRow] = input.settings.periods;
  const one = (delivered?: number) => {
    const row = { partner: 'innotiimi', period: indicatorRow.id, kind: 'seats' as const, promised: 10 };
    const commitments = [delivered === undefined ? row : { ...row, delivered }];
    const report = buildReport({ ...input, commitments });
    return {
      kept: report.commitments[0].kept,
      figure: report.indicators.find(({ id }) => id === 'seats-delivered'),
    };
  };

  test('what nobody has reported is unknown, not nothing', () => {
    expect(one()).toMatchObject({ kept: 'unknown', figure: { status: 'empty', value: null, unknown: 1 } });
    expect(one(0)).toMatchObject({ kept: 'not_all', figure: { status: 'shown', value: 0 } });
    expect(one(12)).toMatchObject({ kept: 'all', figure: { value: 1.2 } });
  });
});

test('a later report of a promise corrects an earlier one, and an earlier day is known again', () => {
  const row = { partner: 'innotiimi', period: 'year-1', kind: 'seats' as const, promised: 10 };
  const commitments = [
    { ...row, delivered: 9, recorded_on: '2003-09-01' },
    { ...row, delivered: 4, recorded_on: '2003-05-10' },
    { ...row, period: 'year-3', delivered: 10 },
  ];
  const delivered = (asOf: string) =>
    buildReport({ ...input, commitments, asOf }).commitments.map(({ promises }) => promises[0].delivered);
  expect(delivered('2003-05-09')).toEqual([]);
  expect(delivered('2003-08-31')).toEqual([4]);
  expect(delivered('2003-09-01')).toEqual([9]);
  expect(delivered('2005-11-30')).toEqual([9, 10]);
});

describe('beside the figures', () => {
  test('the baseline of order of arrival stands beside those who started', () => {
    const settings = { ...input.settings, baseline: { placed: 62, pool: 93 } };
    const started = buildReport({ ...input, settings }).indicators.find(({ id }) => id === 'started');
    expect(started?.comparisons).toMatchObject([{ id: 'greedy', value: 62 / 93 }]);
  });

  test('learning declines and the lottery waits for an approval', () => {
    const report = buildReport(input);
    expect(report.learning).toMatchObject({ status: 'declined', have: 75 });
    expect(report.lottery.status).toBe('not_approved');
    const ethical_approval = { authority: 'x', reference: 'y', decided_on: '2005-01-01' };
    const approved = buildReport({ ...input, settings: { ...input.settings, ethical_approval } });
    expect(approved.lottery.status).toBe('no_draws');
  });
});
