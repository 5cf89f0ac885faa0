/** followupLearning: learning@1 of a region as the store has it, on a day. */
import type { Failure } from '../../../errors.ts';
import { knownOn } from '../../../followup/case.ts';
import type { LearningAnswer } from '../../../followup/learning/learning-format.ts';
import { tellLearning } from '../../../followup/learning/tell-learning.ts';
import type { StoreAccess } from '../../../store/open-store.ts';
import { loadFollowup } from '../../followup/load-followup.ts';
import { inStore } from '../../in-store.ts';

interface Asked {
  readonly access: StoreAccess;
  readonly region: string;
  /** YYYY-MM-DD. */
  readonly asOf: string;
}

export type LearningTold = { readonly status: 'told'; readonly answer: LearningAnswer } | Failure;

export function followupLearning({ access, region, asOf }: Asked): Promise<LearningTold> {
  return inStore(access, async (store) => {
    const stored = await loadFollowup(store, region);
    if (stored.status === 'failed') return stored;
    const { cases } = knownOn(asOf, stored.outcomes, stored.region);
    const decision = stored.entries.learning.findLast(({ decided_on }) => decided_on <= asOf) ?? null;
    return { status: 'told', answer: tellLearning(asOf, cases, decision) };
  });
}
