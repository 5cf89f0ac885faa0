/** References hold: what a row names exists in the table that it names. */
import { isCompetence, nearestCompetence } from '../competences.ts';
import type { RegionTables, TableName, TableRow } from '../region.ts';
import type { Text } from '../text.ts';
import { protectedMessage } from './input-problem.ts';
import { nearest } from './nearest.ts';
import { quotable, type RegionSource, type Report } from './report.ts';

/** Where a key may be found. */
interface Target {
  readonly keys: ReadonlySet<string>;
  readonly refused: readonly ReadonlySet<string>[];
  readonly complete: boolean;
  readonly expected: Text;
}

/** Reports every reference to something that does not exist, with the nearest key that does. */
export function checkReferences(tables: RegionTables, source: RegionSource, report: Report): void {
  const target = (expected: Text, ...keys: readonly [TableName, Iterable<string>][]): Target => ({
    keys: new Set(keys.flatMap(([, found]) => [...found])),
    refused: keys.map(([table]) => source.tables[table].refusedKeys),
    complete: keys.every(([table]) => source.tables[table].complete),
    expected,
  });
  /** For columns other than keys: what a row that could not be read says there is not known. */
  const whole = (table: TableName): boolean => source.tables[table].refusedKeys.size === 0;
  const participants = ['participants', tables.participants.map((row) => row.id)] as const;
  const units = ['units', tables.units.map((row) => row.id)] as const;
  const teams = ['teams', tables.teams.map((row) => row.id)] as const;
  const groups = ['sfi_groups', tables.sfi_groups.map((row) => row.id)] as const;
  const to = {
    participant: target({ sv: 'ett id i participants', en: 'an id in participants' }, [...participants]),
    unit: target({ sv: 'ett id i units', en: 'an id in units' }, [...units]),
    team: target({ sv: 'ett id i teams', en: 'an id in teams' }, [...teams]),
    sfi: target({ sv: 'ett id i sfi_groups', en: 'an id in sfi_groups' }, [...groups]),
    principal: onlyIf(
      whole('units'),
      target({ sv: 'en huvudman i units', en: 'a principal in units' }, [
        'units',
        tables.units.map((row) => row.principal),
      ]),
    ),
    place: onlyIf(
      whole('participants'),
      target(
        { sv: 'ett område, en enhet eller en sfi-grupp', en: 'an area, a unit or an SFI group' },
        ['areas', tables.areas.map((row) => row.name)],
        ['participants', tables.participants.map((row) => row.area)],
        [...units],
        [...groups],
      ),
    ),
  };
  const refer = createReferrer(tables, source, report);
  refer('participants', 'sfi_group', to.sfi);
  for (const column of ['avoid_units', 'prefer_units', 'child_units'] as const)
    refer('participants', column, to.unit);
  refer('participant_languages', 'participant', to.participant);
  refer('extracts', 'participant', to.participant);
  refer('extracts', 'principal', to.principal);
  refer('teams', 'unit', to.unit);
  refer('team_languages', 'team', to.team);
  refer('team_backgrounds', 'team', to.team);
  refer('sessions', 'id', (row) => to[row.owner]);
  refer('travel', 'from', to.place);
  refer('travel', 'to', to.place);
  refer('decisions', 'participant', to.participant);
  refer('decisions', 'team', to.team);
  refer('decisions', 'sfi_group', to.sfi);
  checkCompetences(tables, report);
}

/** The target, of which nothing is called missing unless all rows that it is drawn from could be read. */
function onlyIf(whole: boolean, target: Target): Target {
  return whole ? target : { ...target, complete: false };
}

function createReferrer(tables: RegionTables, source: RegionSource, report: Report) {
  return <T extends TableName>(
    table: T,
    column: keyof TableRow<T> & string,
    target: Target | ((row: TableRow<T>) => Target),
  ): void => {
    const rows: readonly TableRow<T>[] = tables[table];
    const toldEmpty = new Set<Target>();
    rows.forEach((row, index) => {
      const to = typeof target === 'function' ? target(row) : target;
      const { keys, refused, complete, expected } = to;
      const written: unknown = row[column];
      for (const key of Array.isArray(written) ? written : [written]) {
        if (typeof key !== 'string' || keys.has(key)) continue;
        if (source.protectedKeys.has(key)) report.error(table, index, column, null, () => protectedMessage);
        else if (complete && !refused.some((set) => set.has(key))) {
          const empty = keys.size === 0 && refused.every((set) => set.size === 0);
          if (!toldEmpty.has(to))
            report.error(table, index, column, key, () =>
              empty ? nothingThere(expected) : missing(key, keys, expected),
            );
          if (empty) toldEmpty.add(to);
        }
      }
    });
  };
}

/** Told once: where a table is empty, each reference to it is wrong in the same way. */
function nothingThere(expected: Text): Text {
  return {
    sv: `finns inte; förväntat ${expected.sv}, men där finns inga rader. Detsamma gäller alla rader med värden här`,
    en: `does not exist; expected ${expected.en}, but there are no rows there. The same holds for every row with a value here`,
  };
}

function missing(key: string, keys: Iterable<string>, expected: Text): Text {
  return withHint(
    { sv: `finns inte; förväntat ${expected.sv}`, en: `does not exist; expected ${expected.en}` },
    nearest(key, keys),
  );
}

/** The message with a suggestion, where there is one that may be shown. */
export function withHint(message: Text, suggestion: string | null): Text {
  const shown = suggestion === null ? null : quotable(suggestion);
  if (shown === null) return message;
  return { sv: `${message.sv}. Menades ${shown}?`, en: `${message.en}. Was ${shown} meant?` };
}

function checkCompetences(tables: RegionTables, report: Report): void {
  const check = <T extends 'participants' | 'teams'>(
    table: T,
    rows: readonly { readonly competences: readonly string[] }[],
  ) =>
    rows.forEach((row, index) => {
      for (const id of row.competences)
        if (!isCompetence(id))
          report.error(table, index, 'competences', id, () =>
            withHint(
              {
                sv: 'okänd kompetens; förväntat ett id i kompetenslistan',
                en: 'unknown competence; expected an id in the list of competences',
              },
              nearestCompetence(id),
            ),
          );
    });
  check('participants', tables.participants);
  check('teams', tables.teams);
}
