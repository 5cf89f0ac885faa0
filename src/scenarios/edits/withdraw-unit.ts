/** withdraw_unit: a school or preschool no longer takes part, and none of its teams do. */
import { z } from 'zod';
import * as cell from '../../domain/tables/cells.ts';
import { type Edited, edited, notThere, type State } from './edit.ts';
import { without } from './remove.ts';

export const withdrawUnitSchema = z.strictObject({ kind: z.literal('withdraw_unit'), unit: cell.key });

export function withdrawUnit(state: State, { unit }: z.infer<typeof withdrawUnitSchema>): Edited {
  if (!state.region.units.some(({ id }) => id === unit)) return notThere('unit', { kind: 'unit', id: unit });
  return edited(state, without(state.region, { units: new Set([unit]) }));
}
