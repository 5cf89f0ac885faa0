/**
 * Puts what was written into the one form that matching uses: languages become ISO 639-3 codes, and a background
 * without consent is dropped. Every change is noted.
 */
import { ambiguousMembers, isCommonLanguage, languageName, resolveLanguage } from '../languages.ts';
import type { RegionTables } from '../region.ts';
import type { ParticipantRow } from '../tables/participants.ts';
import { withHint } from './references.ts';
import type { Report } from './report.ts';

/** The same tables in the one form; rows keep their order and number. */
export function normaliseTables(tables: RegionTables, report: Report): RegionTables {
  return {
    ...tables,
    participants: tables.participants.map((row, index) => withoutUnconsented(row, index, report)),
    participant_languages: tables.participant_languages.map((row, index) => ({
      ...row,
      language: languageCode('participant_languages', row.language, index, report),
    })),
    team_languages: tables.team_languages.map((row, index) => ({
      ...row,
      language: languageCode('team_languages', row.language, index, report),
    })),
  };
}

function languageCode(
  table: 'participant_languages' | 'team_languages',
  written: string,
  index: number,
  report: Report,
): string {
  const found = resolveLanguage(written);
  if (found.status === 'unknown') {
    report.error(table, index, 'language', written, () =>
      withHint(
        {
          sv: 'okänt språk; förväntat en kod på tre bokstäver (ISO 639-3), till exempel som för somaliska',
          en: 'unknown language; expected a code of three letters (ISO 639-3), for example som for Somali',
        },
        found.nearest,
      ),
    );
    return written;
  }
  const name = languageName(found.code);
  if (found.status === 'alias')
    report.note(table, index, 'language', `alias ${found.code}`, (count) => ({
      sv: `lästes som ${found.code} (${name.sv}), ${rows(count).sv}`,
      en: `read as ${found.code} (${name.en}), ${rows(count).en}`,
    }));
  if (!isCommonLanguage(found.code))
    report.note(table, index, 'language', `rare ${found.code}`, (count) => ({
      sv: `${found.code} (${name.sv}) är ovanligt i Sverige, ${rows(count).sv}; kontrollera att koden är rätt`,
      en: `${found.code} (${name.en}) is rare in Sweden, ${rows(count).en}; check that the code is right`,
    }));
  const members = ambiguousMembers(found.code);
  if (members.length > 0)
    report.note(table, index, 'language', `ambiguous ${found.code}`, (count) => ({
      sv: `${found.code} (${name.sv}) säger inte vilket språk som menas, ${rows(count).sv}; skriv hellre ${members.join(', ')}`,
      en: `${found.code} (${name.en}) does not say which language is meant, ${rows(count).en}; better write ${members.join(', ')}`,
    }));
  return found.code;
}

function withoutUnconsented(row: ParticipantRow, index: number, report: Report): ParticipantRow {
  if (row.background === undefined || row.background_consent === true) return row;
  report.note('participants', index, 'background', 'no consent', (count) => ({
    sv: `bakgrund utan samtycke används inte och har tagits bort, ${rows(count).sv}`,
    en: `background without consent is not used and was dropped, ${rows(count).en}`,
  }));
  const { background: _dropped, ...kept } = row;
  return kept;
}

function rows(count: number): { sv: string; en: string } {
  return count === 1
    ? { sv: 'på denna rad', en: 'in this row' }
    : { sv: `på ${count} rader, här den första`, en: `in ${count} rows, the first is shown` };
}
