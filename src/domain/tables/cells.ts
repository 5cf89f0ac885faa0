import { z } from 'zod';

/**
 * The kinds of value that a table's cell can hold. A CSV cell and a JSON value become the same thing here. What a cell
 * is expected to hold is written beside it in words, for error messages and templates.
 */

/** What is expected of a value, in words that follow "expected" ("förväntat"). */
export const expectations = z.registry<{ sv: string; en: string }>();

/** A key within a table: a pseudonym or a code, never a name or a personal identity number. */
export const key = z
  .string()
  .regex(/^[\p{L}\p{N}]([\p{L}\p{N}._:/ -]{0,78}[\p{L}\p{N}._:/-])?$/u)
  .register(expectations, {
    sv: '1–80 tecken: bokstäver, siffror, punkt, _ : / - eller mellanslag inuti',
    en: '1-80 characters: letters, digits, a full stop, _ : / - or spaces inside',
  });
export const name = z
  .string()
  .max(200)
  .regex(/^[^\s\p{Cc}\p{Cs}]([^\p{Cc}\p{Cs}]*[^\s\p{Cc}\p{Cs}])?$/u)
  .register(expectations, {
    sv: '1–200 tecken på en rad, utan mellanslag ytterst',
    en: '1-200 characters on one line, without spaces at either end',
  });
/** A longer text, which may be empty and may have several lines. */
export const freeText = z
  .string()
  .max(2000)
  .regex(/^(?!\s)(?:[^\p{Cc}\p{Cs}]|[\n\t])*(?<!\s)$/u)
  .register(expectations, {
    sv: 'högst 2000 tecken, utan mellanslag ytterst',
    en: 'up to 2000 characters, without spaces at either end',
  });
export const date = z.iso
  .date()
  .refine((value) => value >= '1900-01-01' && value < '2200-01-01')
  .register(expectations, {
    sv: 'ett datum som ÅÅÅÅ-MM-DD, till exempel 2004-03-01',
    en: 'a date as YYYY-MM-DD, for example 2004-03-01',
  });
export const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .register(expectations, {
    sv: 'ett klockslag som TT:MM, till exempel 08:30',
    en: 'a time of day as HH:MM, for example 08:30',
  });
export const latitude = z.number().min(-90).max(90).register(expectations, {
  sv: 'en latitud i grader, -90 till 90, till exempel 59.25',
  en: 'a latitude in degrees, -90 to 90, for example 59.25',
});
export const longitude = z.number().min(-180).max(180).register(expectations, {
  sv: 'en longitud i grader, -180 till 180, till exempel 18.09',
  en: 'a longitude in degrees, -180 to 180, for example 18.09',
});
export const count = z
  .int()
  .min(0)
  .max(1_000_000)
  .register(expectations, { sv: 'ett heltal från 0', en: 'a whole number from 0' });
/** A number of pupils; 1-4 may be hidden behind `<5`. */
export const pupils = z
  .union([count, z.literal('<5')])
  .register(expectations, { sv: 'ett heltal från 0, eller <5', en: 'a whole number from 0, or <5' });
export const share = z.number().min(0).max(1).register(expectations, {
  sv: 'en andel från 0 till 1, till exempel 0.4',
  en: 'a share from 0 to 1, for example 0.4',
});
export const hours = z.number().min(0).max(168).register(expectations, {
  sv: 'timmar i veckan, 0 till 168',
  en: 'hours a week, 0 to 168',
});
export const commuteMinutes = z
  .int()
  .min(0)
  .max(600)
  .register(expectations, { sv: 'hela minuter, 0 till 600', en: 'whole minutes, 0 to 600' });
export const travelMinutes = z
  .int()
  .min(0)
  .max(1440)
  .register(expectations, { sv: 'hela minuter, 0 till 1440', en: 'whole minutes, 0 to 1440' });
/** ISO 639-3, or what stands for it; checkRegion puts the code in its place, or refuses it. */
export const language = z
  .string()
  .regex(/^[\p{L}][\p{L}\p{M}’'()/, -]{0,78}[\p{L}\p{M})]$/u)
  .register(expectations, {
    sv: 'en språkkod på tre bokstäver (ISO 639-3), till exempel som',
    en: 'a language code of three letters (ISO 639-3), for example som',
  });
/** ISO 3166-1 alpha-2. */
export const country = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .register(expectations, {
    sv: 'en landskod på två versaler (ISO 3166-1), till exempel SO',
    en: 'a country code of two capital letters (ISO 3166-1), for example SO',
  });

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
export const owner = z.enum(['team', 'sfi', 'participant']);
export const decision = z.enum(['lock', 'turned_down']);
/** Yes or no. */
export const flag = z
  .boolean()
  .register(expectations, { sv: 'true eller false (ja eller nej)', en: 'true or false (yes or no)' });
