/** A pool of connections to PostgreSQL, and kysely over it. */
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database } from './schema/database.ts';

/** The connections that one process may hold. */
const mostConnections = 10;

/** Opens a pool on the database at `url`, of at most so many connections. Nothing is connected before the first query. */
export function connect(url: string, most = mostConnections): Kysely<Database> {
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool: openPool(url, most) }) });
}

/** The pool by itself, for whoever needs one without kysely. */
export function openPool(url: string, most: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: most,
    connectionTimeoutMillis: 30_000,
    keepAlive: true,
    application_name: 'resursutbyte',
    types: { getTypeParser },
  });
  // A connection that breaks fails the query that runs on it; the same error as an event would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** As pg reads values, but 64-bit integers as numbers: ids and counts stay far below 2^53, and one that does not is a fault. */
const getTypeParser: typeof pg.types.getTypeParser = (type: number, format?: 'text' | 'binary') =>
  type === pg.types.builtins.INT8 && format !== 'binary' ? wholeNumber : pg.types.getTypeParser(type, format);

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw new Error('a 64-bit integer of the database is too large for a number');
  return value;
}
