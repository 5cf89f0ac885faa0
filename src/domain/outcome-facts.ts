/** Which records of outcomes speak of the same fact, so that a later one corrects an earlier one. */
import type { OutcomeRow } from './tables/followup.ts';

/**
 * A fact's name within its participant. Completed and left early are two answers to one question, how the place ended; an attendance is known
 * by its first day, a passed course by its name, a status by its months or else its day.
 */
export function factOf(row: OutcomeRow): string {
  switch (row.event) {
    case 'completed':
    case 'left_early':
      return 'ended';
    case 'attended':
      return `attended ${row.on}`;
    case 'sfi_passed':
      return `sfi_passed ${row.sfi_course}`;
    case 'status':
      return row.months === undefined ? `status on ${row.on}` : `status after ${row.months}`;
    default:
      return row.event;
  }
}

/**
 * Of several reports of one day about one fact the last, of reports in the order in which they were recorded: a slip that is put right the
 * same day leaves no doubt about which of the two holds.
 */
export function lastOfEachDay(outcomes: readonly OutcomeRow[]): readonly OutcomeRow[] {
  const last = new Map(outcomes.map((row, place) => [reportOf(row), place]));
  return outcomes.filter((row, place) => last.get(reportOf(row)) === place);
}

/** Of reports in the order in which they were recorded those that hold: of each person and fact the one of the latest day. */
export function holdingOutcomes(outcomes: readonly OutcomeRow[]): ReadonlySet<OutcomeRow> {
  const holding = new Map<string, OutcomeRow>();
  for (const row of outcomes) {
    const fact = [row.participant, factOf(row)].join('\n');
    const known = holding.get(fact);
    if (known === undefined || row.recorded_on >= known.recorded_on) holding.set(fact, row);
  }
  return new Set(holding.values());
}

/** Names the fact and the day of its report. */
export function reportOf(row: OutcomeRow): string {
  return [row.participant, factOf(row), row.recorded_on].join('\n');
}
