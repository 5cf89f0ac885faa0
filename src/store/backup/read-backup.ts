/** Reads a backup's lines (format.ts), one after the other, and holds them against the digest at their end. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { createGunzip } from 'node:zlib';
import { errorCode } from '../failure.ts';
import { backupEnd } from './format.ts';

/** The file is no backup, or it was cut or changed. Thrown, so that a transaction that writes from it is undone. */
export class DamagedBackup extends Error {}

/** What each line says, but the end. Throws DamagedBackup where they are not what was written, at the latest after the last. */
export async function* readBackup(file: string): AsyncGenerator<unknown> {
  const digest = createHash('sha256');
  let ended = false;
  for await (const text of linesOf(file)) {
    if (ended) throw new DamagedBackup('something follows the end');
    const value = parse(text);
    const end = backupEnd.safeParse(value);
    ended = end.success;
    if (!end.success) {
      digest.update(text).update('\n');
      yield value;
    } else if (end.data.end.sha256 !== digest.digest('hex')) {
      throw new DamagedBackup('the digest is another');
    }
  }
  if (!ended) throw new DamagedBackup('the end is missing');
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const packed = createReadStream(file);
  const unpacked = createGunzip();
  packed.on('error', (error) => unpacked.destroy(error)).pipe(unpacked);
  const decoder = new StringDecoder('utf8');
  /** The line that has begun, in pieces: a line may be long. */
  let begun: string[] = [];
  try {
    for await (const bytes of unpacked) {
      const [first = '', ...rest] = decoder.write(bytes).split('\n');
      begun.push(first);
      for (const next of rest) {
        yield begun.join('');
        begun = [next];
      }
    }
  } catch (error) {
    if (/^(Z_|ERR_PADDING)/.test(errorCode(error) ?? '')) throw new DamagedBackup('it cannot be unpacked');
    throw error;
  } finally {
    packed.destroy();
  }
  if (begun.join('') + decoder.end() !== '') throw new DamagedBackup('the last line is cut');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DamagedBackup('a line is no JSON');
  }
}
