import { z } from 'zod';
import * as cell from './cells.ts';

/** areas.csv: centres that stand in for missing coordinates. */
export const areaRow = z.strictObject({ name: cell.name, lat: cell.latitude, lon: cell.longitude });
export type AreaRow = z.infer<typeof areaRow>;

/** units.csv: schools and preschools. */
export const unitRow = z.strictObject({
  id: cell.key,
  name: cell.name,
  form: cell.schoolForm,
  principal: cell.name,
  district: cell.name,
  lat: cell.latitude,
  lon: cell.longitude,
});
export type UnitRow = z.infer<typeof unitRow>;

/** teams.csv: work teams (arbetslag). */
export const teamRow = z.strictObject({
  id: cell.key,
  unit: cell.key,
  name: cell.name,
  seats: cell.count,
  reserved_seats: cell.count.optional(),
  supervisors: cell.count,
  per_supervisor: cell.count.optional(),
  min_hours: cell.hours,
  starts_on: cell.date,
  roles: z.array(cell.role),
  competences: z.array(cell.key),
  women_share_min: cell.share.optional(),
  men_share_min: cell.share.optional(),
});
export type TeamRow = z.infer<typeof teamRow>;

/** team_languages.csv: what the pupils speak, and which adults are wanted. */
export const teamLanguageRow = z.strictObject({
  team: cell.key,
  language: cell.language,
  pupils: cell.pupils,
  pupils_last_year: cell.pupils,
  adults_present: cell.count,
  adults_wanted: cell.count,
});

/** team_backgrounds.csv */
export const teamBackgroundRow = z.strictObject({
  team: cell.key,
  country: cell.country,
  pupils: cell.pupils,
});
