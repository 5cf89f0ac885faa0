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
import { joinStore, type StoreData } from '../../store/open-store.ts';
import { loadRegionVersion } from '../../store/regions/load-region-version.ts';
import { type ProposalOrder, readOrder } from '../proposals/order.ts';
import { questionOf } from '../proposals/question.ts';
import { saveProposal } from '../proposals/save-proposal.ts';
import { packProof, problemDigest } from '../proposals/stored-proof.ts';
import type { JobAsked } from '../queue/kinds.ts';
import type { Made } from '../queue/made.ts';
import type { TaskRun } from '../task.ts';

export async function makeProposal({ access, attempt }: JobAsked, run: TaskRun): Promise<Made> {
  const store = joinStore(access);
  const tell = (phase: string): void => run.onProgress?.({ phase, objective: null, bound: null });
  try {
    tell('reading');
    const order = await readOrder(store.db, await proposalOf(store, attempt.job));
    const solved = await solveOrder(store, order, run);
    const { proposal } = solved;
    if (stoppedAtNothing(proposal)) return { status: 'nothing' };
    if (!('pairs' in proposal)) return proposalFailure(proposal, false) ?? { status: 'nothing' };
    tell('saving');
    const { digest, chosen } = solved;
    const proof = packProof(proposal, chosen);
    return { status: await saveProposal(store, attempt, order, { proposal, digest, proof }) };
  } finally {
    await store.close();
  }
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

/** Those who have been erased since are not in the region any more, and are matched no more. */
async function solveOrder(store: StoreData, order: ProposalOrder, run: TaskRun): Promise<Solved> {
  const { version, policy, settings } = order;
  const loaded = await loadRegionVersion(store, version);
  if (loaded.status === 'not_found') throw new Error('a proposal has a version that is not there');
  const { region, previous } = await questionOf(store, order.proposal, loaded.region);
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
