import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type DialectAdapter,
  Kysely,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
} from 'kysely';
import type { Connection } from './database.ts';
import type { Tables } from './schema.ts';

/** A held lock stops the whole event loop for so many milliseconds; then the caller tries again. */
const busyTimeout = 10;
/** SQLITE_BUSY and SQLITE_LOCKED. */
const lockedCodes = [5, 6];

/** Opens a file, or `:memory:`. Write-ahead logging lets one process write while others read. */
export function openSqlite(file: string): Connection {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file);
  database.exec(`pragma busy_timeout = ${busyTimeout}`);
  database.exec('pragma journal_mode = wal');
  // A killed process loses nothing with this; only a power cut may lose the last commits, never the file.
  database.exec('pragma synchronous = normal');
  database.exec('pragma foreign_keys = on');
  // What somebody has had deleted is overwritten, not only unlinked.
  database.exec('pragma secure_delete = on');
  return {
    db: new Kysely<Tables>({ dialect: new ImmediateDialect({ database: bridge(database) }) }),
    isPassing: error =>
      error instanceof Error && 'errcode' in error && lockedCodes.includes(Number(error.errcode) & 0xff),
  };
}

/** What Kysely expects of better-sqlite3, on `node:sqlite`. Statements are prepared once. */
function bridge(database: DatabaseSync): SqliteDatabase {
  const prepared = new Map<string, { statement: StatementSync; reader: boolean }>();
  return {
    close: () => database.close(),
    prepare(sql) {
      let known = prepared.get(sql);
      if (known === undefined) {
        const statement = database.prepare(sql);
        known = { statement, reader: statement.columns().length > 0 };
        prepared.set(sql, known);
      }
      const { statement, reader } = known;
      const values = (parameters: readonly unknown[]) => parameters as readonly SQLInputValue[];
      return {
        reader,
        all: parameters => statement.all(...values(parameters)),
        run: parameters => statement.run(...values(parameters)),
        iterate: parameters => statement.iterate(...values(parameters)),
      };
    },
  };
}

/** Transactions take the write lock at once: one that reads first and then writes would fail where another wrote between. */
class ImmediateDialect extends SqliteDialect {
  readonly #database: SqliteDatabase;
  constructor(config: { database: SqliteDatabase }) {
    super(config);
    this.#database = config.database;
  }
  override createDriver() {
    return new ImmediateDriver({ database: this.#database });
  }
  override createAdapter(): DialectAdapter {
    return new LockingAdapter();
  }
}

class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

/** Migrations run in one transaction, which is the lock that two starting processes need. */
class LockingAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}
