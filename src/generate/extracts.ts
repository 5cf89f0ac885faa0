/**
 * Criminal-record extracts: a few have been shown within the year, one or two are too old, and most are still to be shown,
 * so that most proposals are on that condition.
 */
import type { TableRow } from '../domain/region.ts';
import { random } from './random.ts';

export interface ExtractPlan {
  readonly seed: number;
  /** To whom a participant may have shown one: the principals of units. */
  readonly principals: (participant: Pick<TableRow<'participants'>, 'area'>) => readonly string[];
  readonly share: number;
  /** Days of issue within the year before the start, and a day that is too old. */
  readonly recent: readonly string[];
  readonly tooOld: string;
}

/** The rows of extracts.csv, at most one a participant. */
export function extractsOf(
  participants: readonly Pick<TableRow<'participants'>, 'id' | 'area'>[],
  plan: ExtractPlan,
): TableRow<'extracts'>[] {
  return participants.flatMap((participant) => {
    const { id } = participant;
    const principals = plan.principals(participant);
    const chance = random(plan.seed, 'extract', id);
    if (principals.length === 0 || !chance.chance(plan.share)) return [];
    const issued = chance.chance(0.15) ? plan.tooOld : chance.pick(plan.recent);
    const [year, month, day] = issued.split('-').map(Number);
    const shown = new Date(Date.UTC(year, month - 1, day + chance.whole(3, 20))).toISOString().slice(0, 10);
    return [{ participant: id, principal: chance.pick(principals), issued_on: issued, shown_on: shown }];
  });
}
