/** A folder for a command to write a region into. */
import { mkdir, readdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Failure, failure } from '../errors.ts';

/** Makes the folder, or says why nothing may be written there: a region that is already in it is not overwritten. */
export async function emptyFolder(
  path: string,
): Promise<Failure | { readonly status: 'empty'; readonly isNew: boolean }> {
  try {
    const isNew = await makeFolder(path);
    if ((await readdir(path)).length === 0) return { status: 'empty', isNew };
    return failure('not_writable', { sv: `${path} är inte tom.`, en: `${path} is not empty.` });
  } catch {
    return failure('not_writable', { sv: `${path} går inte att skriva.`, en: `${path} cannot be written.` });
  }
}

/**
 * Makes a folder, and those above it, where there is none; tells whether it did. One by one: Node's own recursive mkdir never
 * ends where a folder stands that takes no other and says that there is nothing, as /proc does.
 */
async function makeFolder(path: string): Promise<boolean> {
  if (await stat(path).catch(() => null)) return false;
  if (dirname(path) !== path) await makeFolder(dirname(path));
  await mkdir(path);
  return true;
}
