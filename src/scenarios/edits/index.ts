/** Every kind of edit, in plain sight: one a file. */
import { z } from 'zod';
import { addSfiGroup, addSfiGroupSchema } from './add-sfi-group.ts';
import { changePolicy, changePolicySchema } from './change-policy.ts';
import { closeSfiGroup, closeSfiGroupSchema } from './close-sfi-group.ts';
import { closeTeam, closeTeamSchema } from './close-team.ts';
import type { Edited, State } from './edit.ts';
import { joinDistrict, joinDistrictSchema, type Sources } from './join-district.ts';
import { moveSfiGroup, moveSfiGroupSchema } from './move-sfi-group.ts';
import { openTeam, openTeamSchema } from './open-team.ts';
import { participantsArrive, participantsArriveSchema } from './participants-arrive.ts';
import { participantsLeave, participantsLeaveSchema } from './participants-leave.ts';
import { retimeSfiGroup, retimeSfiGroupSchema } from './retime-sfi-group.ts';
import { sfiSeats, sfiSeatsSchema } from './sfi-seats.ts';
import { changeSupervisors, supervisorsSchema } from './supervisors.ts';
import { teamSeats, teamSeatsSchema } from './team-seats.ts';
import { withdrawPartner, withdrawPartnerSchema } from './withdraw-partner.ts';
import { withdrawUnit, withdrawUnitSchema } from './withdraw-unit.ts';

export type { Sources };

export const editSchema = z.discriminatedUnion('kind', [
  openTeamSchema,
  closeTeamSchema,
  teamSeatsSchema,
  supervisorsSchema,
  addSfiGroupSchema,
  moveSfiGroupSchema,
  closeSfiGroupSchema,
  retimeSfiGroupSchema,
  sfiSeatsSchema,
  withdrawUnitSchema,
  withdrawPartnerSchema,
  joinDistrictSchema,
  participantsArriveSchema,
  participantsLeaveSchema,
  changePolicySchema,
]);

export type Edit = z.infer<typeof editSchema>;

/** The state after an edit, or why it cannot be made; the state given is left as it is. */
export function applyEdit(state: State, edit: Edit, sources: Sources): Edited {
  switch (edit.kind) {
    case 'open_team':
      return openTeam(state, edit);
    case 'close_team':
      return closeTeam(state, edit);
    case 'team_seats':
      return teamSeats(state, edit);
    case 'supervisors':
      return changeSupervisors(state, edit);
    case 'add_sfi_group':
      return addSfiGroup(state, edit);
    case 'move_sfi_group':
      return moveSfiGroup(state, edit);
    case 'close_sfi_group':
      return closeSfiGroup(state, edit);
    case 'retime_sfi_group':
      return retimeSfiGroup(state, edit);
    case 'sfi_seats':
      return sfiSeats(state, edit);
    case 'withdraw_unit':
      return withdrawUnit(state, edit);
    case 'withdraw_partner':
      return withdrawPartner(state, edit);
    case 'join_district':
      return joinDistrict(state, edit, sources);
    case 'participants_arrive':
      return participantsArrive(state, edit);
    case 'participants_leave':
      return participantsLeave(state, edit);
    case 'policy':
      return changePolicy(state, edit);
  }
}
