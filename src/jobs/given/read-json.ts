/** JSON from a file, plain or compressed with gzip. */
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { type Failure, failure } from '../../errors.ts';

export type JsonReading = { readonly status: 'read'; readonly value: unknown } | Failure;

export function missingFile(path: string): Failure {
  return failure('not_found', { sv: `${path} går inte att läsa.`, en: `${path} cannot be read.` });
}

/** Reads and parses a file; what is compressed is told by its first bytes, not by its name. */
export async function readJson(path: string): Promise<JsonReading> {
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null) return missingFile(path);
  try {
    const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? await promisify(gunzip)(bytes) : bytes;
    return { status: 'read', value: JSON.parse(plain.toString('utf8')) };
  } catch {
    return failure('input_refused', { sv: `${path} är inte JSON.`, en: `${path} is not JSON.` });
  }
}
