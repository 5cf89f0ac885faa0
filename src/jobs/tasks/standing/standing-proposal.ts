/** How a proposal stands, for the questions about one person in it, and what of others whoever asks may see. */
import type { Target } from '../../../domain/access/grants.ts';
import type { RegionIndex } from '../../../matching/region-index.ts';
import type { Alternative, StandingProposal } from '../../../matching/why-pair.ts';
import { type Acting, sees } from '../../../store/acting.ts';
import type { StoreData } from '../../../store/open-store.ts';
import { liveRegion } from './live-region.ts';

/** Null where the proposal's pool has no such participant. */
export async function standingOf(
  store: StoreData,
  proposal: string,
  participant: string,
): Promise<{ readonly standing: StandingProposal; readonly row: number } | null> {
  const { live, prices, held } = await liveRegion(store, proposal);
  const row = live.index.names.participant.get(participant);
  if (row === undefined) return null;
  return { standing: { live, held, prices }, row };
}

/** An alternative where those who would give way are named to whoever may see them; of the others it is told how many. */
export interface ShownAlternative extends Omit<Alternative, 'displaced'> {
  readonly displaced: Alternative['displaced'];
  readonly displacedElsewhere: number;
}

export function shownTo(
  actor: Acting,
  index: RegionIndex,
  region: string,
  { displaced, ...place }: Alternative,
): ShownAlternative {
  const named = displaced.filter(({ team }) => sees(actor, targetAt(index, region, team)));
  return { ...place, displaced: named, displacedElsewhere: displaced.length - named.length };
}

function targetAt({ names, teams, region: { units } }: RegionIndex, region: string, team: string): Target {
  const unit = units[teams.unit[names.team.get(team) ?? -1]];
  return { region, district: unit.district, principal: unit.principal, team };
}
