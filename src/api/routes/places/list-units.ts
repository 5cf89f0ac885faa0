/** GET /v1/regions/:region/units: schools and preschools. */
import { unitRow } from '../../../domain/tables/teams.ts';
import { listUnits } from '../../../store/places/list-places.ts';
import { listPlacesRoute } from '../../regions/list-places.ts';

export const listUnitsRoute = listPlacesRoute({
  path: 'units',
  summary: 'Schools and preschools',
  row: unitRow,
  list: listUnits,
});
