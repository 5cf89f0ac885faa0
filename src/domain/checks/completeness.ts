/** What is allowed but leaves somebody out: worth knowing, not an error. */
import type { RegionTables } from '../region.ts';
import type { Text } from '../text.ts';
import type { Report } from './report.ts';

/** Notes participants without a language, and teams and SFI groups without sessions: none of them can be matched. */
export function noteGaps(tables: RegionTables, report: Report): void {
  const speakers = new Set(tables.participant_languages.map((row) => row.participant));
  const ownersOf = (owner: string) =>
    new Set(tables.sessions.filter((row) => row.owner === owner).map((row) => row.id));
  const note = (
    table: 'participants' | 'teams' | 'sfi_groups',
    known: ReadonlySet<string>,
    text: (count: number) => Text,
  ) =>
    tables[table].forEach((row, index) => {
      if (!known.has(row.id)) report.note(table, index, 'id', 'gap', text);
    });
  note('participants', speakers, (count) => ({
    sv: `utan språk i participant_languages: ${count}; de kan inte matchas`,
    en: `without a language in participant_languages: ${count}; they cannot be matched`,
  }));
  note('teams', ownersOf('team'), (count) => ({
    sv: `utan pass i sessions: ${count}; ingen kan få plats där`,
    en: `without sessions: ${count}; nobody can be placed there`,
  }));
  note('sfi_groups', ownersOf('sfi'), (count) => ({
    sv: `utan pass i sessions: ${count}; ingen kan få plats där`,
    en: `without sessions: ${count}; nobody can be placed there`,
  }));
}
