import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalise } from '../../solver/canonical.ts';
import { UNPLACED } from '../../solver/problem.ts';
import type { Policy } from '../../src/domain/policy.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import type { Region } from '../../src/domain/region.ts';
import { baselineOf } from '../../src/matching/baseline.ts';
import { liveOf } from '../../src/matching/live.ts';
import { buildMatching, type Matching } from '../../src/matching/matching.ts';
import { placesForOne } from '../../src/matching/one-case.ts';
import { findOptions } from '../../src/matching/options.ts';
import { createPlaceFinder } from '../../src/matching/place-finder.ts';
import { pricesOf, rankPlaces } from '../../src/matching/ranking.ts';
import { indexRegion } from '../../src/matching/region-index.ts';
import { randomPolicy, randomRegion } from './every-rule-region.ts';
import { policies, regions } from './proposal-regions.ts';
import { extract, participant, smallRegion, speaks, team, teamLanguage } from './small-region.ts';

/** A matching without locks, and the pairs that stand in it, by hand. */
function standingOf(region: Region, policy: Policy) {
  const matching = buildMatching({ ...region, decisions: [] }, policy);
  const { chosen } = baselineOf(matching.region, canonicalise(matching.problem, 1));
  const pairs = Array.from(chosen)
    .filter((k) => k !== UNPLACED)
    .map((k) => pairOf(matching, k));
  return { matching, chosen, pairs };
}

function pairOf({ region, options }: Matching, k: number) {
  return {
    participant: region.participants[options.participant[k]].id,
    team: region.teams[options.team[k]].id,
    sfiGroup: region.sfi_groups[options.sfi[k]].id,
  };
}

describe('the places of one participant', () => {
  test('are those that the whole region would find', () => {
    fc.assert(
      fc.property(randomRegion, randomPolicy, (region, policy) => {
        const index = indexRegion(region, policy);
        const options = findOptions(index);
        const placesOf = createPlaceFinder(index);
        region.participants.forEach((_, p) => {
          const whole = Array.from(options.team, (t, k) => `${t} ${options.sfi[k]}`);
          expect(
            placesOf(p)
              .map(({ team: t, sfi }) => `${t} ${sfi}`)
              .sort(),
          ).toEqual(whole.slice(options.start[p], options.start[p + 1]).sort());
        });
      }),
    );
  });

  test('have the points and prices that the whole problem gives them, best net first', () => {
    fc.assert(
      fc.property(
        regions,
        policies,
        fc.array(fc.nat({ max: 90 }), { minLength: 40, maxLength: 40 }),
        (region, policy, draws) => {
          const { matching, pairs } = standingOf(region, policy);
          const { problem, options } = matching;
          const priceOf = Object.fromEntries(
            problem.constraints.map((id, r) => [id, draws[r % draws.length]]),
          );
          const live = liveOf(matching.index, pairs);
          for (let p = 0; p < matching.region.participants.length; p++) {
            const ranked = rankPlaces(live, pricesOf(live, priceOf), p);
            const expected: string[] = [];
            for (let k = options.start[p]; k < options.start[p + 1]; k++) {
              let price = 0;
              for (let e = problem.useStart[k]; e < problem.useStart[k + 1]; e++) {
                price += problem.useAmount[e] * priceOf[problem.constraints[problem.useConstraint[e]]];
              }
              const { team: t, sfiGroup } = pairOf(matching, k);
              expected.push(`${t} ${sfiGroup} ${problem.score[k]} ${price}`);
            }
            expect(ranked.map((r) => `${r.team} ${r.sfiGroup} ${r.points} ${r.price}`).sort()).toEqual(
              expected.sort(),
            );
            const nets = ranked.map(({ net }) => net);
            expect(nets).toEqual(nets.toSorted((a, b) => b - a));
          }
        },
      ),
    );
  });

  test('and what stands uses of every row what the whole problem says', () => {
    fc.assert(
      fc.property(regions, policies, (region, policy) => {
        const { matching, chosen, pairs } = standingOf(region, policy);
        const { problem } = matching;
        const used = new Map(problem.constraints.map((id) => [id, 0]));
        for (const k of chosen) {
          if (k === UNPLACED) continue;
          for (let e = problem.useStart[k]; e < problem.useStart[k + 1]; e++) {
            const id = problem.constraints[problem.useConstraint[e]];
            used.set(id, (used.get(id) ?? 0) + problem.useAmount[e]);
          }
        }
        const live = liveOf(matching.index, pairs);
        expect(live.rows.map(({ id, limit }, r) => [id, limit, live.used[r]])).toEqual(
          matching.rows.map(({ id, limit }) => [id, limit, used.get(id)]),
        );
      }),
    );
  });

  test('say how many seats are left, one’s own counted as free', () => {
    const region = smallRegion({
      participants: [participant('p1'), participant('p2')],
      participant_languages: [speaks('p1'), speaks('p2')],
      teams: [team('t1', { seats: 3, reserved_seats: 1 })],
    });
    const live = liveOf(indexRegion(region, defaultPolicy), [
      { participant: 'p1', team: 't1', sfiGroup: 's1' },
    ]);
    const left = (p: number) =>
      rankPlaces(live, pricesOf(live, {}), p).map((r) => [r.teamSeatsLeft, r.sfiSeatsLeft]);
    expect(left(0)).toEqual([[2, 5]]);
    expect(left(1)).toEqual([[1, 4]]);
  });
});

