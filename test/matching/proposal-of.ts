import { solveCanonical } from '../../solver/solve.ts';
import type { Policy } from '../../src/domain/policy.ts';
import type { Region } from '../../src/domain/region.ts';
import { type MatchSettings, match } from '../../src/matching/match.ts';
import type { PreviousPair } from '../../src/matching/previous.ts';
import type { AssignedProposal, Proposal } from '../../src/matching/proposal-format.ts';

const settings: MatchSettings = { engine: 'highs', gap: 0, seed: 7, timeLimitMs: 20_000 };

/** The proposal that the solver itself gives, without threads: by HiGHS, to the optimum. */
export function proposalOf(
  region: Region,
  policy: Policy,
  over: Partial<MatchSettings> = {},
  previous: readonly PreviousPair[] = [],
): Promise<Proposal> {
  return match(
    region,
    policy,
    { ...settings, ...over },
    (canonical, asked) => solveCanonical(canonical, { ...asked, now: () => performance.now() }),
    previous,
  );
}

/** A proposal that has pairs. */
export function assigned(proposal: Proposal): AssignedProposal {
  if (!('pairs' in proposal)) throw new Error(`expected pairs, got ${proposal.status}`);
  return proposal;
}
