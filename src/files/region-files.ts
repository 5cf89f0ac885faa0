/** The files of a region, wherever they are: in a folder or in a zip archive. */
import type { Text } from '../domain/text.ts';
import type { Bytes } from './csv.ts';

export interface RegionFiles {
  /** Names of the files beside region.json, sorted. */
  readonly names: readonly string[];
  /** Opens a file by its path relative to region.json. A path that leads out of the region is `outside`. */
  open(path: string): Promise<OpenedFile>;
}

export type OpenedFile =
  | { readonly status: 'opened'; readonly sizeBytes: number; readonly bytes: () => Bytes }
  | { readonly status: 'missing' }
  | { readonly status: 'outside' };

export const largestFileBytes = 256 * 1024 * 1024;

/** A file that is larger than what is read. */
export function tooLargeMessage(sizeBytes: number, limitBytes = largestFileBytes): Text {
  const mib = (bytes: number) => Math.ceil(bytes / (1024 * 1024));
  return {
    sv: `filen är ${mib(sizeBytes)} MiB; högst ${mib(limitBytes)} MiB läses. Dela upp regionen i flera`,
    en: `the file is ${mib(sizeBytes)} MiB; at most ${mib(limitBytes)} MiB are read. Split the region into several`,
  };
}

/** The parts of a relative path with forward slashes, or null where it leads elsewhere or is not plain. */
export function insidePath(path: string): string | null {
  if (path === '' || path.includes('\\') || path.includes('\0') || /^(?:\/|[a-zA-Z]:)/.test(path))
    return null;
  const parts = path.split('/').filter((part) => part !== '.' && part !== '');
  return parts.length === 0 || parts.includes('..') ? null : parts.join('/');
}

/** All bytes as text, or null where they are not UTF-8. A byte order mark is dropped. */
export async function readText(bytes: Bytes): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    return null;
  }
}
