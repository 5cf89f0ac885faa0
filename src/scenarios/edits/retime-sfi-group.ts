/** retime_sfi_group: a class of Swedish meets at other times, in the evening for example. */
import { z } from 'zod';
import * as cell from '../../domain/tables/cells.ts';
import { type Edited, edited, notThere, type State } from './edit.ts';
import { sessionsOf, sessionTimes } from './session-times.ts';

export const retimeSfiGroupSchema = z.strictObject({
  kind: z.literal('retime_sfi_group'),
  group: cell.key,
  sessions: sessionTimes,
});

export function retimeSfiGroup(state: State, edit: z.infer<typeof retimeSfiGroupSchema>): Edited {
  const { group } = edit;
  const { sfi_groups, sessions } = state.region;
  if (!sfi_groups.some(({ id }) => id === group)) return notThere('group', { kind: 'sfi_group', id: group });
  const others = sessions.filter(({ owner, id }) => owner !== 'sfi' || id !== group);
  return edited(state, { sessions: [...others, ...sessionsOf('sfi', group, edit.sessions)] });
}
