/** Sheets as the bytes of a workbook (.xlsx): the same sheets give the same bytes, whenever they are written. */
import type { WriteSheet } from 'hucre/xlsx';

/** The format wants to know when the workbook was last changed; this says nothing. */
const noDay = new Date(0);

export async function writeSheets(sheets: readonly WriteSheet[]): Promise<Uint8Array> {
  // Loaded here, as only those who want a workbook need it.
  const { writeXlsx } = await import('hucre/xlsx');
  return writeXlsx({ sheets: [...sheets], properties: { created: noDay, modified: noDay } });
}
