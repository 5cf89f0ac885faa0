/**
 * One live service a folder: a lock of the operating system's, which ends with the process however that ends. Node offers no such lock by
 * itself; SQLite's on a file of its own is one, on every platform. Nothing is ever written in that file.
 */
import { DatabaseSync } from 'node:sqlite';

export interface FolderLock {
  readonly release: () => void;
}

/** The lock on `file`, or null where another service holds it. */
export function takeFolderLock(file: string): FolderLock | null {
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    database.exec('begin exclusive');
  } catch (error) {
    database.close();
    if (error instanceof Error && /\b(locked|busy)\b/.test(error.message)) return null;
    throw error;
  }
  return { release: () => database.close() };
}
