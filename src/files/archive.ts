/**
 * What is in a zip archive, before anything of it is unpacked.
 *
 * The archive's own list is read first. It is refused as a whole where a name leads out of the folder or is there twice,
 * or where it would unpack to too much; fflate unpacks a file into exactly the size that the list gives, so that an
 * archive that lies about its sizes cannot grow beyond them.
 */
import { type UnzipFileInfo, unzipSync } from 'fflate';
import type { Text } from '../domain/text.ts';
import { insidePath, largestFileBytes, tooLargeMessage } from './region-files.ts';

export type ArchiveReading =
  | { readonly status: 'listed'; readonly entries: readonly UnzipFileInfo[] }
  | { readonly status: 'refused'; readonly name: string | null; readonly message: Text };

const mostEntries = 1000;
const largestArchiveBytes = 1024 * 1024 * 1024;

/** Whether the bytes begin as a zip archive does; a workbook is one too. */
export function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] <= 8;
}

/** Everything in the archive, in its order; `unreadable` is what is said where it is none that can be read. */
export function listArchive(
  bytes: Uint8Array,
  unreadable: Text,
  largestBytes = largestArchiveBytes,
): ArchiveReading {
  const entries = readList(bytes);
  if (entries === null) return { status: 'refused', name: null, message: unreadable };
  if (entries.length > mostEntries) return { status: 'refused', name: null, message: tooMany };
  const seen = new Set<string>();
  let totalBytes = 0;
  for (const { name, originalSize } of entries) {
    const inside = insidePath(name);
    if (inside === null) return { status: 'refused', name, message: leadsOut };
    if (seen.has(inside)) return { status: 'refused', name, message: twice };
    seen.add(inside);
    totalBytes += originalSize;
    if (originalSize > largestFileBytes)
      return { status: 'refused', name, message: tooLargeMessage(originalSize) };
    if (totalBytes > largestBytes)
      return { status: 'refused', name: null, message: tooLargeMessage(totalBytes, largestBytes) };
  }
  return { status: 'listed', entries };
}

/** Null where the archive cannot be read, or packs in a way that is not read. */
function readList(bytes: Uint8Array): readonly UnzipFileInfo[] | null {
  const entries: UnzipFileInfo[] = [];
  try {
    unzipSync(bytes, {
      filter: (entry) => {
        entries.push(entry);
        return false;
      },
    });
  } catch {
    return null;
  }
  return entries.every((entry) => entry.compression === 0 || entry.compression === 8) ? entries : null;
}

const tooMany: Text = {
  sv: `arkivet har fler än ${mostEntries} filer; packa bara regionens mapp`,
  en: `the archive has more than ${mostEntries} files; pack only the region's folder`,
};
const leadsOut: Text = {
  sv: 'namnet leder ut ur arkivet; packa mappen igen med vanliga filnamn',
  en: 'the name leads out of the archive; pack the folder again with plain file names',
};
const twice: Text = { sv: 'filen finns två gånger i arkivet', en: 'the file is in the archive twice' };
