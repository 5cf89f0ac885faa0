/** sfi_seats: a class of Swedish gets more or fewer seats. */
import { z } from 'zod';
import * as cell from '../../domain/tables/cells.ts';
import { type Edited, edited, notThere, refuse, type State } from './edit.ts';

export const sfiSeatsSchema = z.strictObject({
  kind: z.literal('sfi_seats'),
  group: cell.key,
  by: z.int().min(-10_000).max(10_000),
});

export function sfiSeats(state: State, { group, by }: z.infer<typeof sfiSeatsSchema>): Edited {
  const { sfi_groups } = state.region;
  const row = sfi_groups.find(({ id }) => id === group);
  if (!row) return notThere('group', { kind: 'sfi_group', id: group });
  const seats = row.seats + by;
  if (seats < (row.reserved_seats ?? 0)) {
    return refuse('by', String(by), {
      sv: 'så många platser finns inte att ta bort',
      en: 'there are not so many seats to take away',
    });
  }
  return edited(state, { sfi_groups: sfi_groups.map((each) => (each === row ? { ...row, seats } : each)) });
}
