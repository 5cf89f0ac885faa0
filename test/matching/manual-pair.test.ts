import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalise } from '../../solver/canonical.ts';
import { checkAssignment } from '../../solver/certificate/assignment.ts';
import { UNPLACED } from '../../solver/problem.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import type { Region } from '../../src/domain/region.ts';
import { baselineOf } from '../../src/matching/baseline.ts';
import { liveOf } from '../../src/matching/live.ts';
import { checkManualPair, type ManualPair, type ManualPairQuestion } from '../../src/matching/manual-pair.ts';
import { buildMatching } from '../../src/matching/matching.ts';
import { indexRegion } from '../../src/matching/region-index.ts';
import { assigned, proposalOf } from './proposal-of.ts';
import { policies, regions } from './proposal-regions.ts';
import { extract, participant, smallRegion, speaks, team, teamLanguage } from './small-region.ts';

const nobody: ReadonlySet<string> = new Set();
const two = (over: Partial<Region> = {}) =>
  smallRegion({
    participants: [participant('p1'), participant('p2')],
    participant_languages: [speaks('p1', 'som', 'A1'), speaks('p2')],
    extracts: [extract('p1'), extract('p2')],
    ...over,
  });
const stands = { participant: 'p1', team: 't1', sfiGroup: 's1' };
const asks: ManualPairQuestion = { participant: 'p2', team: 't1', sfiGroup: 's1' };

function checked(
  region: Region,
  question = asks,
  held = nobody,
  pairs: readonly ManualPairQuestion[] = [stands],
): ManualPair {
  const outcome = checkManualPair(liveOf(indexRegion(region, defaultPolicy), pairs), question, held);
  if (outcome.status !== 'checked') throw new Error(`expected a check, got ${outcome.status}`);
  return outcome;
}

describe('a pair made by hand', () => {
  test('is possible as it is where there is room and no rule against it', () => {
    const check = checked(two({ teams: [team('t1', { seats: 2 })] }));
    expect(check).toMatchObject({ verdict: 'possible', rules: [], overruns: [], displaced: [], unit: 'u1' });
    expect(check.change).toBe(check.points);
    expect(check.terms.reduce((sum, { points }) => sum + points, 0)).toBe(check.points);
    expect(check.terms.find(({ term }) => term === 'language')).toMatchObject({ sv: 'språk och nivå' });
  });

  test('names whoever must give way, and what the proposal wins or loses by it', () => {
    const check = checked(two());
    const before = checked(two(), stands, nobody, []).points;
    expect(check.displaced).toEqual([{ ...stands, points: before }]);
    expect(check).toMatchObject({ verdict: 'possible', overruns: [], change: check.points - before });
  });

  test('is a conflict where whoever is there is held by a decision', () => {
    const check = checked(two(), asks, new Set(['p1']));
    expect(check).toMatchObject({ verdict: 'impossible', displaced: [] });
    expect(check.overruns).toMatchObject([{ constraint: 'team:t1', by: 1, cost: null }]);
  });

  test('says which rules speak against it, and needs the right to set them aside', () => {
    const check = checked(
      two({ teams: [team('t1', { seats: 2 })], team_languages: [teamLanguage('t1', 'fin')] }),
    );
    expect(check.verdict).toBe('override');
    expect(check.rules).toMatchObject([{ rule: 'shared_language', overridable: true }]);
    expect(check.rules[0].sv).toContain('inget gemensamt språk');
  });

  test('cannot be made where the refusal of the person stands', () => {
    const check = checked(
      two({
        teams: [team('t1', { seats: 2 })],
        decisions: [
          {
            participant: 'p2',
            team: 't1',
            decision: 'turned_down',
            reason: 'Too far',
            decided_on: '2026-01-01',
          },
        ],
      }),
    );
    expect(check).toMatchObject({
      verdict: 'impossible',
      rules: [{ rule: 'turned_down', overridable: false }],
    });
  });

  test('says what is not there', () => {
    const live = liveOf(indexRegion(two(), defaultPolicy), []);
    const missing = (over: Partial<ManualPairQuestion>) =>
      checkManualPair(live, { ...asks, ...over }, nobody);
    expect(missing({ participant: 'x' })).toEqual({ status: 'not_found', table: 'participants', id: 'x' });
    expect(missing({ team: 'x' })).toEqual({ status: 'not_found', table: 'teams', id: 'x' });
    expect(missing({ sfiGroup: 'x' })).toEqual({ status: 'not_found', table: 'sfi_groups', id: 'x' });
  });

  test('what it says of points and limits is what the whole problem says of both assignments', () => {
    const draw = fc.tuple(fc.nat(), fc.nat());
    fc.assert(
      fc.property(regions, policies, draw, (drawn, policy, [person, at]) => {
        const matching = buildMatching({ ...drawn, decisions: [] }, policy);
        const { region, options, problem, index } = matching;
        const { chosen } = baselineOf(region, canonicalise(problem, 1));
        const p = person % region.participants.length;
        const count = options.start[p + 1] - options.start[p];
        fc.pre(count > 0);
        const k = options.start[p] + (at % count);
        const nameOf = (option: number) => ({
          participant: region.participants[options.participant[option]].id,
          team: region.teams[options.team[option]].id,
          sfiGroup: region.sfi_groups[options.sfi[option]].id,
        });
        const pairs = Array.from(chosen)
          .filter((option) => option !== UNPLACED)
          .map(nameOf);
        const check = checkManualPair(liveOf(index, pairs), nameOf(k), nobody);
        if (check.status !== 'checked') throw new Error('the pair is there');
        const after = chosen.slice();
        after[p] = k;
        for (const { participant: id } of check.displaced)
          after[index.names.participant.get(id) ?? -1] = UNPLACED;
        const [then, now] = [checkAssignment(problem, after), checkAssignment(problem, chosen)];
        expect(check.change).toBe(then.objective - now.objective);
        const broken = (of: typeof then) =>
          of.violations.flatMap((v) => (v.kind === 'constraint' ? [problem.constraints[v.constraint]] : []));
        const newlyBroken = broken(then).filter((id) => !broken(now).includes(id));
        const hard = check.overruns.flatMap(({ constraint, cost }) => (cost === null ? [constraint] : []));
        expect(hard).toEqual(expect.arrayContaining(newlyBroken));
        expect(broken(then)).toEqual(expect.arrayContaining(hard));
      }),
    );
  });

  test('what may be set aside is then proposed by a lock that says so', async () => {
    const region = two({ team_languages: [teamLanguage('t1', 'fin')] });
    const check = checked(region, asks, nobody, []);
    expect(check.verdict).toBe('override');
    const lock = { ...asks, sfi_group: 's1', decision: 'lock', override: true } as const;
    const { sfiGroup: _, ...decision } = { ...lock, reason: 'Knows the team.', decided_on: '2026-01-01' };
    const [pair] = assigned(await proposalOf({ ...region, decisions: [decision] }, defaultPolicy)).pairs;
    expect(pair).toMatchObject({ participant: 'p2', team: 't1', points: check.points });
    expect(pair.overridden?.rules.map(({ rule }) => rule)).toEqual(check.rules.map(({ rule }) => rule));
  });
});
