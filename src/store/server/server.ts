/**
 * A real PostgreSQL of the service's own, in a data folder: made at first start, on loopback only, one live service a folder. A
 * command that only looks in may join the server of a service that runs.
 */
import { realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { errorCode, type StoreFailure, storeFailure } from '../failure.ts';
import { type Cluster, clusterIn, makeCluster, makeDataDir, passwordOf } from './cluster.ts';
import { takeFolderLock } from './folder-lock.ts';
import {
  databaseUrl,
  findPostmaster,
  forgetStranger,
  startPostmaster,
  stopPostmaster,
} from './postmaster.ts';
import { findPrograms, type Programs } from './programs.ts';
import { type ServerUser, serverUser } from './server-user.ts';

export interface RunningServer {
  readonly status: 'running';
  readonly url: string;
  /** Stops the server, unless it is another's. */
  readonly stop: () => Promise<void>;
}

export interface ServerOptions {
  readonly dataDir: string;
  /** Whether to use the server of a service that runs on the folder, rather than to be refused. */
  readonly join: boolean;
}

/** Opens the server of a folder. Every way in which a folder can be unfit is a failure with a sentence. */
export async function openServer(options: ServerOptions): Promise<RunningServer | StoreFailure> {
  const programs = findPrograms();
  if (programs === null) return noPrograms;
  const given = resolve(options.dataDir);
  try {
    makeDataDir(given);
    // As PostgreSQL names it, which follows links.
    const dataDir = realpathSync(given);
    const lock = takeFolderLock(join(dataDir, 'service.lock'));
    if (lock === null) return options.join ? await joinServer(dataDir) : taken(given);
    const cluster = clusterIn(dataDir);
    const user = serverUser(cluster.folder, [programs.initdb, cluster.folder]);
    const server = await startServer(cluster, programs, user);
    if (server.status === 'failed') {
      lock.release();
      return server;
    }
    return { ...server, stop: () => server.stop().finally(lock.release) };
  } catch (error) {
    const code = errorCode(error);
    if (code !== undefined && /^(EACCES|EPERM|ENOENT|EROFS|ENOTDIR|EEXIST|ENOSPC)$/.test(code))
      return unusable(given, code);
    throw error;
  }
}

async function startServer(
  cluster: Cluster,
  programs: Programs,
  user: ServerUser | null,
): Promise<RunningServer | StoreFailure> {
  if (passwordOf(cluster) === null) {
    const said = await makeCluster(cluster, programs, user);
    if (said !== null) return notMade(said);
  }
  const password = passwordOf(cluster) ?? '';
  const found = await findPostmaster(cluster, password);
  if (found.status === 'stranger') forgetStranger(cluster);
  const running = found.status === 'running' ? found : await startPostmaster(cluster, programs, user);
  if (running === null) return notStarted(cluster);
  return {
    status: 'running',
    url: databaseUrl(running.port, password),
    stop: () => stopPostmaster(cluster, programs, user),
  };
}

async function joinServer(dataDir: string): Promise<RunningServer | StoreFailure> {
  const cluster = clusterIn(dataDir);
  const password = passwordOf(cluster);
  if (password === null) return notReady(dataDir);
  const running = await findPostmaster(cluster, password);
  if (running.status !== 'running') return notReady(dataDir);
  return { status: 'running', url: databaseUrl(running.port, password), stop: async () => undefined };
}

const noPrograms = storeFailure(
  'platform_unknown',
  `PostgreSQL följer inte med för ${process.platform}-${process.arch}: ange en databas med DATABASE_URL.`,
  `No PostgreSQL comes along for ${process.platform}-${process.arch}: name a database with DATABASE_URL.`,
);

function taken(dataDir: string): StoreFailure {
  return storeFailure(
    'folder_taken',
    `En annan start av tjänsten använder redan mappen ${dataDir}: stäng den, eller välj en annan mapp med DATA_DIR.`,
    `Another start of the service uses the folder ${dataDir} already: stop it, or choose another folder with DATA_DIR.`,
  );
}

function notReady(dataDir: string): StoreFailure {
  return storeFailure(
    'server_busy',
    `Tjänsten som använder mappen ${dataDir} håller på att starta eller stanna: försök igen om en stund.`,
    `The service that uses the folder ${dataDir} is starting or stopping: try again in a moment.`,
  );
}

function unusable(dataDir: string, code: string): StoreFailure {
  return storeFailure(
    'folder_unusable',
    `Mappen ${dataDir} går inte att använda för data (${code}): välj en annan med DATA_DIR.`,
    `The folder ${dataDir} cannot be used for data (${code}): choose another with DATA_DIR.`,
  );
}

function notMade(said: string): StoreFailure {
  return storeFailure(
    'server_not_started',
    `PostgreSQL kunde inte skapa sin databas: ${said.trim()}`,
    `PostgreSQL could not make its database: ${said.trim()}`,
  );
}

function notStarted(cluster: Cluster): StoreFailure {
  return storeFailure(
    'server_not_started',
    `PostgreSQL startade inte; ${cluster.log} säger varför.`,
    `PostgreSQL did not start; ${cluster.log} says why.`,
  );
}
