import { z } from 'zod';
import * as cell from './cells.ts';

/** sfi_groups.csv: a class of Swedish for immigrants. */
export const sfiGroupRow = z.strictObject({
  id: cell.key,
  provider: cell.name,
  path: cell.sfiPath,
  course: cell.sfiCourse,
  seats: cell.count,
  reserved_seats: cell.count.optional(),
  lat: cell.latitude,
  lon: cell.longitude,
  starts_on: cell.date,
});

/** sessions.csv: when a team works, when an SFI group meets, when a participant cannot come. */
export const sessionRow = z.strictObject({
  owner: cell.owner,
  id: cell.key,
  weekday: cell.weekday,
  start: cell.time,
  end: cell.time,
});
export type SessionRow = z.infer<typeof sessionRow>;

/** travel.csv: minutes from one area, unit or SFI group to another, where known. */
export const travelRow = z.strictObject({ from: cell.key, to: cell.key, minutes: cell.travelMinutes });
