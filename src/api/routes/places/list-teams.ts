/** GET /v1/regions/:region/teams: work teams, with the seats that are taken and held. */
import { z } from 'zod';
import { teamRow } from '../../../domain/tables/teams.ts';
import { listTeams } from '../../../store/places/list-places.ts';
import { listPlacesRoute } from '../../regions/list-places.ts';

export const listTeamsRoute = listPlacesRoute({
  path: 'teams',
  summary: 'Work teams, with the seats that are taken and held',
  row: teamRow.extend({
    unitName: z.string(),
    district: z.string(),
    principal: z.string(),
    taken: z.int(),
    held: z.int(),
  }),
  list: listTeams,
});
