/**
 * The sheets of an Excel workbook (.xlsx), as cells that know their type.
 *
 *  1. The archive's list is judged as that of a zipped folder is, with a limit on all that it would unpack to.
 *  2. Only the parts that hold sheets, texts and formats are unpacked, each into the size that was listed. Where one is
 *     cut off, nothing is read. They are packed anew without compression, so that the reader of the format never sees
 *     anything else: no macros, pictures, links or comments, and nothing that grows.
 *  3. Sheets are read one at a time.
 *
 * Memory: the unpacked parts, and one sheet.
 */
import { unzipSync, zipSync } from 'fflate';
import type { MergeRange, Sheet, Workbook } from 'hucre/xlsx';
import type { Text } from '../../domain/text.ts';
import { listArchive } from '../archive.ts';
import type { Cell } from '../typed-cells.ts';
import { sheetRow } from './sheet-cells.ts';

/** A sheet's rows from row 1 on, empty rows and cells too; all are equally long. */
type SheetReading =
  | {
      readonly status: 'read';
      readonly rows: Iterable<readonly Cell[]>;
      readonly isEmpty: boolean;
      /** Of cells that are merged into one, of which all but the first look empty; the uppermost first. */
      readonly merges: readonly MergeRange[];
    }
  | { readonly status: 'damaged' };

export interface OpenedWorkbook {
  readonly status: 'opened';
  readonly sheetNames: readonly string[];
  readonly read: (sheetName: string) => Promise<SheetReading>;
}

export type WorkbookReading = OpenedWorkbook | { readonly status: 'refused'; readonly message: Text };

const largestWorkbookBytes = 512 * 1024 * 1024;
/** Bytes that hold what may stand before an XML text's first element, or after its last. */
const longestProlog = 4096;
const contentTypes = '[Content_Types].xml';
const neededPart =
  /(?:^|\/)(?:\[Content_Types\]\.xml|_rels\/(?:\.|workbook\.xml\.)rels|(?:workbook|sharedStrings|styles)\.xml|worksheets\/[^/]+\.xml)$/i;

/** Whether an archive is a workbook, or was one before it was cut off: a region's folder has no such file. */
export function isWorkbook(archive: Uint8Array): boolean {
  return Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength).includes(contentTypes);
}

/** Whether the bytes are of the container that old and encrypted workbooks have. */
export function isOldWorkbook(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;
}

/** Whether an archive is a document of LibreOffice and its like, which says so in the first file of it. */
export function isOpenDocument(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, longestProlog)).includes('mimetypeapplication/vnd.oasis.opendocument');
}

/** The sheets of a workbook, or why there are none. */
export async function openWorkbook(bytes: Uint8Array): Promise<WorkbookReading> {
  const archive = listArchive(bytes, unreadable, largestWorkbookBytes);
  if (archive.status === 'refused') return { status: 'refused', message: archive.message };
  const plain = repack(bytes);
  if (plain === null) return { status: 'refused', message: unreadable };
  const sheetNames: string[] = [];
  const listed = await parse(plain, ({ name }) => {
    sheetNames.push(name);
    return false;
  });
  if (listed === null) return { status: 'refused', message: unreadable };
  return {
    status: 'opened',
    sheetNames,
    read: async (sheetName) => {
      const sheet = (await parse(plain, ({ name }) => name === sheetName))?.sheets[0];
      if (sheet === undefined) return { status: 'damaged' };
      const merges = (sheet.merges ?? []).toSorted(
        (a, b) => a.startRow - b.startRow || a.startCol - b.startCol,
      );
      return { status: 'read', rows: rowsOf(sheet), isEmpty: sheet.rows.length === 0, merges };
    },
  };
}

function* rowsOf(sheet: Sheet): Generator<readonly Cell[]> {
  for (let row = 0; row < sheet.rows.length; row++) yield sheetRow(sheet, row);
}

/** The parts that are read, uncompressed; null where one is damaged. */
function repack(bytes: Uint8Array): Uint8Array | null {
  try {
    const parts = unzipSync(bytes, { filter: ({ name }) => neededPart.test(name) });
    return Object.values(parts).every(isWhole) ? zipSync(parts, { level: 0 }) : null;
  } catch {
    return null;
  }
}

/** Whether an XML text ends with the element that it begins with: one that is cut off between two rows looks right else. */
function isWhole(part: Uint8Array): boolean {
  const text = (from: number, to?: number): string => new TextDecoder().decode(part.subarray(from, to));
  const start = text(0, longestProlog);
  const root = /<(?![?!])[\w:.-]+/.exec(start)?.[0].slice(1);
  if (root === undefined) return false;
  const isClosed = text(-longestProlog).trimEnd().endsWith(`</${root}>`);
  return isClosed || new RegExp(`<${root}(?:\\s[^<]*)?/>\\s*$`).test(start);
}

/** Null where the reader cannot make sense of the parts: it throws many kinds of error over what others wrote. */
async function parse(
  plain: Uint8Array,
  sheets: (info: { readonly name: string }) => boolean,
): Promise<Workbook | null> {
  // Loaded here, as only those who bring a workbook need it.
  const { readXlsx } = await import('hucre/xlsx');
  try {
    return await readXlsx(plain, { sheets });
  } catch {
    return null;
  }
}

const unreadable: Text = {
  sv: 'det är inte en Excel-arbetsbok (.xlsx) som går att läsa; öppna den i ett kalkylprogram och spara den på nytt, utan lösenord',
  en: 'this is not an Excel workbook (.xlsx) that can be read; open it in a spreadsheet program and save it anew, without a password',
};
