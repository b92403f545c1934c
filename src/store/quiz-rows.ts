import type { Kysely } from 'kysely';
import type { Question, Quiz, QuizId, Round, Scored, Turn } from '../quiz/quiz.ts';
import type { GuessRow, Tables } from './schema.ts';

/** A round that is over, as it was played. */
export interface ClosedRound {
  readonly round: Round;
  readonly scored: readonly Scored[];
  readonly revealed: boolean;
}

/** A quiz as it is now, with the guesses of its open round. */
export async function findIn(db: Kysely<Tables>, id: QuizId): Promise<Quiz | undefined> {
  const row = await db.selectFrom('quizzes').select('data').where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : withGuesses(db, row.data);
}

export async function withGuesses(db: Kysely<Tables>, data: string): Promise<Quiz> {
  const quiz = parseQuiz(data, []);
  if (quiz.phase !== 'asking') return quiz;
  const rows = await db
    .selectFrom('guesses')
    .selectAll()
    .where('quiz', '=', quiz.id)
    .where('number', '=', quiz.round.number)
    .orderBy('at')
    .orderBy('press')
    .execute();
  return { ...quiz, round: { ...quiz.round, guesses: rows.map(guessOf) } };
}

/** Our own JSON, written by `save`. */
export function parseQuiz(data: string, guesses: Round['guesses']): Quiz {
  const quiz: Quiz = JSON.parse(data);
  return quiz.phase === 'asking' ? { ...quiz, round: { ...quiz.round, guesses } } : quiz;
}

function guessOf({ player, choice, at, press }: GuessRow) {
  return { player, choice, at, press };
}

/** Keeps what a turn changed. Throws where the quiz is no longer the `version` that the turn started from. */
export async function save(db: Kysely<Tables>, before: Quiz, { quiz, news }: Turn, version: number): Promise<void> {
  for (const item of news) {
    if (item.type === 'asked') await insertRound(db, quiz.id, item.round);
    if (item.type === 'guessed' && before.phase === 'asking') {
      const { number } = before.round;
      await db
        .insertInto('guesses')
        .values({ quiz: quiz.id, number, ...item.guess })
        .execute();
    }
    if (item.type === 'closed') await closeRound(db, quiz.id, item.round, item.scored);
  }
  const data = withoutGuesses(quiz);
  if (data === withoutGuesses(before)) return;
  if (quiz.phase === 'asking' && before.phase === 'asking') await showRound(db, quiz.id, quiz.round);
  const { numUpdatedRows } = await db
    .updateTable('quizzes')
    .set({ data, phase: quiz.phase })
    .where('id', '=', quiz.id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new Error(`the quiz ${quiz.id} was changed by two at once`);
}

function withoutGuesses(quiz: Quiz): string {
  return JSON.stringify(quiz.phase === 'asking' ? { ...quiz, round: { ...quiz.round, guesses: [] } } : quiz);
}

async function insertRound(db: Kysely<Tables>, quiz: QuizId, { number, question, openedAt }: Round): Promise<void> {
  const { fact } = question;
  await db
    .insertInto('rounds')
    .values({
      quiz,
      number,
      fact,
      opened_at: openedAt,
      closed_at: null,
      message: null,
      question: JSON.stringify(question),
    })
    .execute();
}

async function showRound(db: Kysely<Tables>, quiz: QuizId, { number, openedAt, message }: Round): Promise<void> {
  await db
    .updateTable('rounds')
    .set({ opened_at: openedAt, message: message ?? null })
    .where('quiz', '=', quiz)
    .where('number', '=', number)
    .execute();
}

/** A round closes once: the row is written only where it was open. */
async function closeRound(
  db: Kysely<Tables>,
  quiz: QuizId,
  round: Round,
  scored: readonly Scored[],
): Promise<void> {
  const { number, openedAt, closesAt, message } = round;
  const { numUpdatedRows } = await db
    .updateTable('rounds')
    .set({ closed_at: closesAt, opened_at: openedAt, message: message ?? null })
    .where('quiz', '=', quiz)
    .where('number', '=', number)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new Error(`round ${number} of ${quiz} was closed before`);
  for (const { player, took, isRight, points } of scored) {
    await db
      .updateTable('guesses')
      .set({ took, is_right: isRight ? 1 : 0, points })
      .where('quiz', '=', quiz)
      .where('number', '=', number)
      .where('player', '=', player)
      .execute();
  }
}

/** The rounds that are over, in order. */
export async function closedRounds(db: Kysely<Tables>, id: QuizId): Promise<ClosedRound[]> {
  const rounds = await db
    .selectFrom('rounds')
    .selectAll()
    .where('quiz', '=', id)
    .where('closed_at', 'is not', null)
    .orderBy('number')
    .execute();
  const guesses = await db.selectFrom('guesses').selectAll().where('quiz', '=', id).orderBy('at').execute();
  return rounds.map(({ number, question, opened_at, closed_at, message, revealed }) => {
    const scored = guesses
      .filter(guess => guess.number === number)
      .map(guess => ({
        ...guessOf(guess),
        took: guess.took ?? 0,
        isRight: guess.is_right === 1,
        points: guess.points ?? 0,
      }));
    const parsed: Question = JSON.parse(question);
    const round = {
      number,
      question: parsed,
      openedAt: opened_at,
      closesAt: closed_at ?? opened_at,
      message: message ?? undefined,
      guesses: scored,
    };
    return { round, scored, revealed: revealed === 1 };
  });
}
