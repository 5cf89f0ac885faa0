/**
 * Starts the service: opens the store, matches the example region for everybody to see, and serves the API. At the end HTTP stops first, then
 * the queue, the threads and the database.
 */
import { createServer } from 'node:net';
import { availableParallelism } from 'node:os';
import { buildApp } from './api/app.ts';
import { logFault } from './api/log.ts';
import { openTerminal } from './cli/process-terminal.ts';
import { summarise } from './cli/summary.ts';
import { type Terminal, tellFailure } from './cli/terminal.ts';
import { type Failure, failure } from './errors.ts';
import { aborted } from './jobs/aborted.ts';
import { createJobPool, type JobPool } from './jobs/pool.ts';
import { startWorker } from './jobs/queue/start-worker.ts';
import { proposalSchema } from './matching/proposal-format.ts';
import { isLoopback, overHttps, readSettings, type Settings } from './settings.ts';
import { makeDemo } from './start-demo.ts';
import { openPages } from './start-pages.ts';
import { keepAnchor } from './store/audit/keep-anchor.ts';
import { openStore, type Store } from './store/open-store.ts';

/** Longer than the example needs anywhere, so that a slow machine serves all the same. */
const exampleTimeMs = 60_000;

/** Serves until asked to stop. Tries the port before the store, so that a service that runs already is told of as just that. */
async function serve(settings: Settings): Promise<number> {
  const taken = await tryPlace(settings);
  if (taken !== null) return tellFailure(terminal, taken);
  const store = await openStore(settings);
  if (store.status === 'failed') return tellFailure(terminal, failure('not_ready', store.detail));
  try {
    return await serveFrom(store, settings);
  } finally {
    await store.close();
  }
}

async function serveFrom(store: Store, settings: Settings): Promise<number> {
  const { host, port } = settings;
  const pages = await openPages(() => terminal.note(building[terminal.lang]));
  const threads = Math.max(1, availableParallelism() - 1);
  const pool = createJobPool({ threads, places: threads * 4 });
  // Threads of its own: whoever waits for an answer does not wait for the queue.
  const queuePool = createJobPool({ threads, places: threads, givesWay: true });
  const fault = (error: unknown): void => logFault(terminal.note, error);
  const worker = await startWorker(store, queuePool, { concurrency: threads, fault });
  const app = await buildApp({
    pool,
    store,
    dataDir: settings.dataDir,
    clock: () => new Date(),
    secureCookies: overHttps(settings),
    openId: settings.openId ?? undefined,
    trustedProxies: settings.trustedProxies,
    pages,
    bodyLimitBytes: 64 * 1024 * 1024,
    timeLimitMs: 120_000,
    jobLimitMs: 300_000,
    log: terminal.note,
  });
  const leaveAnchor = keepAnchor(store, settings.dataDir, () => terminal.note(brokenLog));
  try {
    const address = await app.listen({ host, port });
    await showDemo(store, settings);
    await showExample(terminal, pool);
    terminal.note(
      terminal.lang === 'sv'
        ? `Lyssnar på ${address}, öppna den i en webbläsare; gränssnittet för program beskrivs på ${address}/docs. Avsluta med Ctrl-C.`
        : `Listening on ${address}, open it in a browser; the interface for programs is described at ${address}/docs. Stop with Ctrl-C.`,
    );
    await aborted(terminal.signal);
    return 0;
  } catch (error) {
    const refused = refusedPlace(error, host, port);
    if (refused === null) throw error;
    return tellFailure(terminal, refused);
  } finally {
    // At the same time: the app waits for its answers, and the pool is what ends them.
    await Promise.all([app.close(), pool.close()]);
    await worker.close();
    await queuePool.close();
    await leaveAnchor();
  }
}

const building = {
  sv: 'Bygger sidorna, det tar några sekunder.',
  en: 'Building the pages, which takes some seconds.',
};

/** A line as those of requests are: for whoever watches them. */
const brokenLog = JSON.stringify({ audit: 'broken', see: 'npm run -s cli -- audit verify' });

/** On this machine alone and in a folder of its own: a user to try with, and how to sign in. */
async function showDemo(store: Store, { host, databaseUrl, demoPassword }: Settings): Promise<void> {
  if (!isLoopback(host) || databaseUrl !== undefined) return;
  const demo = await makeDemo(store, demoPassword, new Date());
  if (demo === null) return;
  const { login } = demo;
  const password = demoPassword === null ? demo.password : 'DEMO_PASSWORD';
  terminal.note(
    terminal.lang === 'sv'
      ? `Ny datamapp. Logga in som ${login} med lösenordet ${password}; det visas bara nu.`
      : `A new data folder. Sign in as ${login} with the password ${password}; it is shown only now.`,
  );
}

async function showExample({ lang, signal, result }: Terminal, pool: JobPool): Promise<void> {
  const job = await pool.run(
    'match',
    {
      sent: { type: 'json', bytes: new TextEncoder().encode('{"example": "farsta-2004"}') },
      settings: { engine: 'auto', gap: 0, seed: 0, timeLimitMs: exampleTimeMs },
    },
    { cancel: signal },
  );
  if (job.status !== 'done' || job.output.status === 'failed') return;
  const proposal = proposalSchema.parse(JSON.parse(new TextDecoder().decode(job.output.json)));
  if ('pairs' in proposal) result(summarise(proposal, lang));
}

/** Null where the place can be listened on. */
function tryPlace({ host, port }: Settings): Promise<Failure | null> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const refused = refusedPlace(error, host, port);
      if (refused === null) reject(error);
      else resolve(refused);
    });
    server.listen({ host, port }, () => server.close(() => resolve(null)));
  });
}

function refusedPlace(error: unknown, host: string, port: number): Failure | null {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return failure('port_taken', {
      sv: `${host}:${port} används redan.`,
      en: `${host}:${port} is in use already.`,
    });
  }
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return failure('usage', {
      sv: `${host}:${port} går inte att lyssna på.`,
      en: `${host}:${port} cannot be listened on.`,
    });
  }
  return null;
}

const terminal = openTerminal(process.argv.slice(2));
const settings = readSettings(process.env);
process.exitCode = settings.status === 'failed' ? tellFailure(terminal, settings) : await serve(settings);
