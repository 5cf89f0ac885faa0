/** A region's folder in a zip archive. Its files are unpacked one at a time, and none beyond the size that was listed. */
import { type UnzipFileInfo, unzipSync } from 'fflate';
import type { Text } from '../domain/text.ts';
import { listArchive } from './archive.ts';
import { insidePath, type OpenedFile, type RegionFiles } from './region-files.ts';

export type ZipReading =
  | { readonly status: 'opened'; readonly files: RegionFiles }
  | { readonly status: 'refused'; readonly file: string; readonly message: Text };

const sliceBytes = 65_536;

/** The files of a zip archive whose region.json stands at the top or in its only folder. */
export function openZip(bytes: Uint8Array): ZipReading {
  const archive = listArchive(bytes, notAZip);
  if (archive.status === 'refused') return refuse(archive.name, archive.message);
  const files = archive.entries.filter((entry) => !entry.name.endsWith('/') && !isClutter(entry.name));
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
