import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { exclusionsOf } from '../../src/matching/exclusions.ts';
import { findOptions } from '../../src/matching/options.ts';
import { reasonsWithoutOptions } from '../../src/matching/reason-without-options.ts';
import { indexRegion } from '../../src/matching/region-index.ts';
import { rules } from '../../src/matching/rules/index.ts';
import { randomPolicy, randomRegion } from './every-rule-region.ts';
import { participant, sessions, smallRegion, speaks, team, teamLanguage, unit } from './small-region.ts';

const order = rules.map(({ id }) => id);

describe('reasonsWithoutOptions', () => {
  test('is the first rule, in their order, after which no triple is left; none where there are options', () => {
    fc.assert(
      fc.property(randomRegion, randomPolicy, (region, policy) => {
        const index = indexRegion(region, policy);
        const { start } = findOptions(index);
        const reasonOf = reasonsWithoutOptions(index);
        region.participants.forEach((_, p) => {
          const first = region.teams.flatMap((_, t) =>
            region.sfi_groups.map((_, g) => {
              const refused = exclusionsOf(index, p, t, g).map(({ rule }) => order.indexOf(rule));
              return Math.min(order.length, ...refused);
            }),
          );
          const reason = reasonOf(p);
          expect(reason?.rule).toBe(order[Math.max(...first)]);
          expect(reason === undefined).toBe(start[p + 1] > start[p]);
        });
      }),
      { numRuns: 300 },
    );
  });

  test('names the languages that no team shares', () => {
    const index = indexRegion(smallRegion({ participant_languages: [speaks('p1', 'fin')] }), defaultPolicy);
    expect(reasonsWithoutOptions(index)(0)).toEqual({
      rule: 'shared_language',
      reason: {
        sv: 'Inget arbetslag har elever som talar eller förstår finska.',
        en: 'No team has pupils who speak or understand Finnish.',
      },
      change: {
        sv: 'Ett arbetslag med elever som talar finska.',
        en: 'A team with pupils who speak Finnish.',
      },
    });
  });

  test('speaks of the rule that stops the team that gets furthest', () => {
    // t1 shares no language; t2 does, but is at a unit that the participant avoids.
    const index = indexRegion(
      smallRegion({
        participants: [participant('p1', { avoid_units: ['u2'] })],
        units: [unit('u1'), unit('u2')],
        teams: [team('t1'), team('t2', { unit: 'u2' })],
        team_languages: [teamLanguage('t1', 'fin'), teamLanguage('t2', 'som')],
        sessions: sessions('team', 't2', 'mon tue wed', '08:00', '14:00'),
      }),
      defaultPolicy,
    );
    expect(reasonsWithoutOptions(index)(0)?.rule).toBe('avoided_units');
  });

  test('tells lessons that clash apart from too little time', () => {
    const hindered = (start: string, end: string) => {
      const all = smallRegion().sessions;
      const hindrances = sessions('participant', 'p1', 'mon tue wed thu fri', start, end);
      return reasonsWithoutOptions(
        indexRegion(smallRegion({ sessions: [...all, ...hindrances] }), defaultPolicy),
      )(0);
    };
    expect(hindered('16:00', '17:00')?.reason.en).toMatch(/clash with lessons/);
    expect(hindered('08:00', '13:00')?.reason.en).toMatch(/leaves enough time/);
  });

  test('has an answer where there are no teams or no SFI groups', () => {
    const noTeams = smallRegion({ teams: [], team_languages: [], sessions: [] });
    expect(reasonsWithoutOptions(indexRegion(noTeams, defaultPolicy))(0)?.rule).toBe('shared_language');
    const noGroups = smallRegion({ sfi_groups: [], sessions: [] });
    expect(reasonsWithoutOptions(indexRegion(noGroups, defaultPolicy))(0)?.rule).toBe('sfi_course');
  });
});
