/** worthPart: what one more of some places is worth. Places know nothing of each other, so any part may run in any thread. */
import type { Policy } from '../../../domain/policy.ts';
import type { Region } from '../../../domain/region.ts';
import type { MatchSettings } from '../../../matching/match.ts';
import type { Carried } from '../../../scenarios/solving/carried.ts';
import type { Place } from '../../../scenarios/worth/places.ts';
import { baseOf, worthOf } from '../../../scenarios/worth/worth.ts';
import type { PlaceWorth } from '../../../scenarios/worth/worth-format.ts';
import type { TaskRun } from '../../task.ts';
import { solverWith } from './settings.ts';

interface Asked {
  readonly region: Region;
  readonly policy: Policy;
  readonly carried: Carried;
  readonly today: { readonly objective: number; readonly bound: number };
  readonly places: readonly Place[];
  readonly settings: MatchSettings;
}

/** Those that were answered: all, unless somebody stopped it. */
export async function worthPart(asked: Asked, run: TaskRun): Promise<readonly PlaceWorth[]> {
  const { region, policy, carried, today, places, settings } = asked;
  const base = baseOf(region, policy, settings.seed, { carried, today });
  const found: PlaceWorth[] = [];
  for (const place of places) {
    if (run.signal.aborted) break;
    const worth = await worthOf(base, place, solverWith(settings, run));
    if (worth) found.push(worth);
    run.onStage?.({ stage: 'part', finished: found.length, of: places.length });
  }
  return found;
}
