/** GET /v1/regions/:region/sfi-groups: classes of Swedish, with their week and the seats that are taken and held. */
import { z } from 'zod';
import { time, weekday } from '../../../domain/tables/cells.ts';
import { sfiGroupRow } from '../../../domain/tables/timetable.ts';
import { listSfiGroups } from '../../../store/places/list-places.ts';
import { listPlacesRoute } from '../../regions/list-places.ts';

export const listSfiGroupsRoute = listPlacesRoute({
  path: 'sfi-groups',
  summary: 'SFI groups, with their week and the seats that are taken and held',
  row: sfiGroupRow.extend({
    taken: z.int(),
    held: z.int(),
    sessions: z.array(z.strictObject({ weekday, start: time, end: time })),
  }),
  list: listSfiGroups,
});
