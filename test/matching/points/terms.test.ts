import { describe, expect, test } from 'vitest';
import { type Policy, policySchema } from '../../../src/domain/policy.ts';
import type { Region } from '../../../src/domain/region.ts';
import { termsOf } from '../../../src/matching/options.ts';
import type { TermPoints } from '../../../src/matching/points/term.ts';
import { withholdingEffect } from '../../../src/matching/points/withholding.ts';
import { indexRegion } from '../../../src/matching/region-index.ts';
import { participant, sfiGroup, smallRegion, speaks, team, teamLanguage } from '../small-region.ts';

const legal_basis = 'A legal basis, in words, for the sake of the test.';
/** Every weight is 100, so that points read as percent. */
const percent = policySchema.parse({
  placement_points: 500,
  weights: {
    language: 100,
    pupils: 100,
    background: 100,
    roles: 100,
    competences: 100,
    sfi_continuity: 100,
    commute: 100,
    waiting: 100,
    wishes: 100,
  },
  legal_basis,
});

/** What a term gives p1 at t1 with s1. */
function given(term: TermPoints['term'], over: Partial<Region>, by: Policy = percent): number | undefined {
  const terms = termsOf(indexRegion(smallRegion(over), by), 0, 0, 0);
  return terms.find((row) => row.term === term)?.points;
}

const person = (over: Parameters<typeof participant>[1]) => ({ participants: [participant('p1', over)] });
const teamOf = (over: Parameters<typeof team>[1]) => ({ teams: [team('t1', over)] });
const spoken = (rows: Region['team_languages']) => ({ team_languages: rows });

describe('each term', () => {
  test.each<[string, TermPoints['term'], Partial<Region>, number]>([
    ['being placed', 'placement', {}, 500],
    ['a native speaker', 'language', {}, 100],
    ['B1 in the language', 'language', { participant_languages: [speaks('p1', 'som', 'B1')] }, 60],
    [
      'the best of two languages',
      'language',
      {
        participant_languages: [speaks('p1', 'som', 'A2'), speaks('p1', 'tir', 'B2')],
        team_languages: [teamLanguage('t1', 'som'), teamLanguage('t1', 'tir')],
      },
      80,
    ],
    // 10 pupils, 5 more than last year: (10 + 5) / 18.
    ['pupils and their growth', 'pupils', {}, 83],
    [
      'pupils enough, and enough more',
      'pupils',
      spoken([teamLanguage('t1', 'som', { pupils: 40, pupils_last_year: 3 })]),
      100,
    ],
    // (4 + 0) / 18: fewer than last year takes nothing.
    [
      'fewer pupils than last year',
      'pupils',
      spoken([teamLanguage('t1', 'som', { pupils: 4, pupils_last_year: 9 })]),
      22,
    ],
    // 2 of 18, no growth.
    [
      'hidden numbers of pupils',
      'pupils',
      spoken([teamLanguage('t1', 'som', { pupils: '<5', pupils_last_year: '<5' })]),
      11,
    ],
    // 3 + 0 and 6 + 1, of 18; the third language is not shared.
    [
      'pupils of all shared languages',
      'pupils',
      {
        participant_languages: [speaks('p1', 'som'), speaks('p1', 'tir')],
        team_languages: [
          teamLanguage('t1', 'som', { pupils: 3, pupils_last_year: 3 }),
          teamLanguage('t1', 'tir', { pupils: 6, pupils_last_year: 5 }),
          teamLanguage('t1', 'fin', { pupils: 30 }),
        ],
      },
      55,
    ],
    [
      'one of three roles',
      'roles',
      { ...person({ roles: ['library'] }), ...teamOf({ roles: ['library', 'kitchen', 'reception'] }) },
      33,
    ],
    ['any role wanted', 'roles', teamOf({ roles: ['library', 'kitchen'] }), 100],
    ['one of seven roles at a team that takes any', 'roles', person({ roles: ['library'] }), 14],
    [
      'two of three competences',
      'competences',
      { ...person({ competences: ['a', 'b', 'x'] }), ...teamOf({ competences: ['a', 'b', 'c'] }) },
      66,
    ],
    ['no competences asked for', 'competences', person({ competences: ['a'] }), 0],
    ["one's own SFI group", 'sfi_continuity', person({ sfi_group: 's1' }), 100],
    [
      'another SFI group',
      'sfi_continuity',
      { ...person({ sfi_group: 's2' }), sfi_groups: [sfiGroup('s1'), sfiGroup('s2')] },
      0,
    ],
    ['no SFI group so far', 'sfi_continuity', {}, 100],
    // The fixed 8 of 90 minutes.
    ['a short way', 'commute', {}, 91],
    // The longest of 8, 8 and 45 minutes.
    ['the longest way', 'commute', { travel: [{ from: 'u1', to: 's1', minutes: 45 }] }, 50],
    ['a way of 90 minutes', 'commute', { travel: [{ from: 'Farsta', to: 'u1', minutes: 90 }] }, 0],
    // 2025-01-01 to 2026-01-01: 365 of 730 days.
    ['a year of waiting', 'waiting', {}, 50],
    ['three years of waiting', 'waiting', person({ permit_date: '2023-01-01' }), 100],
    ['a permit after the start', 'waiting', person({ permit_date: '2026-03-01' }), 0],
    ['a unit wished for', 'wishes', person({ prefer_units: ['u1'] }), 100],
    ['no wish', 'wishes', {}, 0],
  ])('%s', (_, term, over, points) => {
    expect(given(term, over)).toBe(points);
  });

  test('gives less for a variety that is understood than for the same, and more than nothing', () => {
    const points = given('language', {
      participant_languages: [speaks('p1', 'apc')],
      team_languages: [teamLanguage('t1', 'acm')],
    });
    expect(points).toBeGreaterThan(0);
    expect(points).toBeLessThan(100);
  });
});

