import { randomBytes } from 'node:crypto';
import type { FilmId } from '../films/film.ts';
import { advance, isReady, openQuiz } from '../quiz/advance.ts';
import { drawQuestion, poolOf } from '../quiz/draw.ts';
import type { Event, Guess, Instant, PlayerId, Quiz, QuizId, RoomId, Settings, Shown, Turn } from '../quiz/quiz.ts';
import type { ClosedRound } from '../store/quiz-rows.ts';
import type { Hold, Opened } from '../store/quizzes.ts';
import type { Store } from '../store/store.ts';
import type { Language } from '../text/language.ts';
import type { Library } from './library.ts';
import type { Readers } from './readers.ts';

/** What quizzes depend on besides the rules. */
export interface Surroundings {
  readonly store: Store;
  readonly library: Library;
  readonly readers: Readers;
  /** Milliseconds since 1970, by Discord's clock as far as it is known. */
  readonly now: () => Instant;
  /** From 0 to below 1. */
  readonly random: () => number;
  /** For so many milliseconds a room counts as listened to after its process was last heard of. */
  readonly lease: number;
}

export interface Start {
  readonly film: FilmId;
  readonly room: RoomId;
  readonly guild: string | undefined;
  readonly solo: boolean;
  readonly starter: PlayerId;
  readonly language: Language;
  readonly settings: Settings;
  /** The interaction that asks for it. */
  readonly press: string;
}

export type Started =
  | { readonly kind: 'opened'; readonly quiz: Quiz }
  | Exclude<Opened, { kind: 'opened' }>
  /** No question of that kind may be asked of whoever starts it. */
  | { readonly kind: 'empty'; readonly heldBack: number };

export type Quizzes = ReturnType<typeof createQuizzes>;

/** Quizzes as they are played: the rules, kept in the store. Whoever listens hears of every change that is made here. */
export function createQuizzes({ store, library, readers, now, random, lease }: Surroundings) {
  const holder = randomBytes(6).toString('hex');
  const hold = (): Hold => ({ holder, until: now() + lease });
  let listener: (turn: Turn) => void = () => undefined;

  async function apply(id: QuizId, event: Event): Promise<Turn | undefined> {
    const turn = await store.quizzes.change(id, hold(), quiz => advance(quiz, event, now()));
    if (turn !== undefined) listener(turn);
    return turn;
  }

  async function start({ press, ...game }: Start): Promise<Started> {
    const { film } = await library.open(game.film);
    const pool = poolOf(film, game.settings, await readers.each(film.id, [game.starter]));
    const quiz = openQuiz({ ...game, id: randomBytes(6).toString('hex') }, now());
    if (pool.facts.length === 0) return { kind: 'empty', heldBack: pool.heldBack };
    const opened = await store.quizzes.open(quiz, press, hold(), now());
    if (opened.kind !== 'opened') return opened;
    listener({ quiz, news: [] });
    return { kind: 'opened', quiz };
  }

  /** Draws the next question for those who play, or ends the quiz where there is none for them. */
  async function ask(quiz: Quiz): Promise<Turn | undefined> {
    const { film } = await library.open(quiz.film);
    const players = [...new Set([quiz.starter, ...(await store.quizzes.players(quiz.id))])];
    const pool = poolOf(film, quiz.settings, await readers.each(film.id, players));
    const asked = await store.quizzes.asked(quiz.room, quiz.film);
    const question = drawQuestion(film, pool, asked, quiz.language, random);
    return apply(quiz.id, question === undefined ? { type: 'nothing-left' } : { type: 'ask', question });
  }

  /** Does what is due by the clock, if anything is. */
  async function step(id: QuizId): Promise<Turn | undefined> {
    const quiz = await store.quizzes.find(id);
    if (quiz === undefined || quiz.phase === 'over') return undefined;
    if (quiz.phase === 'asking') return apply(id, { type: 'time' });
    return isReady(quiz, now()) ? ask(quiz) : undefined;
  }

  /** Quizzes that nobody listens to any more, and that are ours from now on. */
  async function takeOver(): Promise<QuizId[]> {
    const ids = await store.quizzes.abandoned(now(), lease);
    const taken = await Promise.all(
      ids.map(async id => ((await store.quizzes.takeOver(id, hold(), now(), lease)) ? [id] : [])),
    );
    return taken.flat();
  }

  return {
    start,
    step,
    takeOver,
    /** Says that we still listen to our rooms, and which these are, as others may have changed them. */
    renew: async (): Promise<Quiz[]> => {
      await store.quizzes.renew(hold());
      return store.quizzes.held(holder);
    },
    /** Lets go of every room, so that another process need not wait. */
    release: () => store.quizzes.renew({ holder, until: 0 }),
    listen: (hear: (turn: Turn) => void) => {
      listener = hear;
    },
    announced: (id: QuizId, message: string) => apply(id, { type: 'announced', message }),
    guess: (id: QuizId, round: number, guess: Guess & Shown) => apply(id, { type: 'guess', round, ...guess }),
    seenIt: (id: QuizId) => apply(id, { type: 'seen-it' }),
    stop: (id: QuizId, because: 'stopped' | 'unreachable' = 'stopped') => apply(id, { type: 'stop', because }),
    resume: (id: QuizId) => apply(id, { type: 'resume' }),
    shown: (id: QuizId, round: number, shown: Shown) => apply(id, { type: 'shown', round, ...shown }),
    find: (id: QuizId): Promise<Quiz | undefined> => store.quizzes.find(id),
    running: (room: RoomId): Promise<QuizId | undefined> => store.quizzes.running(room),
    closed: (id: QuizId): Promise<ClosedRound[]> => store.quizzes.closed(id),
    revealed: (id: QuizId, round: number): Promise<void> => store.quizzes.revealed(id, round, holder),
    told: (id: QuizId): Promise<void> => store.quizzes.told(id, holder),
    now,
  };
}