describe('places for one person outside the batch', () => {
  const given = {
    participant: participant('x', { protected: true }),
    languages: [speaks('x')],
    hindrances: [],
    extracts: [extract('x')],
  };
  const seats = (total: number, reserved: number) =>
    smallRegion({ teams: [team('t1', { seats: total, reserved_seats: reserved })] });
  const standing = [{ participant: 'p1', team: 't1', sfiGroup: 's1' }];

  test('use a free seat first, then one held in reserve, and none that is taken', () => {
    const found = (region: Region) => placesForOne(region, defaultPolicy, given, standing);
    expect(found(seats(2, 0))).toMatchObject([{ team: 't1', teamReserve: false, sfiReserve: false }]);
    expect(found(seats(2, 1))).toMatchObject([{ team: 't1', teamReserve: true }]);
    expect(found(seats(1, 0))).toEqual([]);
    expect(placesForOne(seats(1, 1), defaultPolicy, given, [])).toMatchObject([{ teamReserve: true }]);
  });

  test('are those that a batch would give an unprotected person like them, with the same points', () => {
    fc.assert(
      fc.property(randomRegion, randomPolicy, (drawn, policy) => {
        const region: Region = {
          ...drawn,
          decisions: [],
          teams: drawn.teams.map((row) => ({ ...row, reserved_seats: 0 })),
        };
        const open = {
          ...region,
          sfi_groups: region.sfi_groups.map((row) => ({ ...row, reserved_seats: 0 })),
        };
        const id = open.participants[0].id;
        const others = open.participants.map((row) => ({ ...row, protected: false }));
        const index = indexRegion({ ...open, participants: others }, policy);
        const live = liveOf(index, []);
        const ranked = rankPlaces(live, pricesOf(live, {}), 0).map((r) => [r.team, r.sfiGroup, r.points]);
        const alone = placesForOne(
          open,
          policy,
          {
            participant: open.participants[0],
            languages: open.participant_languages.filter((row) => row.participant === id),
            hindrances: open.sessions.filter((row) => row.owner === 'participant' && row.id === id),
            extracts: open.extracts.filter((row) => row.participant === id),
          },
          [],
        );
        expect(alone.map((r) => [r.team, r.sfiGroup, r.points])).toEqual(ranked);
      }),
    );
  });

  test('none where no team shares a language', () => {
    const region = smallRegion({ team_languages: [teamLanguage('t1', 'fin')] });
    expect(placesForOne(region, defaultPolicy, given, [])).toEqual([]);
  });
});
