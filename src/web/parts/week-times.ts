/** Days and times of a week, as calendars measure them. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** As high as an hour is in a calendar; the stylesheet draws its lines so far apart. */
export const HOUR_REM = 3;

/** Minutes after midnight of HH:MM. */
export function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return 60 * hours + minutes;
}

export function clock(minutes: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
