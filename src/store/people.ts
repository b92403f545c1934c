import type { Kysely } from 'kysely';
import type { FilmId } from '../films/film.ts';
import type { PlayerId, Quiz } from '../quiz/quiz.ts';
import type { Database } from './database.ts';
import type { Tables } from './schema.ts';

/** Everything that is kept about one person. */
export interface Kept {
  readonly horizons: readonly { readonly film: FilmId; readonly scene: string }[];
  /** Quizzes they started, by film, server and time. */
  readonly started: readonly { readonly film: FilmId; readonly guild: string | null; readonly at: number }[];
  readonly guesses: readonly {
    readonly film: FilmId;
    readonly fact: string;
    readonly choice: number;
    readonly at: number;
    readonly points: number | null;
  }[];
}

export type PeopleStore = ReturnType<typeof createPeopleStore>;

/** How far people have watched, and all else that is kept about them: to be shown and deleted. */
export function createPeopleStore({ run, transaction }: Database) {
  return {
    /** How far people have watched a film; who has said nothing is not in it. */
    horizons: (film: FilmId, people: readonly string[]): Promise<ReadonlyMap<string, string>> =>
      run(async db => {
        if (people.length === 0) return new Map();
        const rows = await db
          .selectFrom('horizons')
          .select(['person', 'scene'])
          .where('film', '=', film)
          .where('person', 'in', people)
          .execute();
        return new Map(rows.map(({ person, scene }) => [person, scene]));
      }),
    /** Keeps how far somebody has watched; nothing forgets it. */
    watched: (film: FilmId, person: string, scene: string | undefined): Promise<void> =>
      run(async db => {
        if (scene === undefined) {
          await db.deleteFrom('horizons').where('film', '=', film).where('person', '=', person).execute();
          return;
        }
        await db
          .insertInto('horizons')
          .values({ film, person, scene })
          .onConflict(conflict => conflict.columns(['person', 'film']).doUpdateSet({ scene }))
          .execute();
      }),
    kept: (person: string): Promise<Kept> =>
      run(async db => ({
        horizons: await db
          .selectFrom('horizons')
          .select(['film', 'scene'])
          .where('person', '=', person)
          .orderBy('film')
          .execute(),
        started: await db
          .selectFrom('quizzes')
          .select(['film', 'guild', 'started_at as at'])
          .where('starter', '=', person)
          .orderBy('started_at')
          .execute(),
        guesses: await db
          .selectFrom('guesses')
          .innerJoin('rounds', join =>
            join.onRef('rounds.quiz', '=', 'guesses.quiz').onRef('rounds.number', '=', 'guesses.number'),
          )
          .innerJoin('quizzes', 'quizzes.id', 'guesses.quiz')
          .select(['quizzes.film', 'rounds.fact', 'guesses.choice', 'guesses.at', 'guesses.points'])
          .where('guesses.player', '=', person)
          .orderBy('guesses.at')
          .execute(),
      })),
    /** Deletes all of it, in every server, at once. Quizzes that others played with them stay, without them. */
    forget: (person: string): Promise<void> =>
      transaction(async tx => {
        await tx.deleteFrom('horizons').where('person', '=', person).execute();
        await forgetInQuizzes(tx, person);
        await tx.deleteFrom('guesses').where('player', '=', person).execute();
      }),
  };
}

async function forgetInQuizzes(db: Kysely<Tables>, person: PlayerId): Promise<void> {
  const quizzes = await db
    .selectFrom('quizzes')
    .select(['id', 'data', 'starter'])
    .where(eb =>
      eb.or([
        eb('starter', '=', person),
        eb('id', 'in', eb.selectFrom('guesses').select('quiz').where('player', '=', person)),
      ]),
    )
    .execute();
  for (const { id, data, starter } of quizzes) {
    await db
      .updateTable('quizzes')
      .set(eb => ({
        data: JSON.stringify(withoutPerson(JSON.parse(data), person)),
        starter: starter === person ? '' : starter,
        version: eb('version', '+', 1),
      }))
      .where('id', '=', id)
      .execute();
  }
}

function withoutPerson(quiz: Quiz, person: PlayerId): Quiz {
  return {
    ...quiz,
    starter: quiz.starter === person ? '' : quiz.starter,
    streaks: Object.fromEntries(Object.entries(quiz.streaks).filter(([player]) => player !== person)),
    lastPlayers: quiz.lastPlayers.filter(player => player !== person),
  };
}
