import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, test } from 'vitest';
import { type Postgres, startPostgres } from '../../src/cli/bench/postgres.ts';
import { StoreBusy } from '../../src/store/database.ts';
import { openStore } from '../../src/store/store.ts';
import { storeContract } from './contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'store-'));
const server: Postgres = await startPostgres();
const database = await server.database();
afterAll(() => server.close());

storeContract('SQLite', () => openStore(`sqlite:${join(folder, 'contract.db')}`));
storeContract('PostgreSQL', () => openStore(database));

describe('a database that somebody else locks', () => {
  const file = join(folder, 'locked.db');

  test('is waited for', async () => {
    const store = await openStore(`sqlite:${file}`);
    const other = new DatabaseSync(file);
    other.exec('begin immediate');
    setTimeout(() => other.exec('commit'), 400);
    await store.quizzes.renew({ holder: 'a', until: 1 });
    other.close();
    await store.close();
  });

  test('for longer than two seconds is said to be busy', async () => {
    const store = await openStore(`sqlite:${file}`);
    const other = new DatabaseSync(file);
    other.exec('begin immediate');
    await expect(store.quizzes.renew({ holder: 'a', until: 1 })).rejects.toThrow(StoreBusy);
    other.exec('rollback');
    other.close();
    await store.close();
  });
});

test('a server that is gone is said to be busy, and serves again when it is back', async () => {
  const store = await openStore(await server.database());
  await server.stop();
  await expect(store.quizzes.running('x')).rejects.toThrow(StoreBusy);
  await server.start();
  expect(await store.quizzes.running('x')).toBeUndefined();
  await store.close();
});

test('a folder that is not there yet is made', async () => {
  const store = await openStore(`sqlite:${join(folder, 'new', 'folder', 'amour.db')}`);
  expect(await store.quizzes.abandoned(0, 1)).toEqual([]);
  await store.close();
});
