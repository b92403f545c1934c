import type { ExpressionBuilder } from 'kysely';
import type { FactId, FilmId } from '../films/film.ts';
import type { Instant, PlayerId, Quiz, QuizId, RoomId, Turn } from '../quiz/quiz.ts';
import type { Database } from './database.ts';
import { type ClosedRound, closedRounds, findIn, parseQuiz, save, withGuesses } from './quiz-rows.ts';
import type { Tables } from './schema.ts';

/** Which process listens to a room, and until when that holds unless it says so again. */
export interface Hold {
  readonly holder: string;
  readonly until: Instant;
}

export type Opened =
  | { readonly kind: 'opened' }
  /** The same interaction has opened it already, in another process. */
  | { readonly kind: 'twin' }
  /** Another quiz runs in this room. */
  | { readonly kind: 'busy'; readonly running: Quiz };

export type QuizStore = ReturnType<typeof createQuizStore>;

/** Quizzes, their rounds and guesses. */
export function createQuizStore({ run, transaction }: Database) {
  /** Opens a quiz unless one runs in its room. `press` is the interaction that asked for it. */
  async function open(quiz: Quiz, press: string, hold: Hold, now: Instant): Promise<Opened> {
    // Where the running quiz ends at this very moment there is room after all.
    return (await tryOpen(quiz, press, hold, now)) ?? open(quiz, press, hold, now);
  }

  function tryOpen(quiz: Quiz, press: string, { holder, until }: Hold, now: Instant): Promise<Opened | undefined> {
    return transaction(async tx => {
      const { id, room, guild, film, starter, phase } = quiz;
      const inserted = await tx
        .insertInto('quizzes')
        .values({
          id,
          room,
          guild: guild ?? null,
          film,
          starter,
          press,
          phase,
          holder,
          held_until: until,
          started_at: now,
          data: JSON.stringify(quiz),
        })
        .onConflict(conflict => conflict.doNothing())
        .executeTakeFirst();
      if (inserted.numInsertedOrUpdatedRows === 1n) return { kind: 'opened' };
      const twin = await tx.selectFrom('quizzes').select('id').where('press', '=', press).executeTakeFirst();
      if (twin !== undefined) return { kind: 'twin' };
      const running = await tx
        .selectFrom('quizzes')
        .select('data')
        .where('room', '=', room)
        .where('phase', '!=', 'over')
        .executeTakeFirst();
      return running && { kind: 'busy', running: parseQuiz(running.data, []) };
    });
  }

  /**
   * Applies a rule to a quiz as it is now and keeps what came of it; nobody else changes the quiz meanwhile. `decide`
   * may be called more than once. Nothing where there is no such quiz.
   */
  function change(id: QuizId, { holder, until }: Hold, decide: (quiz: Quiz) => Turn): Promise<Turn | undefined> {
    return transaction(async tx => {
      // Writing first takes the row's lock, in both databases, and hands over what was there.
      const row = await tx
        .updateTable('quizzes')
        .set(eb => ({
          version: eb('version', '+', 1),
          // Only who holds the room goes on holding it: whoever merely takes a press there does not listen to it.
          held_until: eb.case().when('holder', '=', holder).then(until).else(eb.ref('held_until')).end(),
        }))
        .where('id', '=', id)
        .where('phase', '!=', 'over')
        .returning(['data', 'version'])
        .executeTakeFirst();
      if (row === undefined) {
        const over = await findIn(tx, id);
        return over === undefined ? undefined : { quiz: over, news: decide(over).news };
      }
      const before = await withGuesses(tx, row.data);
      const turn = decide(before);
      await save(tx, before, turn, row.version);
      return turn;
    });
  }

  return {
    open,
    change,
    find: (id: QuizId): Promise<Quiz | undefined> => run(db => findIn(db, id)),
    /** The quiz that runs in a room. */
    running: (room: RoomId): Promise<QuizId | undefined> =>
      run(async db => {
        const row = await db
          .selectFrom('quizzes')
          .select('id')
          .where('room', '=', room)
          .where('phase', '!=', 'over')
          .executeTakeFirst();
        return row?.id;
      }),
    /** The facts that this room was ever asked about a film, the latest last. */
    asked: (room: RoomId, film: FilmId): Promise<FactId[]> =>
      run(async db => {
        const rows = await db
          .selectFrom('rounds')
          .innerJoin('quizzes', 'quizzes.id', 'rounds.quiz')
          .select('rounds.fact')
          .where('quizzes.room', '=', room)
          .where('quizzes.film', '=', film)
          .orderBy('rounds.opened_at')
          .orderBy('rounds.number')
          .execute();
        return rows.map(({ fact }) => fact);
      }),
    /** Everybody who has guessed so far. */
    players: (id: QuizId): Promise<PlayerId[]> =>
      run(async db => {
        const rows = await db.selectFrom('guesses').select('player').distinct().where('quiz', '=', id).execute();
        return rows.map(({ player }) => player);
      }),
    /** The rounds that are closed, in order. */
    closed: (id: QuizId): Promise<ClosedRound[]> => run(db => closedRounds(db, id)),
    /** The answer stands on the round's message for good: only who holds the room can know that. */
    revealed: (id: QuizId, number: number, holder: string): Promise<void> =>
      run(async db => {
        await db
          .updateTable('rounds')
          .set({ revealed: 1 })
          .where('quiz', '=', id)
          .where('number', '=', number)
          .where(({ exists, selectFrom }) =>
            exists(selectFrom('quizzes').select('id').where('id', '=', id).where('holder', '=', holder)),
          )
          .execute();
      }),
    /**
     * It is over and everything has been said, as who holds the room knows: not while an answer does not count as shown,
     * because whoever showed it did not hold the room yet.
     */
    told: (id: QuizId, holder: string): Promise<void> =>
      run(async db => {
        await db
          .updateTable('quizzes')
          .set({ told: 1 })
          .where('id', '=', id)
          .where('holder', '=', holder)
          .where('phase', '=', 'over')
          .where(({ not, exists, selectFrom }) =>
            not(
              exists(
                selectFrom('rounds')
                  .select('number')
                  .where('quiz', '=', id)
                  .where('closed_at', 'is not', null)
                  .where('revealed', '=', 0),
              ),
            ),
          )
          .execute();
      }),
    /** The quizzes that a process listens to, and those over that it has yet to tell of, without their guesses. */
    held: (holder: string): Promise<Quiz[]> =>
      run(async db => {
        const rows = await db
          .selectFrom('quizzes')
          .select('data')
          .where('holder', '=', holder)
          .where('told', '=', 0)
          .execute();
        return rows.map(({ data }) => parseQuiz(data, []));
      }),
    /** Says that this process still listens to its rooms. */
    renew: ({ holder, until }: Hold): Promise<void> =>
      run(async db => {
        await db
          .updateTable('quizzes')
          .set({ held_until: until })
          .where('holder', '=', holder)
          .where('told', '=', 0)
          .execute();
      }),
    /**
     * Quizzes with something left to do that nobody listens to: their hold is over, or reaches so far into the future
     * that the clock it was written by was ahead.
     */
    abandoned: (now: Instant, lease: number): Promise<QuizId[]> =>
      run(async db => {
        const rows = await db
          .selectFrom('quizzes')
          .select('id')
          .where('told', '=', 0)
          .where(isFree(now, lease))
          .execute();
        return rows.map(({ id }) => id);
      }),
    /** Takes over an abandoned quiz; of several that try, one gets it. */
    takeOver: (id: QuizId, { holder, until }: Hold, now: Instant, lease: number): Promise<boolean> =>
      run(async db => {
        const { numUpdatedRows } = await db
          .updateTable('quizzes')
          .set({ holder, held_until: until })
          .where('id', '=', id)
          .where('told', '=', 0)
          .where(isFree(now, lease))
          .executeTakeFirst();
        return numUpdatedRows === 1n;
      }),
  };
}

/** A hold is never given for longer than a lease; twice that allows for clocks that differ a little. */
function isFree(now: Instant, lease: number) {
  return (eb: ExpressionBuilder<Tables, 'quizzes'>) =>
    eb.or([eb('held_until', '<', now), eb('held_until', '>', now + 2 * lease)]);
}
