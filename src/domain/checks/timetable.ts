/** Sessions are possible: each ends after it starts, and no owner has two at the same time. */
import type { RegionTables } from '../region.ts';
import type { Report } from './report.ts';

interface Session {
  readonly index: number;
  readonly start: string;
  readonly end: string;
}

/** Reports impossible and overlapping sessions. Cost: O(n log n). */
export function checkTimetable(tables: RegionTables, report: Report): void {
  const days = new Map<string, Session[]>();
  tables.sessions.forEach((row, index) => {
    if (row.end <= row.start) {
      report.error('sessions', index, 'end', row.end, () => ({
        sv: `slutar inte efter början (${row.start})`,
        en: `does not end after its start (${row.start})`,
      }));
      return;
    }
    const key = `${row.owner}\n${row.id}\n${row.weekday}`;
    const day = days.get(key);
    const session = { index, start: row.start, end: row.end };
    if (day) day.push(session);
    else days.set(key, [session]);
  });
  for (const day of days.values()) if (day.length > 1) checkDay(day, report);
}

function checkDay(day: Session[], report: Report): void {
  day.sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.index - b.index));
  let latest = day[0];
  for (const session of day.slice(1)) {
    if (session.start < latest.end) {
      const later = Math.max(session.index, latest.index);
      const at = report.rowNumber('sessions', Math.min(session.index, latest.index));
      report.error(
        'sessions',
        later,
        'start',
        later === session.index ? session.start : latest.start,
        () => ({
          sv: `överlappar passet på rad ${at}, samma dag`,
          en: `overlaps the session in row ${at}, the same day`,
        }),
      );
    }
    if (session.end > latest.end) latest = session;
  }
}
