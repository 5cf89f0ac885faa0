import { describe, expect, test } from 'vitest';
import { policySchema } from '../../src/domain/policy.ts';
import { termsOf } from '../../src/matching/options.ts';
import type { PreviousPair } from '../../src/matching/previous.ts';
import { proposalSchema } from '../../src/matching/proposal-format.ts';
import { indexRegion } from '../../src/matching/region-index.ts';
import { verifyProposal } from '../../src/matching/verify-proposal.ts';
import { assigned, proposalOf } from './proposal-of.ts';
import {
  extract,
  participant,
  sessions,
  sfiGroup,
  smallRegion,
  speaks,
  team,
  teamLanguage,
  unit,
} from './small-region.ts';

const weekdays = 'mon tue wed thu fri';
/** Two teams that differ only in that p1 would like the second one's unit. */
const region = smallRegion({
  participants: [participant('p1', { prefer_units: ['u2'] })],
  participant_languages: [speaks('p1')],
  extracts: [extract('p1')],
  units: [unit('u1'), unit('u2')],
  teams: [team('t1'), team('t2', { unit: 'u2' })],
  team_languages: [teamLanguage('t1'), teamLanguage('t2')],
  sfi_groups: [sfiGroup('s1'), sfiGroup('s2')],
  sessions: [
    ...sessions('team', 't1', weekdays, '08:00', '14:00'),
    ...sessions('team', 't2', weekdays, '08:00', '14:00'),
    ...sessions('sfi', 's1', weekdays, '15:00', '18:00'),
    ...sessions('sfi', 's2', weekdays, '15:00', '18:00'),
  ],
});
const keeping = (keep_points: number) => policySchema.parse({ keep_points });
const before: PreviousPair = { participant: 'p1', team: 't1', sfiGroup: 's1' };
const [t1, t2, s1, s2] = [0, 1, 0, 1];

/** What keeping gives p1 at a team with a group; undefined where nothing was proposed before. */
function kept(team: number, sfi: number, previous: readonly PreviousPair[]): number | undefined {
  const index = indexRegion(region, keeping(75), previous);
  return termsOf(index, 0, team, sfi).find(({ term }) => term === 'kept')?.points;
}

describe('what was proposed before', () => {
  test('gives all points for the same team and group, half of them for the team alone', () => {
    expect([kept(t1, s1, [before]), kept(t1, s2, [before]), kept(t2, s1, [before])]).toEqual([75, 37, 0]);
    expect(kept(t1, s1, [])).toBeUndefined();
  });

  test('counts only people and teams that the region still has, and a group that is gone as another', () => {
    expect(kept(t1, s1, [{ ...before, team: 'gone' }])).toBeUndefined();
    expect(kept(t1, s1, [{ ...before, participant: 'gone' }])).toBeUndefined();
    expect(kept(t1, s1, [{ ...before, sfiGroup: 'gone' }])).toBe(37);
  });

  test('is kept where keeping is worth more than what would be gained, and moves where it is not', async () => {
    const teamAt = async (keep_points: number, previous: readonly PreviousPair[]) =>
      assigned(await proposalOf(region, keeping(keep_points), {}, previous)).pairs[0].team;
    // The wish is worth 60 points.
    expect(await teamAt(61, [before])).toBe('t1');
    expect(await teamAt(59, [before])).toBe('t2');
    expect(await teamAt(61, [])).toBe('t2');
  });

  test('stands in the proposal, which verifies with it and not with another', async () => {
    const policy = keeping(100);
    const proposal = assigned(await proposalOf(region, policy, {}, [before]));
    expect(proposal.previous).toEqual([before]);
    const read = proposalSchema.parse(JSON.parse(JSON.stringify(proposal)));
    const verified = verifyProposal(region, policy, read);
    expect(verified).toMatchObject({ status: 'verified', mismatches: [] });
    expect(verified.onTrust.map(({ en }) => en)).toContain('What had been proposed before.');
    const { previous: _, ...forgotten } = proposal;
    expect(verifyProposal(region, policy, forgotten).status).toBe('refused');
    const gone = { ...proposal, previous: [before, { ...before, participant: 'p9' }] };
    expect(verifyProposal(region, policy, gone).status).toBe('refused');
  });
});
