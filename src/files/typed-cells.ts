/**
 * From a spreadsheet's cell, which knows what kind of value it holds, to the value that the row's schema judges. Numbers,
 * dates and times become what a CSV file would say of them; what is kept only as the spreadsheet shows it is refused.
 */
import { type CellReading, readFlag } from './cells.ts';
import type { Column } from './columns.ts';

/** A date or a time of day, as cells formatted so hold both. */
export interface Moment {
  /** YYYY-MM-DD; null for a time of day alone. */
  readonly day: string | null;
  /** HH:MM:SS */
  readonly time: string;
}

/** A cell that has no value to read. */
interface Valueless {
  readonly why: 'error' | 'uncomputed';
  /** What the cell shows: the error's name or the formula. */
  readonly shown: string;
}

export type TypedCell = number | boolean | Moment | Valueless;
/** A text is what stands in a CSV file. */
export type Cell = string | TypedCell;

const midnight = '00:00:00';
const minutesPerDay = 1440;

/** The value that a typed cell stands for in its column; what it cannot make sense of is left for the schema to refuse. */
export function readTypedCell(cell: TypedCell, column: Column): CellReading {
  if (typeof cell === 'boolean') return { status: 'value', value: cell };
  if (typeof cell === 'number') return readNumber(cell, column);
  if ('why' in cell) return { status: 'unfit', why: cell.why };
  if (column.kind === 'date') return { status: 'value', value: isDay(cell) ? cell.day : cellText(cell) };
  if (column.kind === 'time')
    return { status: 'value', value: cell.day === null ? shortTime(cell.time) : cellText(cell) };
  return { status: 'unfit', why: 'moment' };
}

/** What the cell shows, as messages may repeat it. */
export function cellText(cell: Cell): string {
  if (typeof cell !== 'object') return String(cell);
  if ('why' in cell) return cell.shown;
  if (cell.day === null) return shortTime(cell.time);
  return isDay(cell) ? cell.day : `${cell.day} ${shortTime(cell.time)}`;
}

function readNumber(number: number, column: Column): CellReading {
  switch (column.kind) {
    case 'number':
      return { status: 'value', value: number };
    case 'flag':
      return { status: 'value', value: readFlag(String(number)) ?? number };
    case 'time': {
      const minutes = Math.round(number * minutesPerDay);
      const isTime =
        number >= 0 && minutes < minutesPerDay && Math.abs(number * minutesPerDay - minutes) < 1e-6;
      return isTime
        ? { status: 'value', value: timeOfDay(minutes), note: 'time_form' }
        : { status: 'value', value: String(number) };
    }
    case 'list':
      return { status: 'value', value: [String(number)], note: 'number_as_text' };
    case 'text':
      return { status: 'value', value: String(number), note: 'number_as_text' };
    default:
      return { status: 'value', value: String(number) };
  }
}

function isDay(moment: Moment): moment is Moment & { readonly day: string } {
  return moment.day !== null && moment.time === midnight;
}

function shortTime(time: string): string {
  return time.endsWith(':00') ? time.slice(0, 5) : time;
}

function timeOfDay(minutes: number): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