describe('background', () => {
  const asked = {
    team_backgrounds: [
      { team: 't1', country: 'SO', pupils: 8 },
      { team: 't1', country: 'ER', pupils: 2 },
    ],
  };
  const states = (background: string, background_consent = true) => ({
    ...asked,
    ...person({ background, background_consent }),
  });

  // SO is worth 100, ER 2 / 8 = 25; neutral (100 + 25 + 0) / 3.
  test('gives the neutral value to whoever withholds it', () => {
    expect(given('background', asked)).toBe(41);
    expect(given('background', states('SO', false))).toBe(41);
  });

  test('gives whoever states it at least the neutral value', () => {
    expect(given('background', states('SO'))).toBe(100);
    expect(given('background', states('ER'))).toBe(41);
    expect(given('background', states('SY'))).toBe(41);
  });

  test('is nothing where the team asks for none', () => {
    expect(given('background', { ...states('SO'), team_backgrounds: [] })).toBe(0);
  });

  test('withholdingEffect counts what would be lost', () => {
    const region = smallRegion({
      participants: [
        participant('p1', { background: 'SO', background_consent: true }),
        participant('p2', { background: 'SO' }),
      ],
      participant_languages: [speaks('p1', 'fin'), speaks('p2', 'fin')],
      teams: [team('t1'), team('t2'), team('t3')],
      // t1 through the background alone, t2 also by language, t3 by language and without any background asked for.
      team_languages: [teamLanguage('t1', 'som'), teamLanguage('t2', 'fin'), teamLanguage('t3', 'fin')],
      team_backgrounds: [
        { team: 't1', country: 'SO', pupils: 8 },
        { team: 't2', country: 'SO', pupils: 8 },
      ],
    });
    const index = indexRegion(region, percent);
    expect(withholdingEffect(index, 0)).toEqual({
      status: 'used',
      teamsLost: 1,
      teamsWithFewerPoints: 1,
      mostPointsLost: 50,
    });
    expect(withholdingEffect(index, 1)).toEqual({ status: 'not_used' });
    expect(withholdingEffect(indexRegion(region, policySchema.parse({})), 0)).toEqual({ status: 'not_used' });
  });
});
