/**
 * propose: a proposal that somebody has asked for, from the store and back to it. The thread reads the region itself, since to open and check
 * 50,000 people's rows takes seconds, and a copy sent from the event loop would be held twice while it crosses; it keeps what comes of it
 * itself for the same reasons.
 */
import { canonicalAssignment } from '../../../solver/original.ts';
import type { Solution } from '../../../solver/solution.ts';
import { solveCanonical } from '../../../solver/solve.ts';
import { match } from '../../matching/match.ts';
import type { Proposal } from '../../matching/proposal-format.ts';
import { proposalFailure } from '../../proposal-failure.ts';
import type { StoreData } from '../../store/open-store.ts';
import { inStore } from '../in-store.ts';
import { type Matched, type ProposalOrder, readMatched, readOrder } from '../proposals/order.ts';
import { saveProposal } from '../proposals/save-proposal.ts';
import { packProof, problemDigest } from '../proposals/stored-proof.ts';
import type { JobAsked } from '../queue/kinds.ts';
import type { Made } from '../queue/made.ts';
import type { TaskRun } from '../task.ts';

export function makeProposal({ access, attempt }: JobAsked, run: TaskRun): Promise<Made> {
  const tell = (phase: string): void => run.onProgress?.({ phase, objective: null, bound: null });
  return inStore(access, async (store): Promise<Made> => {
    tell('reading');
    const order = await readOrder(store.db, await proposalOf(store, attempt.job));
    const matched = await readMatched(store, order);
    const { proposal, digest, chosen } = await solveOrder(order, matched, run);
    if (stoppedAtNothing(proposal)) return { status: 'nothing' };
    if (!('pairs' in proposal)) return proposalFailure(proposal, false) ?? { status: 'nothing' };
    tell('saving');
    const proof = packProof(proposal, chosen);
    const { previous, told } = matched;
    const solved = { proposal, previous, told, digest, proof };
    return { status: await saveProposal(store, attempt, order, solved) };
  });
}

/** Stopped before anybody had a place. */
function stoppedAtNothing(proposal: Proposal): boolean {
  return proposal.stopped === 'signal' && !('pairs' in proposal && proposal.pairs.length > 0);
}

async function proposalOf({ db }: StoreData, job: string): Promise<string> {
  const { proposal } = await db
    .selectFrom('jobs')
    .select('proposal')
    .where('id', '=', job)
    .$narrowType<{ proposal: string }>()
    .executeTakeFirstOrThrow();
  return proposal;
}

interface Solved {
  readonly proposal: Proposal;
  readonly digest: string;
  /** In canonical indices. */
  readonly chosen: Int32Array;
}

async function solveOrder(
  { policy, settings }: ProposalOrder,
  { region, previous }: Matched,
  run: TaskRun,
): Promise<Solved> {
  let digest = '';
  let chosen: Int32Array = new Int32Array();
  const proposal = await match(
    region,
    policy,
    settings,
    async (canonical, asked): Promise<Solution> => {
      run.onStage?.({ stage: 'solving', reason: null });
      const solution = await solveCanonical(canonical, { ...asked, ...run });
      if ('chosen' in solution) {
        digest = problemDigest(canonical.problem);
        chosen = canonicalAssignment(canonical, solution.chosen);
      }
      return solution;
    },
    previous,
  );
  return { proposal, digest, chosen };
}
