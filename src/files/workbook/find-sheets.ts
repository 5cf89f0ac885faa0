/** Which sheet of a workbook holds what of a region, and how a table's sheet reaches the table's reader. */
import type { MergeRange } from 'hucre/xlsx';
import { echo, type InputProblem } from '../../domain/checks/input-problem.ts';
import { withHint } from '../../domain/checks/references.ts';
import { isTable, type TableName } from '../../domain/region.ts';
import type { Text } from '../../domain/text.ts';
import type { HeadReading } from '../head.ts';
import type { RowSink } from '../table-reader.ts';
import { cellText } from '../typed-cells.ts';
import { cellName } from './cell-name.ts';
import { readHeadSheet } from './head-sheet.ts';
import type { OpenedWorkbook } from './open-workbook.ts';
import { explanationSheet, headSheet, nearestSheetName, sheetKind } from './sheet-names.ts';

export interface FoundSheets {
  readonly head: HeadReading;
  readonly sheets: ReadonlyMap<TableName, { readonly name: string }>;
  /** Sheets that are no part of a region, or are there twice. */
  readonly problems: readonly InputProblem[];
}

/** How problems name a sheet. */
export function sheetFile(sheetName: string): string {
  return `xlsx: ${echo(sheetName) ?? '…'}`;
}

/** Finds the sheets of all tables, and reads the region's own. A sheet without a cell is passed over, whatever its name. */
export async function findSheets(workbook: OpenedWorkbook): Promise<FoundSheets> {
  const sheets = new Map<TableName, { readonly name: string }>();
  const problems: InputProblem[] = [];
  let head: HeadReading | null = null;
  const refuse = (name: string, message: Text) =>
    problems.push({ file: sheetFile(name), row: null, column: null, value: null, message });
  for (const name of workbook.sheetNames) {
    const kind = sheetKind(name);
    if (kind === explanationSheet) continue;
    if (kind === null) {
      const sheet = await workbook.read(name);
      if (sheet.status === 'damaged' || !sheet.isEmpty)
        refuse(name, withHint(unknownSheet, nearestSheetName(name)));
    } else if (kind === headSheet) {
      if (head === null) head = await readHead(workbook, name);
      else refuse(name, twice);
    } else if (isTable(kind)) {
      if (sheets.has(kind)) refuse(name, twice);
      else sheets.set(kind, { name });
    }
  }
  return { head: head ?? refusedHead(headSheet, noHead), sheets, problems };
}

/** Hands all rows of a sheet to a table's reader, unless it has seen enough. */
export async function readSheet(workbook: OpenedWorkbook, name: string, sink: RowSink): Promise<void> {
  const sheet = await workbook.read(name);
  if (sheet.status === 'damaged') return sink.fail(null, damagedSheet);
  if (sheet.isEmpty) return sink.fail(null, emptySheet);
  let row = 0;
  for (const cells of sheet.rows) {
    row++;
    if (row === 1) {
      if (!sink.header(cells.map(cellText))) return;
      const merged = sheet.merges.find(
        ({ startCol }) => cells[startCol] !== undefined && cells[startCol] !== '',
      );
      if (merged !== undefined) return sink.fail(merged.startRow + 1, mergedCells(merged));
    } else if (!sink.record(row, cells)) return;
  }
}

async function readHead(workbook: OpenedWorkbook, name: string): Promise<HeadReading> {
  const sheet = await workbook.read(name);
  return sheet.status === 'damaged'
    ? refusedHead(name, damagedSheet)
    : readHeadSheet(sheet.rows, sheetFile(name));
}

/** Below the header, or in it: which row the value of the others is for, nobody can tell. */
function mergedCells({ startRow, startCol, endRow, endCol }: MergeRange): Text {
  const cells = `${cellName(startRow, startCol)}:${cellName(endRow, endCol)}`;
  return {
    sv: `cellerna ${cells} är sammanfogade; dela dem och skriv ett värde i var och en`,
    en: `the cells ${cells} are merged; split them and write a value in each`,
  };
}

function refusedHead(name: string, message: Text): HeadReading {
  return {
    status: 'refused',
    errors: [{ file: sheetFile(name), row: null, column: null, value: null, message }],
  };
}

const noHead: Text = {
  sv: 'bladet saknas; varje region har ett blad region med fälten format, name, period.from och period.to',
  en: 'the sheet is missing; every region has a sheet region with the fields format, name, period.from and period.to',
};
const damagedSheet: Text = {
  sv: 'bladet går inte att läsa: det är skadat, eller har celler så långt ut att det blir för stort; ta bort det som står utanför tabellen och spara på nytt',
  en: 'the sheet cannot be read: it is damaged, or has cells so far out that it grows too large; remove what stands outside the table and save it anew',
};
const emptySheet: Text = {
  sv: 'bladet är tomt; förväntat en rubrikrad och en rad per post',
  en: 'the sheet is empty; expected a header row and a row per record',
};
const unknownSheet: Text = {
  sv: 'bladet hör inte till en region; ta bort det eller rätta namnet',
  en: 'the sheet is no part of a region; remove it or correct its name',
};
const twice: Text = {
  sv: 'det finns två blad för samma sak; behåll ett av dem',
  en: 'there are two sheets for the same thing; keep one of them',
};
