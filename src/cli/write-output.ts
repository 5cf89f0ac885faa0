/** Result files, whole or not at all: written beside their place and then renamed; gzip where the name ends in .gz. */
import { randomUUID } from 'node:crypto';
import { constants, createWriteStream } from 'node:fs';
import { access, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type Failure, failure } from '../errors.ts';

function notWritable(path: string): Failure {
  return failure('not_writable', { sv: `${path} går inte att skriva.`, en: `${path} cannot be written.` });
}

/** Finds out before the work, not after it, that a file has nowhere to go. Null when it can be written. */
export async function checkWritable(path: string): Promise<Failure | null> {
  try {
    await access(dirname(path), constants.W_OK);
    const existing = await stat(path).catch(() => null);
    return existing?.isDirectory() ? notWritable(path) : null;
  } catch {
    return notWritable(path);
  }
}

/** Writes the pieces, replacing the file in one step. Null when it is written. */
export async function writeOutput(
  path: string,
  pieces: Iterable<string | Uint8Array>,
): Promise<Failure | null> {
  const beside = join(dirname(path), `.${randomUUID()}.tmp`);
  try {
    const target = createWriteStream(beside, { flush: true });
    if (path.endsWith('.gz')) await pipeline(Readable.from(pieces), createGzip(), target);
    else await pipeline(Readable.from(pieces), target);
    await rename(beside, path);
    return null;
  } catch {
    await rm(beside, { force: true });
    return notWritable(path);
  }
}
