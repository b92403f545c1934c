import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Connection } from './database.ts';
import type { Tables } from './schema.ts';

const mostConnections = 10;
/** Below the two seconds that a caller waits in all. */
const connectWithin = 1_500;

/** Serialisation failure, deadlock, and a server that shuts down, starts or has no room. Class 08 is a lost connection. */
const passingCodes = /^(40001|40P01|57P0[123]|53300|08\d{3}|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/;
const lostConnection =
  /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error/i;

/** Opens a pool on `postgres://…`; connections are made when they are needed. */
export function openPostgres(url: string): Connection {
  const { builtins, getTypeParser } = pg.types;
  // Milliseconds, sums and counts fit a JavaScript number.
  const numbers: readonly number[] = [builtins.INT8, builtins.NUMERIC];
  const pool = new pg.Pool({
    connectionString: url,
    max: mostConnections,
    connectionTimeoutMillis: connectWithin,
    types: {
      getTypeParser: ((oid: number, format?: 'text') =>
        numbers.includes(oid) ? Number : getTypeParser(oid, format)) as typeof getTypeParser,
    },
  });
  // A connection that breaks is replaced by the pool, and its query fails; unheard, the error would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', client => client.on('error', () => undefined));
  return {
    db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }),
    isPassing: error =>
      error instanceof Error &&
      (lostConnection.test(error.message) || ('code' in error && passingCodes.test(String(error.code)))),
  };
}
