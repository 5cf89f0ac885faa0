import { expect, test } from 'vitest';
import type { Condition } from '../../src/followup/indicators/condition.ts';
import { countsInWords } from '../../src/followup/indicators/counts-words.ts';
import type { Indicator } from '../../src/followup/indicators/indicator-format.ts';
import { starterIndicators } from '../../src/followup/indicators/starter.ts';

const share = (
  numerator: Condition,
  denominator: Condition = { happened: 'enrolled' },
): Indicator['counts'] => ({
  kind: 'share',
  population: 'participants',
  period: null,
  denominator,
  numerator,
});

test.each<[Indicator['counts'], string]>([
  [share({ happened: 'completed' }), 'Av dem som har skrivits in räknas de som har fullföljt.'],
  [
    share({ status: { at: 12, occupation: ['work', 'education'], self_support: ['full'] } }),
    'Av dem som har skrivits in räknas de som har arbete eller är i utbildning och försörjer sig själva helt 12 månader efteråt.',
  ],
  [
    share({ within: { weeks: 12.5, from: 'permit', to: 'started' } }, { everybody: true }),
    'Av dem som är deltagare räknas de som kom från uppehållstillstånd till start på högst 12,5 veckor.',
  ],
  [
    share({
      all: [
        { gender: ['woman'] },
        { any: [{ sfi_path: [1, 2] }, { not: { happened: 'left_early' } }] },
        { amount: { of: 'swedish_hours', at_least: 15 } },
      ],
    }),
    'Av dem som har skrivits in räknas de som är kvinnor och (går studieväg 1 eller 2 eller inte hör till dem som har slutat i förtid) och har timmar svenska i veckan: minst 15.',
  ],
  [
    {
      kind: 'median',
      population: 'participants',
      period: { of: 'enrolled', from: '2003-05-01', to: '2004-04-30' },
      denominator: { happened: 'started' },
      amount: 'weeks_permit_to_start',
    },
    'Det mittersta värdet av veckor från uppehållstillstånd till start bland dem som har börjat i ett arbetslag (inskrivning från 2003-05-01 till 2004-04-30).',
  ],
])('%o is: %s', (counts, told) => {
  expect(countsInWords(counts).sv).toBe(told);
});

test('every starter can be read, and no two that count otherwise read alike', () => {
  const told = starterIndicators.map(({ counts }) => countsInWords(counts));
  for (const lang of ['sv', 'en'] as const) {
    const texts = told.map((text) => text[lang]);
    expect(texts.filter((text) => /undefined|\[object/.test(text))).toEqual([]);
    expect(new Set(texts).size).toBe(
      new Set(starterIndicators.map(({ counts }) => JSON.stringify(counts))).size,
    );
  }
});
