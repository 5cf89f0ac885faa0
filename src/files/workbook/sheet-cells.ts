/** From the cells of the spreadsheet reader to cells of this project. */
import type { CellValue, Sheet } from 'hucre/xlsx';
import { harmless } from '../cells.ts';
import type { Cell, Moment } from '../typed-cells.ts';

const lastDayOfEpoch1900 = '1899-12-31';
const epoch1904 = '1904-01-01';

/** One row of a sheet; `row` counts from 0. */
export function sheetRow(sheet: Sheet, row: number): readonly Cell[] {
  const hasDetails = sheet.cells !== undefined && sheet.cells.size > 0;
  return sheet.rows[row].map((value, column) => {
    const detail = hasDetails ? sheet.cells?.get(`${row},${column}`) : undefined;
    if (detail?.type === 'error') return { why: 'error', shown: String(value) };
    if (detail?.formula !== undefined && value === null)
      return { why: 'uncomputed', shown: `=${detail.formula}` };
    return cellOf(value);
  });
}

/** A text is never a formula here, whatever it starts with: it is handed on as a CSV file would quote it. */
function cellOf(value: CellValue): Cell {
  if (value === null) return '';
  if (typeof value === 'string') return harmless(value.replaceAll('\r\n', '\n').trim());
  return value instanceof Date ? momentOf(value) : value;
}

/** The reader puts a time of day alone on the day from which the workbook counts its days. */
function momentOf(date: Date): Cell {
  const milliseconds = date.getTime();
  if (Number.isNaN(milliseconds)) return { why: 'error', shown: '####' };
  const [day, rest] = new Date(Math.round(milliseconds / 1000) * 1000).toISOString().split('T');
  const moment: Moment = { day, time: rest.slice(0, 8) };
  return day === lastDayOfEpoch1900 || day === epoch1904 ? { ...moment, day: null } : moment;
}
