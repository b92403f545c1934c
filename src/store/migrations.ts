import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Tables } from './schema.ts';

/** Every change to the tables, in order. One that has been released is never edited. */
const migrations: Readonly<Record<string, Migration>> = {
  '001-quizzes': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('quizzes')
        .addColumn('id', 'text', column => column.primaryKey())
        .addColumn('room', 'text', column => column.notNull())
        .addColumn('guild', 'text')
        .addColumn('film', 'text', column => column.notNull())
        .addColumn('starter', 'text', column => column.notNull())
        .addColumn('press', 'text', column => column.notNull().unique())
        .addColumn('phase', 'text', column => column.notNull())
        .addColumn('told', 'integer', column => column.notNull().defaultTo(0))
        .addColumn('version', 'integer', column => column.notNull().defaultTo(1))
        .addColumn('holder', 'text', column => column.notNull())
        .addColumn('held_until', 'bigint', column => column.notNull())
        .addColumn('started_at', 'bigint', column => column.notNull())
        .addColumn('data', 'text', column => column.notNull())
        .execute();
      // One quiz a room, whoever asks for it and how many at once.
      await db.schema
        .createIndex('one_quiz_a_room')
        .on('quizzes')
        .column('room')
        .unique()
        .where('phase' as never, '!=', 'over')
        .execute();
      await db.schema
        .createIndex('quizzes_to_tend')
        .on('quizzes')
        .column('held_until')
        .where('told' as never, '=', 0)
        .execute();
      await db.schema.createIndex('quizzes_by_guild').on('quizzes').columns(['guild', 'film']).execute();
      await db.schema.createIndex('quizzes_by_room').on('quizzes').columns(['room', 'film']).execute();
      await db.schema
        .createTable('rounds')
        .addColumn('quiz', 'text', column => column.notNull().references('quizzes.id').onDelete('cascade'))
        .addColumn('number', 'integer', column => column.notNull())
        .addColumn('fact', 'text', column => column.notNull())
        .addColumn('opened_at', 'bigint', column => column.notNull())
        .addColumn('closed_at', 'bigint')
        .addColumn('message', 'text')
        .addColumn('revealed', 'integer', column => column.notNull().defaultTo(0))
        .addColumn('question', 'text', column => column.notNull())
        .addPrimaryKeyConstraint('rounds_key', ['quiz', 'number'])
        .execute();
      await db.schema
        .createTable('guesses')
        .addColumn('quiz', 'text', column => column.notNull())
        .addColumn('number', 'integer', column => column.notNull())
        .addColumn('player', 'text', column => column.notNull())
        .addColumn('choice', 'integer', column => column.notNull())
        .addColumn('at', 'bigint', column => column.notNull())
        .addColumn('press', 'text', column => column.notNull())
        .addColumn('took', 'bigint')
        .addColumn('is_right', 'integer')
        .addColumn('points', 'integer')
        .addPrimaryKeyConstraint('guesses_key', ['quiz', 'number', 'player'])
        .execute();
      await db.schema.createIndex('guesses_by_player').on('guesses').columns(['player', 'at']).execute();
    },
  },
  '002-readers': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('horizons')
        .addColumn('person', 'text', column => column.notNull())
        .addColumn('film', 'text', column => column.notNull())
        .addColumn('scene', 'text', column => column.notNull())
        .addPrimaryKeyConstraint('horizons_key', ['person', 'film'])
        .execute();
      await db.schema
        .createTable('settings')
        .addColumn('guild', 'text', column => column.primaryKey())
        .addColumn('data', 'text', column => column.notNull())
        .execute();
      await db.schema
        .createTable('unanswered')
        .addColumn('film', 'text', column => column.notNull())
        .addColumn('words', 'text', column => column.notNull())
        .addColumn('times', 'integer', column => column.notNull())
        .addPrimaryKeyConstraint('unanswered_key', ['film', 'words'])
        .execute();
    },
  },
};

/** Brings the tables up to date, in one transaction. Several processes may start at once: the migrator takes a lock. */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}
