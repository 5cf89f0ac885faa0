/** A folder for a command to write a region into. */
import { mkdir, readdir } from 'node:fs/promises';
import { type Failure, failure } from '../errors.ts';

/** Makes the folder, or says why nothing may be written there: a region that is already in it is not overwritten. */
export async function emptyFolder(
  path: string,
): Promise<Failure | { readonly status: 'empty'; readonly isNew: boolean }> {
  try {
    const isNew = (await mkdir(path, { recursive: true })) !== undefined;
    if ((await readdir(path)).length === 0) return { status: 'empty', isNew };
    return failure('not_writable', { sv: `${path} är inte tom.`, en: `${path} is not empty.` });
  } catch {
    return failure('not_writable', { sv: `${path} går inte att skriva.`, en: `${path} cannot be written.` });
  }
}
