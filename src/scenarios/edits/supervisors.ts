/** supervisors: a team gets more or fewer supervisors, or each of them receives more or fewer people. */
import { z } from 'zod';
import * as cell from '../../domain/tables/cells.ts';
import { type Edited, edited, notThere, refuse, type State } from './edit.ts';

export const supervisorsSchema = z.strictObject({
  kind: z.literal('supervisors'),
  team: cell.key,
  by: z.int().min(-1000).max(1000).default(0),
  per_supervisor: cell.count.optional(),
});

export function changeSupervisors(state: State, edit: z.infer<typeof supervisorsSchema>): Edited {
  const { teams } = state.region;
  const team = teams.find(({ id }) => id === edit.team);
  if (!team) return notThere('team', { kind: 'team', id: edit.team });
  const supervisors = team.supervisors + edit.by;
  if (supervisors < 0) {
    return refuse('by', String(edit.by), {
      sv: `arbetslaget har bara ${team.supervisors} handledare`,
      en: `the team has only ${team.supervisors} supervisors`,
    });
  }
  const changed = {
    ...team,
    supervisors,
    ...(edit.per_supervisor !== undefined && { per_supervisor: edit.per_supervisor }),
  };
  return edited(state, { teams: teams.map((row) => (row === team ? changed : row)) });
}
