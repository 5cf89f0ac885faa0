/** Sessions as an edit gives them: times alone, for whose they are is said by the edit. */
import { z } from 'zod';
import type { TableRow } from '../../domain/region.ts';
import { sessionRow } from '../../domain/tables/timetable.ts';

export const sessionTimes = z.array(sessionRow.pick({ weekday: true, start: true, end: true })).min(1);

export function sessionsOf(
  owner: 'team' | 'sfi',
  id: string,
  times: z.infer<typeof sessionTimes>,
): readonly TableRow<'sessions'>[] {
  return times.map((time) => ({ owner, id, ...time }));
}

/** The rows of one owner, as times alone. */
export function timesOf(
  sessions: readonly TableRow<'sessions'>[],
  owner: 'team' | 'sfi',
  id: string,
): z.infer<typeof sessionTimes> {
  return sessions
    .filter((row) => row.owner === owner && row.id === id)
    .map(({ weekday, start, end }) => ({ weekday, start, end }));
}
