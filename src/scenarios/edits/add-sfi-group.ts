/** add_sfi_group: a new class of Swedish, written out or `like` another one, whose place, course and times it then takes over. */
import { z } from 'zod';
import * as cell from '../../domain/tables/cells.ts';
import { sfiGroupRow } from '../../domain/tables/timetable.ts';
import { alreadyThere, type Edited, edited, notThere, refuse, type State } from './edit.ts';
import { sessionsOf, sessionTimes, timesOf } from './session-times.ts';

export const addSfiGroupSchema = z.strictObject({
  kind: z.literal('add_sfi_group'),
  ...sfiGroupRow.partial().shape,
  id: cell.key,
  like: cell.key.optional(),
  sessions: sessionTimes.optional(),
});

export function addSfiGroup(state: State, edit: z.infer<typeof addSfiGroupSchema>): Edited {
  const { region } = state;
  const { kind: _, like, sessions, ...given } = edit;
  const { id } = given;
  if (region.sfi_groups.some((row) => row.id === id)) return alreadyThere('id', { kind: 'sfi_group', id });
  const model = region.sfi_groups.find((row) => row.id === like);
  if (like !== undefined && model === undefined) return notThere('like', { kind: 'sfi_group', id: like });
  const row = sfiGroupRow.safeParse({ ...model, ...given });
  if (!row.success) {
    const field = row.error.issues.map(({ path }) => path.join('.'))[0] ?? null;
    return refuse(field, null, {
      sv: 'en ny sfi-grupp behöver alla kolumner i sfi_groups.csv, eller en grupp att likna (like)',
      en: 'a new SFI group needs every column of sfi_groups.csv, or a group that it is like (like)',
    });
  }
  const times = sessions ?? (model ? timesOf(region.sessions, 'sfi', model.id) : []);
  return edited(state, {
    sfi_groups: [...region.sfi_groups, row.data],
    sessions: [...region.sessions, ...sessionsOf('sfi', id, times)],
  });
}
