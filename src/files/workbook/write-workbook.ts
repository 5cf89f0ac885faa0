/** A region as a workbook that is read back identically: a sheet per table, and one for name, period and policy. */
import type { WriteSheet } from 'hucre/xlsx';
import { type Region, tableNames } from '../../domain/region.ts';
import { type RegionField, regionFields } from '../../domain/region-fields.ts';
import type { Text } from '../../domain/text.ts';
import { headCell, headColumns } from './head-sheet.ts';
import { headSheet } from './sheet-names.ts';
import { header, sheetText, tableSheet } from './table-sheet.ts';
import { writeSheets } from './write-sheets.ts';

export type WorkbookWriting =
  | { readonly status: 'written'; readonly bytes: Uint8Array }
  /** Something of the region is more than a workbook can hold. */
  | { readonly status: 'too_large'; readonly message: Text };

const mostRows = 1_048_575;
const longestText = 32_767;

/** The bytes of the workbook (.xlsx). All of it is made in memory. */
export async function regionWorkbook(region: Region): Promise<WorkbookWriting> {
  const sheets = [headSheetOf(region), ...tableNames.map((table) => tableSheet(table, region[table]))];
  for (const { name, rows = [] } of sheets) {
    if (rows.length - 1 > mostRows)
      return { status: 'too_large', message: tooManyRows(name, rows.length - 1) };
    const index = rows.findIndex((row) =>
      row.some((cell) => typeof cell === 'string' && cell.length > longestText),
    );
    if (index !== -1) return { status: 'too_large', message: tooLongText(name, index + 1) };
  }
  return { status: 'written', bytes: await writeSheets(sheets) };
}

function headSheetOf(region: Region): WriteSheet {
  return {
    name: headSheet,
    columns: [{ width: 34 }, { width: 60 }],
    rows: [[...headColumns], ...regionFields(region).map((field) => [field.path, fieldCell(field)])],
    cells: new Map(headColumns.map((name, i) => [`0,${i}`, { value: name, style: header }])),
    freezePane: { rows: 1 },
  };
}

function fieldCell(field: RegionField): string | number | boolean {
  const cell = headCell(field);
  return typeof cell === 'string' ? sheetText(cell) : cell;
}

function tooManyRows(sheet: string, rows: number): Text {
  return {
    sv: `${sheet} har ${rows} rader; en arbetsbok rymmer ${mostRows}. Skriv regionen som mapp eller zip`,
    en: `${sheet} has ${rows} rows; a workbook holds ${mostRows}. Write the region as a folder or a zip`,
  };
}

function tooLongText(sheet: string, row: number): Text {
  return {
    sv: `${sheet}, rad ${row}: en cell har fler tecken än ${longestText}, som en arbetsbok rymmer. Skriv regionen som mapp eller zip`,
    en: `${sheet}, row ${row}: a cell has more characters than the ${longestText} that a workbook holds. Write the region as a folder or a zip`,
  };
}
