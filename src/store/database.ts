import { setTimeout as sleep } from 'node:timers/promises';
import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './schema.ts';

/** An open database, as an adapter gives it. */
export interface Connection {
  readonly db: Kysely<Tables>;
  /** Whether the same thing may succeed a moment later: a lock, a lost connection, a deadlock. */
  isPassing(error: unknown): boolean;
}

/** The database did not answer in time; what was asked for may be asked for again. */
export class StoreBusy extends Error {
  override readonly name = 'StoreBusy';
}

/** Discord waits three seconds: after two the person gets a sentence instead. */
const patience = 2_000;
const shortestWait = 15;

export type Database = ReturnType<typeof createDatabase>;

/** Runs statements and transactions, again where a lock or a lost connection was in the way. Throws `StoreBusy` after two seconds. */
export function createDatabase({ db, isPassing }: Connection) {
  async function run<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
    const end = performance.now() + patience;
    for (let wait = shortestWait; ; wait *= 2) {
      try {
        return await work(db);
      } catch (error) {
        if (!isPassing(error)) throw error;
        if (performance.now() + wait > end) throw new StoreBusy('the database is busy or gone', { cause: error });
        // A little chance, or two who collided collide again.
        await sleep(wait * (0.5 + Math.random()));
      }
    }
  }
  return {
    run,
    /** `work` may run several times; nothing of a run that failed is kept. */
    transaction: <T>(work: (tx: Transaction<Tables>) => Promise<T>): Promise<T> =>
      run(db => db.transaction().execute(work)),
    close: () => db.destroy(),
  };
}
