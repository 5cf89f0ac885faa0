/**
 * Whom the server runs as: PostgreSQL refuses to run as root, so a service that runs as root lends its server to a user of the system that
 * has no rights of its own.
 */
import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { errorCode } from '../failure.ts';

export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
  /** Whether a folder on the way to what the server needs (/root, say) is closed to that user. */
  readonly shutOut: boolean;
}

/**
 * Null where the service does not run as root: the server then runs as the same user. Else the owner of the data that is there already, or
 * the first of `postgres` and `nobody` that the system has. `needs` are the paths that the server must reach.
 */
export function serverUser(cluster: string, needs: readonly string[]): ServerUser | null {
  if (process.getuid?.() !== 0) return null;
  const { uid, gid } = ownerOf(cluster) ?? systemUser();
  return { uid, gid, shutOut: needs.some((path) => !isReachable(dirname(path))) };
}

function ownerOf(folder: string): { readonly uid: number; readonly gid: number } | null {
  try {
    const { uid, gid } = statSync(folder);
    return uid === 0 ? null : { uid, gid };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

function systemUser(): { readonly uid: number; readonly gid: number } {
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const found = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
  if (found === undefined) throw new Error('the system has neither a user postgres nor nobody');
  return { uid: Number(found[2]), gid: Number(found[3]) };
}

/** Whether everybody may pass through a folder and all above it. */
function isReachable(folder: string): boolean {
  const open = (statSync(folder).mode & 0o001) !== 0;
  return open && (dirname(folder) === folder || isReachable(dirname(folder)));
}
