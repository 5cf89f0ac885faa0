/** close_team: a work team closes, and with it what was decided about it. */
import { z } from 'zod';
import * as cell from '../../domain/tables/cells.ts';
import { type Edited, edited, notThere, type State } from './edit.ts';
import { without } from './remove.ts';

export const closeTeamSchema = z.strictObject({ kind: z.literal('close_team'), team: cell.key });

export function closeTeam(state: State, { team }: z.infer<typeof closeTeamSchema>): Edited {
  if (!state.region.teams.some(({ id }) => id === team)) return notThere('team', { kind: 'team', id: team });
  return edited(state, without(state.region, { teams: new Set([team]) }));
}
