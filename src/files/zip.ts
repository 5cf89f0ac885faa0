/**
 * A region's folder in a zip archive.
 *
 * The archive's own list is read first, without unpacking anything. It is refused as a whole where a name leads out of
 * the folder or is there twice, or where it would unpack to too much; fflate unpacks a file into exactly the size that
 * the list gives, so that an archive that lies about its sizes cannot grow beyond them. Files are then unpacked one at
 * a time.
 */
import { type UnzipFileInfo, unzipSync } from 'fflate';
import type { Text } from '../domain/text.ts';
import {
  insidePath,
  largestFileBytes,
  type OpenedFile,
  type RegionFiles,
  tooLargeMessage,
} from './region-files.ts';

export type ZipReading =
  | { readonly status: 'opened'; readonly files: RegionFiles }
  | { readonly status: 'refused'; readonly file: string; readonly message: Text };

const mostEntries = 1000;
const largestArchiveBytes = 1024 * 1024 * 1024;
const sliceBytes = 65_536;

/** The files of a zip archive whose region.json stands at the top or in its only folder. */
export function openZip(bytes: Uint8Array): ZipReading {
  const entries = listEntries(bytes);
  if (entries === null) return refuse(null, notAZip);
  if (entries.length > mostEntries) return refuse(null, tooMany);
  const seen = new Set<string>();
  let totalBytes = 0;
  for (const entry of entries) {
    const inside = insidePath(entry.name);
    if (inside === null) return refuse(entry.name, leadsOut);
    if (seen.has(inside)) return refuse(entry.name, twice);
    seen.add(inside);
    totalBytes += entry.originalSize;
    if (entry.originalSize > largestFileBytes) return refuse(entry.name, tooLargeMessage(entry.originalSize));
    if (totalBytes > largestArchiveBytes)
      return refuse(null, tooLargeMessage(totalBytes, largestArchiveBytes));
  }
  const files = entries.filter((entry) => !entry.name.endsWith('/') && !isClutter(entry.name));
  const head = files.map((entry) => entry.name).filter((name) => /^(?:[^/]+\/)?region\.json$/.test(name));
  const folder = head.length === 1 ? head[0].slice(0, -'region.json'.length) : '';
  const beside = files
    .filter((entry) => entry.name.startsWith(folder))
    .map((entry) => entry.name.slice(folder.length))
    .filter((name) => !name.includes('/'));
  return {
    status: 'opened',
    files: { names: beside.sort(), open: async (path) => openEntry(bytes, files, folder, path) },
  };
}

function openEntry(
  bytes: Uint8Array,
  files: readonly UnzipFileInfo[],
  folder: string,
  path: string,
): OpenedFile {
  const inside = insidePath(path);
  if (inside === null) return { status: 'outside' };
  const name = folder + inside;
  const entry = files.find((candidate) => candidate.name === name);
  if (!entry) return { status: 'missing' };
  return { status: 'opened', sizeBytes: entry.originalSize, bytes: () => slices(unpack(bytes, name)) };
}

/** Everything in the archive, or null where it is not one that can be read. */
function listEntries(bytes: Uint8Array): UnzipFileInfo[] | null {
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

/** The content of one entry; nothing where it is damaged. */
function unpack(bytes: Uint8Array, name: string): Uint8Array {
  try {
    return unzipSync(bytes, { filter: (entry) => entry.name === name })[name];
  } catch {
    return new Uint8Array();
  }
}

function* slices(content: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < content.length; at += sliceBytes) yield content.subarray(at, at + sliceBytes);
}

/** What archivers add of their own. */
function isClutter(name: string): boolean {
  return name.startsWith('__MACOSX/') || /(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini)$/.test(name);
}

function refuse(name: string | null, message: Text): ZipReading {
  return { status: 'refused', file: name === null ? 'zip' : `zip: ${name.slice(0, 80)}`, message };
}

const notAZip: Text = {
  sv: 'det är inte en zip-fil som går att läsa; packa mappen igen, utan lösenord',
  en: 'this is not a zip file that can be read; pack the folder again, without a password',
};
const tooMany: Text = {
  sv: `arkivet har fler än ${mostEntries} filer; packa bara regionens mapp`,
  en: `the archive has more than ${mostEntries} files; pack only the region's folder`,
};
const leadsOut: Text = {
  sv: 'namnet leder ut ur arkivet; packa mappen igen med vanliga filnamn',
  en: 'the name leads out of the archive; pack the folder again with plain file names',
};
const twice: Text = { sv: 'filen finns två gånger i arkivet', en: 'the file is in the archive twice' };
