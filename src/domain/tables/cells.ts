import { z } from 'zod';

/** The kinds of value that a table's cell can hold. A CSV cell and a JSON value become the same thing here. */

/** A key within a table: a pseudonym or a code, never a name or a personal identity number. */
export const key = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._:/ -]{0,79}$/u, '1-80 letters, digits, . _ : / - or spaces');
export const name = z.string().min(1).max(200);
export const date = z.iso.date();
export const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day HH:MM');
export const latitude = z.number().min(-90).max(90);
export const longitude = z.number().min(-180).max(180);
export const count = z.int().min(0).max(1_000_000);
/** A number of pupils; 1-4 may be hidden behind `<5`. */
export const pupils = z.union([count, z.literal('<5')]);
export const share = z.number().min(0).max(1);
export const hours = z.number().min(0).max(168);
/** ISO 639-3; that the code is known is checked against the list in languages.ts. */
export const language = z.string().regex(/^[a-z]{3}$/, 'an ISO 639-3 code');
/** ISO 3166-1 alpha-2. */
export const country = z.string().regex(/^[A-Z]{2}$/, 'an ISO 3166-1 code of two letters');

export const gender = z.enum(['woman', 'man', 'other']);
export const role = z.enum([
  'teaching_assistant',
  'childminder',
  'library',
  'caretaker',
  'reception',
  'kitchen',
  'leisure_leader',
]);
export const schoolForm = z.enum(['preschool', 'compulsory', 'leisure']);
export const weekday = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);
export const level = z.enum(['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native']);
export const sfiPath = z.union([z.literal(1), z.literal(2), z.literal(3)]);
export const sfiCourse = z.enum(['A', 'B', 'C', 'D']);
