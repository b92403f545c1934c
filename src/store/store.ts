import { createDatabase } from './database.ts';
import { createGapStore } from './gaps.ts';
import { migrate } from './migrations.ts';
import { createPeopleStore } from './people.ts';
import { openPostgres } from './postgres.ts';
import { createQuizStore } from './quizzes.ts';
import { createScoreStore } from './scores.ts';
import { createSettingsStore } from './settings.ts';
import { openSqlite } from './sqlite.ts';

/** What is remembered across restarts. The queries are written once; an adapter only opens the database. */
export type Store = Awaited<ReturnType<typeof openStore>>;

/** Opens `sqlite:<file>`, `sqlite::memory:` or `postgres://…` and brings its tables up to date. */
export async function openStore(url: string) {
  const connection = url.startsWith('sqlite:') ? openSqlite(url.slice('sqlite:'.length)) : openPostgres(url);
  const database = createDatabase(connection);
  await database.run(migrate);
  return {
    quizzes: createQuizStore(database),
    scores: createScoreStore(database),
    people: createPeopleStore(database),
    settings: createSettingsStore(database),
    gaps: createGapStore(database),
    close: database.close,
  };
}
