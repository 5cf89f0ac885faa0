/**
 * The data folder of the server of the service's own: made once, with a password that is made then, and kept in a file that
 * only its owner reads. It is made beside its place and then moved there, so that a half-made one is never taken for a whole one.
 */
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Programs, runProgram } from './programs.ts';
import type { ServerUser } from './server-user.ts';

export interface Cluster {
  /** PostgreSQL's data. */
  readonly folder: string;
  readonly passwordFile: string;
  readonly log: string;
}

export const serverRole = 'resursutbyte';

export function clusterIn(dataDir: string): Cluster {
  return {
    folder: join(dataDir, 'postgres'),
    passwordFile: join(dataDir, 'postgres-password'),
    log: join(dataDir, 'postgres', 'server.log'),
  };
}

/** The password; null where there is no cluster yet. */
export function passwordOf({ folder, passwordFile }: Cluster): string | null {
  return existsSync(folder) ? readFileSync(passwordFile, 'utf8').trim() : null;
}

/** Makes the cluster. Null, or what initdb said where it failed. */
export async function makeCluster(
  cluster: Cluster,
  programs: Programs,
  user: ServerUser | null,
): Promise<string | null> {
  const fresh = `${cluster.folder}.new`;
  for (const leftover of [fresh, cluster.passwordFile]) rmSync(leftover, { recursive: true, force: true });
  writeFileSync(cluster.passwordFile, `${randomBytes(24).toString('base64url')}\n`, {
    mode: 0o600,
    flush: true,
  });
  mkdirSync(fresh, { mode: 0o700 });
  if (user !== null) {
    for (const path of [fresh, cluster.passwordFile]) chownSync(path, user.uid, user.gid);
  }
  const made = await runProgram(
    programs.initdb,
    [
      `--pgdata=${fresh}`,
      `--username=${serverRole}`,
      `--pwfile=${cluster.passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // Independent of what locales the system has, today and after an upgrade.
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--data-checksums',
    ],
    user,
  );
  if (made.code !== 0) return made.said;
  renameSync(fresh, cluster.folder);
  return null;
}

/** The folder that holds it, which others may pass through, for the server may be another user's. What lies in it is closed. */
export function makeDataDir(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
}
