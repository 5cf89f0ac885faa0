import { describe, expect, test } from 'vitest';
import { describeExplanation } from '../../src/cli/explanation-text.ts';
import type { Explanation } from '../../src/matching/explain/explanation-format.ts';

const unplaced: Explanation = {
  format: 'resursutbyte/explanation@1',
  participant: 'p1',
  place: null,
  reason: {
    code: 'shared_language',
    sv: 'Inget arbetslag har elever som talar burmesiska.',
    en: 'No team has pupils who speak Burmese.',
    change: { sv: 'Ett sådant arbetslag.', en: 'Such a team.' },
  },
  alternatives: [],
  team: null,
  withholding: { status: 'not_used' },
};
const place = { team: 't2', unit: 'u1', sfiGroup: 's1', points: 900 };

describe('an explanation in words', () => {
  test('says what is a reason and what would change it', () => {
    expect(describeExplanation(unplaced, 'sv').split('\n')).toEqual([
      'p1: ingen plats.',
      '  Varför: Inget arbetslag har elever som talar burmesiska.',
      '  Vad som skulle ändra det: Ett sådant arbetslag.',
    ]);
  });

  test('says who would move if a pair were forced, and which demands stand against it', () => {
    const possible: Explanation = {
      ...unplaced,
      reason: null,
      team: {
        verdict: 'possible',
        team: 't2',
        loss: { least: 4, most: 4 },
        moves: [
          { participant: 'p1', from: null, to: place },
          { participant: 'p2', from: place, to: null },
        ],
        sv: 'Det går.',
        en: 'It can be done.',
      },
    };
    expect(describeExplanation(possible, 'en').split('\n').slice(1)).toEqual([
      't2: It can be done.',
      '  p1: no place → t2',
      '  p2: t2 → no place',
    ]);
    const clash = [{ constraint: 'lock:p2', sv: 'p2 är låst.', en: 'p2 is locked.' }];
    const conflict: Explanation = {
      ...unplaced,
      team: { verdict: 'conflict', team: 't2', clash, sv: 'Det går inte.', en: 'It cannot be done.' },
    };
    expect(describeExplanation(conflict, 'sv')).toContain('t2: Det går inte.\n  p2 är låst.');
  });
});
