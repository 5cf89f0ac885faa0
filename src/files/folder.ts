/** A region's folder on disk. Links that lead out of the folder are not followed. */
import { createReadStream } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { insidePath, type OpenedFile, type RegionFiles } from './region-files.ts';

/** The files of an existing folder. */
export async function openFolder(path: string): Promise<RegionFiles> {
  const root = await realpath(path);
  const names = (await readdir(root)).sort();
  return { names, open: (file) => openInside(root, file) };
}

async function openInside(root: string, path: string): Promise<OpenedFile> {
  const inside = insidePath(path);
  if (inside === null) return { status: 'outside' };
  const real = await realpathOrNull(join(root, inside));
  if (real === null) return { status: 'missing' };
  if (!real.startsWith(root.endsWith(sep) ? root : root + sep)) return { status: 'outside' };
  const info = await stat(real);
  if (!info.isFile()) return { status: 'missing' };
  return { status: 'opened', sizeBytes: info.size, bytes: () => createReadStream(real) };
}

async function realpathOrNull(path: string): Promise<string | null> {
  try {
    return await realpath(path);
  } catch {
    return null;
  }
}
