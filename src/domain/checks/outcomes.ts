/**
 * What must hold between the records of outcomes and the region: participants and teams exist, an event has the columns that belong to it, no
 * day lies after its report, and of two reports of one day about one fact it can be told which holds.
 */
import { reportOf } from '../outcome-facts.ts';
import type { Region } from '../region.ts';
import { detailColumns, eventColumns, type OutcomeRow } from '../tables/followup.ts';
import type { Text } from '../text.ts';
import { echo, type InputProblem } from './input-problem.ts';
import { nearest } from './nearest.ts';
import { withHint } from './references.ts';
import { mostErrorsPerFile, type TableSource } from './report.ts';

type Places = Pick<Region, 'participants' | 'teams' | 'sfi_groups'>;

/** Everything that is wrong, in the order of the rows; the first 200 errors. */
export function checkOutcomes(
  rows: readonly OutcomeRow[],
  source: TableSource,
  region: Places,
): readonly InputProblem[] {
  const problems: InputProblem[] = [];
  const known = {
    participant: idsOf(region.participants),
    team: idsOf(region.teams),
    sfi_group: idsOf(region.sfi_groups),
  };
  const seen = new Map<string, { readonly row: number; readonly text: string }>();
  rows.forEach((row, index) => {
    const number = source.rowNumber(index);
    const tell = (column: keyof OutcomeRow, message: Text, value: unknown = row[column]): void => {
      problems.push({ file: source.file, row: number, column, value: echo(value), message });
    };
    for (const column of ['participant', 'team', 'sfi_group'] as const) {
      const key = row[column];
      if (key !== undefined && !known[column].has(key))
        tell(column, withHint(notThere[column], nearest(key, known[column])));
    }
    for (const { column, message } of outcomeFaults(row)) tell(column, message);
    const key = reportOf(row);
    const text = JSON.stringify(row);
    const earlier = seen.get(key);
    if (earlier === undefined) seen.set(key, { row: number, text });
    else if (earlier.text !== text) tell('recorded_on', sameDay(earlier.row));
  });
  return problems.slice(0, mostErrorsPerFile);
}

interface OutcomeFault {
  readonly column: keyof OutcomeRow;
  readonly message: Text;
}

/** What is wrong with a report by itself: columns that its event lacks or does not have, and a day that lies after it. */
export function outcomeFaults(row: OutcomeRow): readonly OutcomeFault[] {
  const needs: readonly (keyof OutcomeRow)[] = eventColumns[row.event].needs;
  const allowed: readonly (keyof OutcomeRow)[] = [...needs, ...eventColumns[row.event].may];
  return [
    ...needs
      .filter((column) => row[column] === undefined)
      .map((column) => ({ column, message: missingColumn(row.event) })),
    ...detailColumns
      .filter((column) => row[column] !== undefined && !allowed.includes(column))
      .map((column) => ({ column, message: foreignColumn(row.event) })),
    ...(row.on !== undefined && row.on > row.recorded_on
      ? [{ column: 'on', message: afterReport } as const]
      : []),
  ];
}

function idsOf(rows: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(rows.map((row) => row.id));
}

const notThere = {
  participant: {
    sv: 'finns inte; förväntat ett id i participants',
    en: 'does not exist; expected an id in participants',
  },
  team: { sv: 'finns inte; förväntat ett id i teams', en: 'does not exist; expected an id in teams' },
  sfi_group: {
    sv: 'finns inte; förväntat ett id i sfi_groups',
    en: 'does not exist; expected an id in sfi_groups',
  },
} as const satisfies Record<string, Text>;

function missingColumn(event: string): Text {
  return { sv: `saknas; ${event} kräver det`, en: `is missing; ${event} needs it` };
}

function foreignColumn(event: string): Text {
  return {
    sv: `hör inte till ${event}; lämna cellen tom`,
    en: `is no part of ${event}; leave the cell empty`,
  };
}

const afterReport: Text = {
  sv: 'dagen ligger efter recorded_on; det som inte har hänt än rapporteras inte',
  en: 'the day is after recorded_on; what has not happened yet is not reported',
};

function sameDay(row: number): Text {
  return {
    sv: `samma dag säger rad ${row} något annat om samma sak; behåll den rad som gäller`,
    en: `row ${row} says something else about the same fact on the same day; keep the row that holds`,
  };
}
