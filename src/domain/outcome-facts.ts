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
