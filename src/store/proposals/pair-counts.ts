/**
 * How many pairs are in each state, kept for the next who asks the same with the same grants. To count takes a look at every pair of the
 * proposal; to see that nothing has changed does not (pair-changes.ts).
 */
import type { PairStatus } from '../../domain/pair-life.ts';
import type { StoreData } from '../open-store.ts';
import { countPairs, type PairList } from './list-pairs.ts';
import { type PairsMoment, pairsMoment, pairsUnchanged } from './pair-changes.ts';

type Counts = Readonly<Partial<Record<PairStatus, number>>>;
type Asked = Pick<PairList, 'proposal' | 'actor' | 'filter'>;

/** Questions whose counts are kept; of more, those that were asked longest ago are counted anew. */
const mostKept = 500;

export function keptCounts(store: StoreData): (asked: Asked) => Promise<Counts> {
  const kept = new Map<string, { readonly moment: PairsMoment; readonly counts: Counts }>();
  return async (asked) => {
    const { proposal, actor, filter } = asked;
    // Who speaks a language is not kept: it lies sealed, and may be as many as there are pairs.
    if (filter.speakers !== undefined) return countPairs(store, asked);
    const question = JSON.stringify([proposal, actor.grants, actor.only && [...actor.only], filter]);
    const found = kept.get(question);
    if (found !== undefined && (await pairsUnchanged(store.db, proposal, found.moment))) return found.counts;
    const moment = await pairsMoment(store.db, proposal);
    const counts = await countPairs(store, asked);
    kept.delete(question);
    kept.set(question, { moment, counts });
    for (const oldest of kept.keys()) {
      if (kept.size <= mostKept) break;
      kept.delete(oldest);
    }
    return counts;
  };
}
