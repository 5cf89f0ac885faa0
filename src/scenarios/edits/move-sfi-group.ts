/** move_sfi_group: a class of Swedish meets somewhere else. Known ways to and from the old place are forgotten. */
import { z } from 'zod';
import * as cell from '../../domain/tables/cells.ts';
import { type Edited, edited, notThere, type State } from './edit.ts';

export const moveSfiGroupSchema = z.strictObject({
  kind: z.literal('move_sfi_group'),
  group: cell.key,
  lat: cell.latitude,
  lon: cell.longitude,
  provider: cell.name.optional(),
});

export function moveSfiGroup(state: State, edit: z.infer<typeof moveSfiGroupSchema>): Edited {
  const { kind: _, group, ...place } = edit;
  const { sfi_groups, travel } = state.region;
  const row = sfi_groups.find(({ id }) => id === group);
  if (!row) return notThere('group', { kind: 'sfi_group', id: group });
  const { provider = row.provider, lat, lon } = place;
  return edited(state, {
    sfi_groups: sfi_groups.map((each) => (each === row ? { ...row, provider, lat, lon } : each)),
    travel: travel.filter(({ from, to }) => from !== group && to !== group),
  });
}
