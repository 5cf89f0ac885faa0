/** What of a region comes in one packed file (a zip of the folder, a workbook), told by the file's first bytes. */
import { open, stat } from 'node:fs/promises';
import { isArchive } from './archive.ts';
import { isOldWorkbook } from './workbook/open-workbook.ts';

const signatureBytes = 4;

/**
 * Whether readRegionPacked can read the file, or can say what is wrong with it. A name that says so is enough; a pipe is not
 * looked into, as what is read from it is gone.
 */
export async function isPackedFile(path: string): Promise<boolean> {
  if (/\.(?:zip|xlsx)$/i.test(path)) return true;
  const isPlainFile = (await stat(path).catch(() => null))?.isFile() === true;
  const file = isPlainFile ? await open(path).catch(() => null) : null;
  if (file === null) return false;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(signatureBytes), 0, signatureBytes, 0);
    const first = buffer.subarray(0, bytesRead);
    return isArchive(first) || isOldWorkbook(first);
  } finally {
    await file.close();
  }
}
