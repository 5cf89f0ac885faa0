/** close_sfi_group: a class of Swedish closes; whoever is in it is then in none. */
import { z } from 'zod';
import * as cell from '../../domain/tables/cells.ts';
import { type Edited, edited, notThere, type State } from './edit.ts';
import { without } from './remove.ts';

export const closeSfiGroupSchema = z.strictObject({ kind: z.literal('close_sfi_group'), group: cell.key });

export function closeSfiGroup(state: State, { group }: z.infer<typeof closeSfiGroupSchema>): Edited {
  if (!state.region.sfi_groups.some(({ id }) => id === group))
    return notThere('group', { kind: 'sfi_group', id: group });
  return edited(state, without(state.region, { groups: new Set([group]) }));
}
