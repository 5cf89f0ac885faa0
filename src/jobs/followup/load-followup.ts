/** What the store holds for follow-up, as the report and all that is learnt from outcomes take it. */
import { lastOfEachDay } from '../../domain/outcome-facts.ts';
import type { OutcomeRow } from '../../domain/tables/followup.ts';
import { type Failure, failure } from '../../errors.ts';
import { type Entries, readEntries } from '../../followup/agreements.ts';
import { agreementsIn } from '../../store/followup/agreements.ts';
import { type Everybody, loadEverybody } from '../../store/followup/everybody.ts';
import { outcomesIn } from '../../store/followup/outcomes.ts';
import { outcomesOfDecisions } from '../../store/followup/outcomes-of-decisions.ts';
import type { StoreData } from '../../store/open-store.ts';

export interface StoredFollowup extends Everybody {
  readonly status: 'loaded';
  readonly outcomes: readonly OutcomeRow[];
  readonly entries: Entries;
}

export async function loadFollowup(store: StoreData, region: string): Promise<StoredFollowup | Failure> {
  const everybody = await loadEverybody(store, region);
  if (everybody === null) return noVersion;
  const recorded = await outcomesIn(store.db, store.vault, region);
  const decided = await outcomesOfDecisions(store.db, region);
  const inOrder = [...recorded, ...decided].sort((a, b) => a.at.getTime() - b.at.getTime());
  return {
    status: 'loaded',
    ...everybody,
    outcomes: lastOfEachDay(inOrder.map(({ outcome }) => outcome)),
    entries: readEntries(await agreementsIn(store.db, region)),
  };
}

export const noVersion = failure('not_found', {
  sv: 'Regionen har inga deltagare än: läs in den först.',
  en: 'The region has no participants yet: import it first.',
});
