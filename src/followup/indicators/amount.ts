/** Amounts of what is known of a person; null where it is not known. */
import { dayNumber } from '../../domain/dates.ts';
import type { OutcomeRow } from '../../domain/tables/followup.ts';
import { type Case, dayOf, type Milestone } from '../case.ts';
import type { AmountName } from './condition.ts';

/** Weeks, hours a week, or points. */
export function amountOf(known: Case, name: AmountName): number | null {
  switch (name) {
    case 'weeks_permit_to_start':
      return weeksBetween(known, 'permit', 'started');
    case 'weeks_enrolled_to_start':
      return weeksBetween(known, 'enrolled', 'started');
    case 'weeks_attended': {
      const rows = attended(known);
      return rows.length === 0 ? null : rows.reduce((sum, row) => sum + (row.weeks ?? 0), 0);
    }
    case 'work_hours':
    case 'swedish_hours':
      return meanHours(known, name);
    case 'points': {
      const row = known.facts.get('started');
      return row === undefined || row.happened === false ? null : (row.points ?? null);
    }
  }
}

/** Weeks from one day to another, with decimals; below 0 where the second comes first. */
export function weeksBetween(known: Case, from: Milestone, to: Milestone): number | null {
  const first = dayOf(known, from);
  const last = dayOf(known, to);
  return first === null || last === null ? null : (dayNumber(last) - dayNumber(first)) / 7;
}

/** Hours a week over the weeks for which hours were reported; weeks without a figure are not zeros. */
function meanHours(known: Case, column: 'work_hours' | 'swedish_hours'): number | null {
  let weeks = 0;
  let hours = 0;
  for (const row of attended(known)) {
    const reported = row[column];
    if (reported === undefined) continue;
    weeks += row.weeks ?? 0;
    hours += reported * (row.weeks ?? 0);
  }
  return weeks === 0 ? null : hours / weeks;
}

function attended(known: Case): readonly OutcomeRow[] {
  return [...known.facts.values()].filter((row) => row.event === 'attended' && row.happened !== false);
}
