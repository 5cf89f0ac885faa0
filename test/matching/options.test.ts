import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultPolicy } from '../../src/domain/policy.ts';
import type { Region } from '../../src/domain/region.ts';
import { exclusionsOf } from '../../src/matching/exclusions.ts';
import { findOptions, termsOf } from '../../src/matching/options.ts';
import { indexRegion } from '../../src/matching/region-index.ts';
import { randomPolicy, randomRegion } from './every-rule-region.ts';
import {
  participant,
  sessions,
  sfiGroup,
  smallRegion,
  speaks,
  team,
  teamLanguage,
  unit,
} from './small-region.ts';

type Index = ReturnType<typeof indexRegion>;

/** All triples that no rule excludes, by ids. */
function bruteForce(index: Index): string[] {
  const { participants, teams, sfi_groups } = index.region;
  return participants.flatMap((person, p) =>
    teams.flatMap((t, i) =>
      sfi_groups.flatMap((group, j) =>
        exclusionsOf(index, p, i, j).length === 0 ? [`${person.id} ${t.id} ${group.id}`] : [],
      ),
    ),
  );
}

/** The options by ids, with all that is known of each. */
function listed(index: Index) {
  const options = findOptions(index);
  const { participants, teams, sfi_groups } = index.region;
  return [...options.participant].map((p, k) => ({
    key: `${participants[p].id} ${teams[options.team[k]].id} ${sfi_groups[options.sfi[k]].id}`,
    points: options.points[k],
    teamMinutes: options.teamMinutes[k],
    sfiMinutes: options.sfiMinutes[k],
    conditional: options.conditional[k],
  }));
}

describe('findOptions', () => {
  test('finds exactly the triples that no rule excludes', () => {
    let found = 0;
    fc.assert(
      fc.property(randomRegion, randomPolicy, (region, policy) => {
        const index = indexRegion(region, policy);
        const keys = listed(index).map(({ key }) => key);
        expect([...keys].sort()).toEqual(bruteForce(index).sort());
        found += keys.length;
      }),
      { numRuns: 400 },
    );
    // The regions are made so that the comparison has something to compare.
    expect(found).toBeGreaterThan(100);
  });

  test('gives each option points that its terms add up to', () => {
    fc.assert(
      fc.property(randomRegion, randomPolicy, (region, policy) => {
        const index = indexRegion(region, policy);
        const options = findOptions(index);
        options.participant.forEach((p, k) => {
          const terms = termsOf(index, p, options.team[k], options.sfi[k]);
          expect(terms.reduce((sum, { points }) => sum + points, 0)).toBe(options.points[k]);
          for (const { term, points } of terms) {
            const most = new Map<string, number>([
              ['placement', policy.placement_points],
              ...Object.entries(policy.weights),
            ]).get(term);
            if (most === undefined) throw new Error(term);
            expect(Number.isInteger(points) && points >= 0 && points <= most, term).toBe(true);
          }
        });
      }),
    );
  });

  test('finds the same options whatever the order of rows, and lists each participant in the order of ids', () => {
    fc.assert(
      fc.property(randomRegion, randomPolicy, (region, policy) => {
        const reversed: Region = {
          ...region,
          participants: region.participants.toReversed(),
          participant_languages: region.participant_languages.toReversed(),
          units: region.units.toReversed(),
          teams: region.teams.toReversed(),
          team_languages: region.team_languages.toReversed(),
          team_backgrounds: region.team_backgrounds.toReversed(),
          sfi_groups: region.sfi_groups.toReversed(),
          sessions: region.sessions.toReversed(),
          extracts: region.extracts.toReversed(),
          travel: region.travel.toReversed(),
          decisions: region.decisions.toReversed(),
        };
        const one = listed(indexRegion(region, policy));
        const other = listed(indexRegion(reversed, policy));
        const byKey = (list: typeof one) => list.toSorted((a, b) => (a.key < b.key ? -1 : 1));
        expect(byKey(other)).toEqual(byKey(one));
        const ofFirst = (list: typeof one) => list.filter(({ key }) => key.startsWith('p0 '));
        expect(ofFirst(one)).toEqual(byKey(ofFirst(one)));
        expect(ofFirst(other)).toEqual(ofFirst(one));
      }),
    );
  });

  test('groups the options by participant', () => {
    const index = indexRegion(
      smallRegion({
        participants: [participant('p1'), participant('p2'), participant('p3')],
        participant_languages: [speaks('p1'), speaks('p2', 'fin'), speaks('p3')],
        sfi_groups: [sfiGroup('s1'), sfiGroup('s2')],
      }),
      defaultPolicy,
    );
    const options = findOptions(index);
    expect([...options.start]).toEqual([0, 2, 2, 4]);
    expect([...options.participant]).toEqual([0, 0, 2, 2]);
    expect([...options.sfi]).toEqual([0, 1, 0, 1]);
    // s1 meets 5 x 3 hours, s2 has no sessions; the team works 5 x 6 hours, and 37 are left beside civic orientation.
    expect([...options.sfiMinutes]).toEqual([900, 0, 900, 0]);
    expect([...options.teamMinutes]).toEqual([1320, 1800, 1320, 1800]);
    // p1 has shown an extract, p3 has not.
    expect([...options.conditional]).toEqual([0, 0, 1, 1]);
  });

  test('plans each team by its own week', () => {
    const index = indexRegion(
      smallRegion({
        participants: [participant('p1', { min_team_hours: 5 })],
        teams: [team('t1', { min_hours: 5 }), team('t2', { unit: 'u2', min_hours: 5 })],
        units: [unit('u1'), unit('u2')],
        team_languages: [teamLanguage('t1'), teamLanguage('t2')],
        sessions: [
          ...sessions('sfi', 's1', 'mon tue', '12:00', '15:00'),
          ...sessions('team', 't1', 'mon tue wed', '08:00', '16:00'),
          ...sessions('team', 't2', 'mon tue', '08:00', '16:00'),
        ],
        travel: [{ from: 'u2', to: 's1', minutes: 30 }],
      }),
      defaultPolicy,
    );
    // t1: twice 8-11.52 and 15.08-16, once 8-16. t2: twice 8-11.30 and 15.30-16.
    expect([...findOptions(index).teamMinutes]).toEqual([2 * (232 + 52) + 480, 2 * (210 + 30)]);
  });

  test('finds whoever lives just within the longest commute', () => {
    // 8.07 km x 1.3 / 18 km/h = 34.97 minutes, and 8: 43 whole minutes.
    const there = { lat: 59.24 + 8.07 / 111.195 };
    const countWithin = (minutes: number) =>
      findOptions(
        indexRegion(
          smallRegion({
            participants: [participant('p1', { max_commute_min: minutes })],
            units: [unit('u1', there)],
            sfi_groups: [sfiGroup('s1', there)],
          }),
          defaultPolicy,
        ),
      ).points.length;
    expect([42, 43, 44].map(countWithin)).toEqual([0, 1, 1]);
  });

  test('finds those whom only travel.csv brings near, and only those', () => {
    const far = { lat: 63.8, lon: 20.3 };
    const index = indexRegion(
      smallRegion({
        participants: [
          participant('p1', { ...far, area: 'On the express line' }),
          participant('p2', { ...far, area: 'Elsewhere' }),
        ],
        participant_languages: [speaks('p1'), speaks('p2')],
        travel: [
          { from: 'u1', to: 'On the express line', minutes: 40 },
          { from: 's1', to: 'On the express line', minutes: 40 },
        ],
      }),
      defaultPolicy,
    );
    expect([...findOptions(index).start]).toEqual([0, 1, 1]);
  });
});
