import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { farsta2004 } from '../../data/generator/farsta-2004.ts';
import { followup2004 } from '../../data/generator/followup-2004.ts';
import { assumptions, published } from '../../data/generator/published-2005.ts';
import { readFollowup } from '../../src/files/followup/read-followup.ts';
import { checkCommitments } from '../../src/followup/commitments.ts';
import { buildReport } from '../../src/followup/report/report.ts';
import { reportSchema } from '../../src/followup/report/report-format.ts';
import { settingsSchema } from '../../src/followup/settings-format.ts';

const folder = join(import.meta.dirname, '../../data/farsta-2004');
const region = farsta2004();
const made = followup2004(region);
const settings = settingsSchema.parse(made.settings);
const report = buildReport({ region, ...made, settings, asOf: '2005-11-30' });

function figure(id: string) {
  const found = report.indicators.find((indicator) => indicator.id === id);
  if (found === undefined) throw new Error(`no indicator ${id}`);
  return found;
}

describe('the published figures come out exactly', () => {
  test.each([
    ['enrolled', published.enrolled],
    ['completed', published.completed],
    ['left-early', published.leftEarly],
    ['in-work', published.inWork],
    ['in-education', published.inEducation],
    ['self-support', published.supported],
  ] as const)('%s: %d of 93', (id, count) => {
    expect(figure(id)).toMatchObject({ status: 'shown', numerator: count, denominator: 93 });
  });

  test('the numbers are those of the source', () => {
    expect(Object.values(published)).toEqual([93, 53, 22, 27, 13, 40, 0.43, 0.75, 0.74]);
  });

  test.each([
    ['self-support', published.supportedShare],
    ['self-support-of-completers', published.supportedShareOfCompleters],
    ['self-support-second-year', published.supportedShareSecondYear],
  ] as const)('%s: a share of %d', (id, share) => {
    expect(Math.round(100 * (figure(id).value ?? Number.NaN)) / 100).toBe(share);
  });

  test('40 of 93 lies between 33 and 53 %', () => {
    expect(figure('self-support').sentences[0]).toEqual({
      sv: 'försörjer sig själva helt eller delvis: 40 av 93 (43 %): mellan 33 och 53 %.',
      en: 'support themselves in full or part: 40 of 93 (43 %): between 33 and 53 %.',
    });
  });

  test('beside the national 15 and 18 %', () => {
    expect(figure('in-work').comparisons.map(({ value }) => value)).toEqual([0.15, 0.18]);
  });
});

describe('what the source leaves open', () => {
  test('the state of 18 of the 93 is unknown, not a zero', () => {
    expect(figure('completed').unknown).toBe(18);
    expect(figure('left-early').unknown).toBe(18);
  });

  test('is said in the report, each assumption in its own words', () => {
    expect(report.assumptions).toEqual(assumptions);
    expect(report.assumptions.some(({ sv }) => sv.includes('18 av de 93'))).toBe(true);
    expect(report.assumptions.some(({ sv }) => sv.includes('74 procenten andra året är 28 av de 38'))).toBe(
      true,
    );
    expect(figure('self-support-second-year')).toMatchObject({ numerator: 28, denominator: 38 });
  });

  test('all partners kept their commitments in the second year only, beside its results', () => {
    expect(report.commitments.map(({ kept }) => kept)).toEqual(['not_all', 'all', 'not_all']);
    const [, second] = report.commitments;
    expect(second.results.find(({ indicator }) => indicator === 'self-support')).toMatchObject({
      numerator: 28,
      denominator: 38,
    });
  });
});

describe('the files', () => {
  test('are read as the generator made them, without an error or a note', async () => {
    const reading = await readFollowup(folder, region);
    expect(reading).toMatchObject({ status: 'read', notes: [] });
    if (reading.status !== 'read') return;
    expect(reading.files.outcomes).toEqual(made.outcomes);
    expect(reading.files.commitments).toEqual(made.commitments);
    expect(reading.files.settings).toEqual(made.settings);
    expect(checkCommitments(reading.files.commitments, settings, reading.files.commitmentRowNumber)).toEqual(
      [],
    );
  });

  test('have late, corrected and unknown reports', () => {
    expect(report.corrected).toBeGreaterThan(0);
    expect(made.outcomes.some(({ occupation }) => occupation === 'unknown')).toBe(true);
    expect(
      made.outcomes.some(({ event, swedish_hours }) => event === 'attended' && swedish_hours === undefined),
    ).toBe(true);
  });

  test('enrol nobody before their permit, nor start anybody before they enrolled', () => {
    const permits = new Map(region.participants.map(({ id, permit_date }) => [id, permit_date]));
    const enrolled = new Map<string, string>();
    for (const { participant, event, on = '' } of made.outcomes) {
      if (event === 'enrolled') enrolled.set(participant, on);
    }
    expect(enrolled.size).toBe(93);
    for (const [id, day] of enrolled) expect(day > (permits.get(id) ?? '')).toBe(true);
    for (const { participant, event, on = '' } of made.outcomes)
      if (event === 'started') expect(on > (enrolled.get(participant) ?? '')).toBe(true);
  });

  test('the readme says what is published and what is assumed', () => {
    const readme = readFileSync(join(folder, '..', 'README.md'), 'utf8');
    expect(readme).toContain('generator/published-2005.ts');
    expect(readme).toContain('outcomes.csv');
  });
});

test('the report is report@1, and the same for the same day whatever came later', () => {
  expect(reportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
  const early = (outcomes: typeof made.outcomes) =>
    buildReport({ region, ...made, outcomes, settings, asOf: '2004-06-30' });
  const known = made.outcomes.filter(({ recorded_on }) => recorded_on <= '2004-06-30');
  expect(early(made.outcomes)).toEqual(early(known));
  expect(early(made.outcomes)).not.toEqual(report);
});
