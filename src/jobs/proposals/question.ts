/** What a proposal is matched from: the version of the region as people's decisions, answers and held seats have changed it since. */
import type { Region } from '../../domain/region.ts';
import { type AskedAgain, askAgain } from '../../matching/again/ask-again.ts';
import type { HeldSeats } from '../../matching/again/edits.ts';
import type { StoreData } from '../../store/open-store.ts';
import { loadStanding, writeStanding } from '../../store/proposals/standing.ts';

export interface ProposalQuestion extends AskedAgain {
  /** Whom it was asked about and who has been erased since: it cannot be repeated. */
  readonly erased: readonly string[];
}

/**
 * The question of a proposal, the same however often it is asked. `held` replaces the seats that were held when it was first asked, for whoever
 * looks at it later.
 */
export async function questionOf(
  store: StoreData,
  proposal: string,
  region: Region,
  held?: readonly HeldSeats[],
): Promise<ProposalQuestion> {
  await store.db.transaction().execute((trx) => writeStanding(trx, store.vault, proposal));
  const standing = await loadStanding(store, proposal);
  if (standing === null) throw new Error('what a proposal starts from has just been written');
  const { erased, ...since } = standing;
  return { ...askAgain({ region, ...since, held: held ?? since.held }), erased };
}
