/**
 * Sessions are possible: each ends after it starts, and no team or SFI group has two at the same time. A participant's
 * times that they cannot come may overlap, since together they only say more of the same; that is noted.
 */
import type { RegionTables } from '../region.ts';
import type { SessionRow } from '../tables/timetable.ts';
import type { Report } from './report.ts';

interface Session {
  readonly index: number;
  readonly owner: SessionRow['owner'];
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
    const session = { index, owner: row.owner, start: row.start, end: row.end };
    if (day) day.push(session);
    else days.set(key, [session]);
  });
  for (const day of days.values()) if (day.length > 1) checkDay(day, report);
}

function checkDay(day: Session[], report: Report): void {
  day.sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.index - b.index));
  let latest = day[0];
  for (const session of day.slice(1)) {
    if (session.start < latest.end) reportOverlap(session, latest, report);
    if (session.end > latest.end) latest = session;
  }
}

/** The row that stands later in the file is the one reported. */
function reportOverlap(a: Session, b: Session, report: Report): void {
  const [earlier, later] = a.index < b.index ? [a, b] : [b, a];
  if (later.owner === 'participant') {
    report.note('sessions', later.index, 'start', 'overlap', (count) => ({
      sv: `tider då en deltagare inte kan överlappar varandra och räknas en gång; antal: ${count}, här den första`,
      en: `times when a participant cannot come overlap and count once; number: ${count}, the first is shown`,
    }));
    return;
  }
  report.error('sessions', later.index, 'start', later.start, () => {
    const at = report.rowNumber('sessions', earlier.index);
    return {
      sv: `överlappar passet på rad ${at}, samma dag`,
      en: `overlaps the session in row ${at}, the same day`,
    };
  });
}
