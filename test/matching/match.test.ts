import { describe, expect, test } from 'vitest';
import { canonicalise } from '../../solver/canonical.ts';
import { UNPLACED } from '../../solver/problem.ts';
import { solveCanonical } from '../../solver/solve.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { match, type SolveCanonical } from '../../src/matching/match.ts';
import { buildMatching } from '../../src/matching/matching.ts';
import { verifyProposal } from '../../src/matching/verify-proposal.ts';
import { assigned } from './proposal-of.ts';
import { participant, smallRegion, speaks } from './small-region.ts';

const region = smallRegion({
  participants: [
    participant('late', { permit_date: '2025-05-01' }),
    participant('early', { permit_date: '2024-05-01' }),
    participant('b', { permit_date: '2024-06-01', arrived_on: '2024-02-01' }),
    participant('a', { permit_date: '2024-06-01', arrived_on: '2024-02-01' }),
    participant('c', { permit_date: '2024-06-01', arrived_on: '2024-01-01' }),
  ],
  participant_languages: ['late', 'early', 'a', 'b', 'c'].map((id) => speaks(id)),
  extracts: [],
});
const settings = { engine: 'auto', gap: 0, seed: 3, timeLimitMs: 500 } as const;
const unknown = { status: 'unknown', stopped: 'time', engine: 'highs', seed: 3 } as const;

describe('match', () => {
  test('asks once for what was asked, in order of arrival, with the canonical form of the seed', async () => {
    const asked: Parameters<SolveCanonical>[1][] = [];
    await match(region, defaultPolicy, settings, async (canonical, wanted) => {
      asked.push(wanted);
      expect(canonical).toEqual(canonicalise(buildMatching(region, defaultPolicy).problem, settings.seed));
      return unknown;
    });
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject(settings);
    // By the permit, then by arrival, then by id.
    const names = Array.from(asked[0].order, (p) => region.participants[p].id);
    expect(names).toEqual(['early', 'c', 'a', 'b', 'late']);
  });

  test('in order of arrival, the baseline is the proposal, whatever the time limit', async () => {
    const answer = await match(
      region,
      defaultPolicy,
      { ...settings, engine: 'greedy', timeLimitMs: 0 },
      (canonical, wanted) => solveCanonical(canonical, { ...wanted, now: () => 0 }),
    );
    const proposal = assigned(answer);
    expect(proposal).toMatchObject({ engine: 'greedy', stopped: 'exhausted' });
    expect(proposal.pairs.length).toBeGreaterThan(0);
    expect(proposal.baseline).toMatchObject({
      placed: proposal.pairs.length,
      objective: proposal.objective,
      broken: proposal.broken.map(({ constraint }) => constraint),
    });
  });

  test('nothing found is an answer, and says what it was made from', async () => {
    const answer = await match(region, defaultPolicy, settings, async () => unknown);
    expect(answer).toMatchObject({ status: 'unknown', stopped: 'time', seed: 3, region: 'A small region' });
    expect(verifyProposal(region, defaultPolicy, answer).status).toBe('verified');
    expect(verifyProposal({ ...region, name: 'Another' }, defaultPolicy, answer).status).toBe('refused');
  });

  test('a search that places nobody though there is room is shown against the baseline, and to blame', async () => {
    const nobody: SolveCanonical = async ({ problem }) => ({
      ...unknown,
      status: 'feasible',
      broken: [],
      chosen: new Int32Array(problem.participants.length).fill(UNPLACED),
      objective: 0,
      bound: 9,
      gap: 9,
      certifiedBound: 9,
      proof: 'prices',
      prices: new Float64Array(problem.constraints.length),
    });
    const proposal = assigned(await match(region, defaultPolicy, settings, nobody));
    expect(proposal).toMatchObject({ status: 'feasible', proven: false, pairs: [] });
    expect(proposal.baseline.placed).toBeGreaterThan(0);
    const codes = proposal.unplaced.map(({ reason }) => reason.code);
    expect(new Set(codes)).toEqual(new Set(['search_stopped']));
  });
});
