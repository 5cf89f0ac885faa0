/**
 * One step for many pairs in one request, each with its own outcome.
 *
 * - each: every pair is decided by itself, in the order given; what can be decided is, whatever becomes of the others.
 * - all: every pair is decided, or none: with one that cannot be, nothing is, and the outcomes say which ones stand in the way.
 */
import type { PairStep } from '../../domain/pair-life.ts';
import type { Acting } from '../acting.ts';
import type { StoreData } from '../open-store.ts';
import { auditDecision, type DecisionOutcome, decide, decideIn, told } from './decide.ts';

export interface DecisionsGiven {
  readonly proposal: string;
  readonly pairs: readonly { readonly participant: string; readonly expectedVersion: number }[];
  readonly step: PairStep;
  readonly actor: Acting;
  readonly mode: 'each' | 'all';
}

interface PairOutcome {
  readonly participant: string;
  readonly outcome: DecisionOutcome;
}

export interface DecisionsOutcome {
  /** False where the mode is `all` and one pair could not be decided: then none was. */
  readonly committed: boolean;
  /** In the order given. */
  readonly outcomes: readonly PairOutcome[];
}

export async function decideMany(store: StoreData, given: DecisionsGiven): Promise<DecisionsOutcome> {
  if (given.mode === 'all') return decideAll(store, given);
  const outcomes: PairOutcome[] = [];
  for (const { participant, expectedVersion } of given.pairs) {
    const { proposal, step, actor } = given;
    const outcome = await decide(store, { proposal, participant, expectedVersion, step, actor });
    outcomes.push({ participant, outcome });
  }
  return { committed: true, outcomes };
}

/** Pairs are held in the order of their participants, whatever the order given, so that two such requests never wait for each other. */
async function decideAll({ db, vault }: StoreData, given: DecisionsGiven): Promise<DecisionsOutcome> {
  const { proposal, step, actor, pairs } = given;
  const trx = await db.startTransaction().execute();
  try {
    const found = new Map<string, Awaited<ReturnType<typeof decideIn>>>();
    for (const pair of pairs.toSorted((a, b) => (a.participant < b.participant ? -1 : 1))) {
      found.set(pair.participant, await decideIn(trx, vault, { proposal, step, actor, ...pair }));
    }
    const outcomes = pairs.flatMap(({ participant }) => {
      const outcome = found.get(participant);
      return outcome === undefined ? [] : [{ participant, outcome: told(outcome) }];
    });
    const committed = outcomes.every(({ outcome }) => outcome.status === 'decided');
    if (!committed) {
      await trx.rollback().execute();
      return { committed, outcomes };
    }
    for (const pair of pairs) {
      const outcome = found.get(pair.participant);
      if (outcome?.status !== 'decided') continue;
      await auditDecision(trx, { proposal, step, actor, ...pair }, outcome.region, outcome.version);
    }
    await trx.commit().execute();
    return { committed, outcomes };
  } catch (error) {
    if (!trx.isCommitted && !trx.isRolledBack) await trx.rollback().execute();
    throw error;
  }
}
