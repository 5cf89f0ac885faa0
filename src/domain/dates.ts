const DAY_MS = 86_400_000;

/** The day of an ISO date (YYYY-MM-DD) as a whole number of days since 1970-01-01, so that dates can be compared and subtracted. */
export function dayNumber(date: string): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
}

/** The day of a moment in UTC, as YYYY-MM-DD. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
