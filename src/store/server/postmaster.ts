/**
 * The running server: started detached, so that Ctrl-C reaches the service alone, which then stops it in order; and found again after a
 * service that was killed, which it outlives.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { errorCode } from '../failure.ts';
import { type Cluster, serverRole } from './cluster.ts';
import { type Programs, runProgram } from './programs.ts';
import type { ServerUser } from './server-user.ts';

const host = '127.0.0.1';
const patienceSeconds = '120';
/** A server that lives listens from its first moments to its last; longer than this and the process is another's. */
const deafMs = 5_000;

const settings: Readonly<Record<string, string>> = {
  listen_addresses: host,
  unix_socket_directories: '',
  max_connections: '100',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  timezone: 'UTC',
  // Errors quote values, and values may tell about people: they go to whoever asked, not to the log.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
};

/** The address of the database with its password. */
export function databaseUrl(port: number, password: string): string {
  return `postgres://${serverRole}:${password}@${host}:${port}/postgres`;
}

/** Starts the server on a free port. Null where it does not start; its log says why. */
export async function startPostmaster(
  cluster: Cluster,
  programs: Programs,
  user: ServerUser | null,
): Promise<{ readonly port: number } | null> {
  // Another program may take the port between being found free and being used: then another is found.
  for (let attempt = 0; attempt < 3; attempt++) {
    const port = await freePort();
    const options = Object.entries({ ...settings, port: String(port) })
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(' ');
    const started = await runProgram(
      programs.pgCtl,
      ['start', '-D', cluster.folder, '-l', cluster.log, '-w', '-t', patienceSeconds, '-o', options],
      user,
    );
    if (started.code === 0) return { port };
  }
  return null;
}

/** Ends every connection and stops the server, which writes what it has to disk. */
export async function stopPostmaster(
  cluster: Cluster,
  programs: Programs,
  user: ServerUser | null,
): Promise<void> {
  const stop = (mode: string) =>
    runProgram(programs.pgCtl, ['stop', '-D', cluster.folder, '-m', mode, '-w', '-t', patienceSeconds], user);
  const stopped = await stop('fast');
  // What is committed is safe in its log, which the next start replays.
  if (stopped.code !== 0 && existsSync(pidFile(cluster))) await stop('immediate');
}

/** `stranger`: the process that the folder names as its server is not, for the number has gone to another since. */
export type Found =
  | { readonly status: 'running'; readonly port: number }
  | { readonly status: 'none' | 'stranger' };

/** The server that runs on this very folder; one that is starting or stopping is waited for. */
export async function findPostmaster(cluster: Cluster, password: string): Promise<Found> {
  for (let deafSince = Date.now(); ; await wait(100)) {
    const noted = readPidFile(cluster);
    if (noted === null) return { status: 'none' };
    const answer = isAlive(noted.pid) ? await ask(cluster, noted.port, password) : 'other';
    if (answer === 'ours') return { status: 'running', port: noted.port };
    if (answer === 'busy') deafSince = Date.now();
    if (answer === 'other' || Date.now() - deafSince > deafMs) return { status: 'stranger' };
  }
}

/** Lets a server start although a stranger has the number of the last. (One that lives all the same, PostgreSQL itself finds.) */
export function forgetStranger(cluster: Cluster): void {
  rmSync(pidFile(cluster), { force: true });
}

function pidFile(cluster: Cluster): string {
  return join(cluster.folder, 'postmaster.pid');
}

function readPidFile(cluster: Cluster): { readonly pid: number; readonly port: number } | null {
  try {
    const lines = readFileSync(pidFile(cluster), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3] ?? 0) };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

async function ask(
  cluster: Cluster,
  port: number,
  password: string,
): Promise<'ours' | 'busy' | 'deaf' | 'other'> {
  if (!(port > 0)) return 'deaf';
  const client = new pg.Client({
    connectionString: databaseUrl(port, password),
    connectionTimeoutMillis: 5_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string }>(
      "select current_setting('data_directory') as folder",
    );
    return rows[0]?.folder === cluster.folder ? 'ours' : 'other';
  } catch (error) {
    const code = errorCode(error);
    if (code === '57P03' || code === '53300') return 'busy';
    return code === '28P01' || code === '28000' ? 'other' : 'deaf';
  } finally {
    await client.end().catch(() => undefined);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, host, () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address !== null
          ? resolve(address.port)
          : reject(new Error('no port')),
      );
    });
  });
}
