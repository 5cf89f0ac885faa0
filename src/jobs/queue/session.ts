/**
 * One connection that is kept for as long as it takes, and made again whenever it breaks: to listen to notifications, and to hold locks that
 * PostgreSQL frees the moment the process is gone.
 */
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

export interface SessionOptions {
  readonly url: string;
  readonly channels: readonly string[];
  /** Runs on every new connection before anything is told; waits for whatever it must. */
  readonly begin?: (client: pg.Client) => Promise<void>;
  readonly onNotice: (channel: string, payload: string) => void;
  /** A connection stands, the first or one after a loss: what was told before it has not been heard. */
  readonly onStanding?: () => void;
}

export interface Session {
  /** Resolves while the session stands, at once or once it does again; also once it is closed. */
  readonly standing: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const retryMs = 500;

/** Opens the session; nobody has to wait for it before using it. */
export function openSession(options: SessionOptions): Session {
  const closing = new AbortController();
  const closed = Promise.withResolvers<void>();
  let gate = Promise.withResolvers<void>();
  let stands = false;

  const keep = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      const lost = Promise.withResolvers<void>();
      const client = newClient(options, lost.resolve);
      try {
        // Never ended before it is connected or has failed to: pg would wait for the end of what never began.
        await client.connect();
        await Promise.race([prepare(client, options), closed.promise]);
        if (!closing.signal.aborted) {
          stands = true;
          gate.resolve();
          options.onStanding?.();
          await Promise.race([lost.promise, closed.promise]);
        }
        if (closing.signal.aborted) await client.end();
      } catch {
        // The database is away: the session is made again as soon as it can be.
      }
      if (closing.signal.aborted) break;
      if (stands) gate = Promise.withResolvers<void>();
      stands = false;
      client.end().catch(() => undefined);
      await wait(retryMs, undefined, { signal: closing.signal }).catch(() => undefined);
    }
  };
  const kept = keep();

  return {
    standing: () => gate.promise,
    close: async () => {
      closing.abort();
      closed.resolve();
      gate.resolve();
      await kept;
    },
  };
}

function newClient({ url, onNotice }: SessionOptions, lost: () => void): pg.Client {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    application_name: 'resursutbyte session',
  });
  client.on('error', lost);
  client.on('end', lost);
  client.on('notification', ({ channel, payload }) => onNotice(channel, payload ?? ''));
  return client;
}

async function prepare(client: pg.Client, { channels, begin }: SessionOptions): Promise<void> {
  // A machine that has lost its power or its network is noticed by the server within half a minute, not two hours.
  await client.query(
    'set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3',
  );
  await begin?.(client);
  for (const channel of channels) await client.query(`listen ${client.escapeIdentifier(channel)}`);
}
