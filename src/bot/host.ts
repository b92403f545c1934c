import type { Shelved } from '../app/library.ts';
import type { Quizzes } from '../app/quizzes.ts';
import type { Log } from '../log.ts';
import { deadline } from '../quiz/advance.ts';
import type { News, Quiz, QuizId, Round, Scored, Turn } from '../quiz/quiz.ts';
import { standings } from '../quiz/standings.ts';
import { openingMessage, revealMessage, roundMessage, standingsMessage } from '../views/quiz.ts';
import { timeOf } from './clock.ts';
import type { Rooms } from './rooms.ts';

/** Names under a question are brought up to date so often at most, in milliseconds. */
const updateEvery = 3_000;
/** Questions and answers go first: so many updates of names wait for Discord at once, others are left out. */
const mostUpdates = 5;
/** What could not be said or kept is tried again after so many milliseconds. */
const retryAfter = 1_000;
/** A question that took longer than that to be shown gets its countdown corrected. */
const slowSend = 2_000;

export interface Host {
  close(): Promise<void>;
}

/**
 * Hosts the quizzes of this process: says what came of each change, acts when a deadline passes, and takes over what
 * nobody listens to any more. Everything is in the store before it is said; saying it twice gives one message.
 */
export function createHost(
  quizzes: Quizzes,
  shelf: readonly Shelved[],
  rooms: Rooms,
  log: Log,
  lease: number,
): Host {
  const timers = new Map<QuizId, NodeJS.Timeout>();
  const queues = new Map<QuizId, Promise<void>>();
  const updates = new Map<QuizId, NodeJS.Timeout>();
  /** The rooms that this process listens to; in others it only takes presses. With whose names it has shown there. */
  const ours = new Map<QuizId, NamesShown>();
  let updating = 0;
  let isClosed = false;

  const titleOf = ({ film }: Quiz) => shelf.find(({ id }) => id === film)?.title ?? film;
  const note = (step: string, { id }: Quiz, more: object = {}) => log.debug({ quiz: id, step, ...more }, 'quiz');

  /** One thing after the other within a quiz; a fault is logged and the next thing is done. */
  function enqueue(id: QuizId, work: () => Promise<void>): void {
    const before = queues.get(id) ?? Promise.resolve();
    const next = before.then(async () => {
      if (isClosed) return;
      try {
        await work();
      } catch (error) {
        log.warn({ err: error, quiz: id }, 'a quiz could not go on just now');
        remind(id, retryAfter, () => tend(id, false));
      }
    });
    queues.set(id, next);
    void next.then(() => {
      if (queues.get(id) === next) queues.delete(id);
    });
  }

  function hear(turn: Turn): void {
    const { quiz, news } = turn;
    note('committed', quiz, { phase: quiz.phase, news: news.map(({ type }) => type) });
    // Who opens a room listens to it; other rooms come by taking them over, see `sweep`.
    if (quiz.phase === 'opening') ours.set(quiz.id, undefined);
    if (ours.has(quiz.id)) schedule(quiz);
    for (const item of news) {
      if (item.type !== 'guessed') enqueue(quiz.id, () => tell(quiz, item));
      // Two processes that change one message would undo each other's changes: names are the holder's to show.
      else if (ours.has(quiz.id)) updateSoon(quiz.id);
    }
  }

  function schedule(quiz: Quiz): void {
    const due = deadline(quiz);
    if (due === undefined) clearTimeout(timers.get(quiz.id));
    else remind(quiz.id, Math.max(0, due - quizzes.now()) + 1, async () => void (await quizzes.step(quiz.id)));
  }

  /** What another process has changed in a room of ours: whom it let guess, and what it did not live to say. */
  function follow(quiz: Quiz): void {
    if (quiz.phase === 'asking' && quiz.round.guesses.length > 0 && ours.get(quiz.id) !== signOf(quiz.round))
      updateSoon(quiz.id);
    if (queues.has(quiz.id)) return;
    schedule(quiz);
    if (quiz.phase === 'over') enqueue(quiz.id, () => finish(quiz));
    if (quiz.phase === 'asking' && quiz.round.message === undefined)
      enqueue(quiz.id, () => show(quiz, quiz.round, false));
  }

  /** Timers only remind, one a quiz: what is due is worked out from the store when they ring. */
  function remind(id: QuizId, wait: number, work: () => Promise<void>): void {
    clearTimeout(timers.get(id));
    if (isClosed) return;
    timers.set(
      id,
      setTimeout(() => {
        timers.delete(id);
        enqueue(id, work);
      }, wait),
    );
  }

  async function tell(quiz: Quiz, news: News): Promise<void> {
    switch (news.type) {
      case 'asked':
        await revealRest(quiz);
        await show(quiz, news.round, false);
        return news.round.number === 1 ? announceAgain(quiz) : undefined;
      case 'resumed':
        return news.round.message === undefined
          ? show(quiz, news.round, true)
          : void (await rooms.edit(quiz.room, news.round.message, roundMessage(quiz, news.round, true)));
      case 'closed':
        return reveal(quiz, news.round, news.scored);
      case 'over':
        return finish(quiz);
      case 'guessed':
      case 'guessed-before':
      case 'too-late':
      case 'spoilers-allowed':
        return;
    }
  }

  /** The clock starts when Discord shows the question; one that took long gets its countdown corrected. */
  async function show(quiz: Quiz, round: Round, resumed: boolean): Promise<void> {
    note('sending', quiz, { round: round.number });
    const message = await rooms.post(quiz.room, roundMessage(quiz, round, resumed), `${quiz.id}.${round.number}`);
    note('sent', quiz, { round: round.number });
    if (message === undefined) return void (await quizzes.stop(quiz.id, 'unreachable'));
    const turn = await quizzes.shown(quiz.id, round.number, { message, shownAt: timeOf(message) });
    if (turn?.quiz.phase !== 'asking' || turn.quiz.round.closesAt - round.closesAt <= slowSend) return;
    await rooms.edit(quiz.room, message, roundMessage(turn.quiz, turn.quiz.round, resumed));
  }

  /**
   * Whoever closes a round shows its answer, but it counts as shown only where the holder of the room has done so: the
   * question with the holder's names may still be on its way to Discord when somebody else shows the answer, and would
   * replace it. So the holder shows it again; where it dies before, whoever takes the room over does.
   */
  async function reveal(quiz: Quiz, round: Round, scored: readonly Scored[]): Promise<void> {
    clearTimeout(updates.get(quiz.id));
    updates.delete(quiz.id);
    note('revealing', quiz, { round: round.number });
    const message = revealMessage(quiz, round, scored);
    // Where nobody knows what became of the question, its nonce finds it, or this becomes it.
    const shown = round.message ?? (await rooms.post(quiz.room, message, `${quiz.id}.${round.number}`));
    if (shown !== undefined) await rooms.edit(quiz.room, shown, message);
    await quizzes.revealed(quiz.id, round.number);
    note('revealed', quiz, { round: round.number });
  }

  /** What a process that closed a round did not live to show. */
  async function revealRest(quiz: Quiz): Promise<void> {
    for (const { round, scored, revealed } of await quizzes.closed(quiz.id))
      if (!revealed) await reveal(quiz, round, scored);
  }

  async function finish(quiz: Quiz): Promise<void> {
    await revealRest(quiz);
    const rounds = await quizzes.closed(quiz.id);
    const result = standings(rounds.map(({ scored }) => scored));
    note('finishing', quiz);
    if (quiz.phase === 'over' && quiz.because !== 'unreachable') {
      await rooms.post(quiz.room, standingsMessage(quiz, titleOf(quiz), result), `${quiz.id}.end`);
      await announceAgain(quiz);
    }
    await quizzes.told(quiz.id);
    note('finished', quiz);
  }

  /** The announcement loses what it can no longer do. */
  async function announceAgain(quiz: Quiz): Promise<void> {
    if (quiz.announcement !== undefined)
      await rooms.edit(quiz.room, quiz.announcement, openingMessage(quiz, titleOf(quiz)));
  }

  /** Who has guessed, a little later, so that many guesses make one change. */
  function updateSoon(id: QuizId): void {
    if (updates.has(id) || isClosed) return;
    updates.set(
      id,
      setTimeout(() => {
        updates.delete(id);
        if (updating < mostUpdates) enqueue(id, () => update(id));
      }, updateEvery),
    );
  }

  async function update(id: QuizId): Promise<void> {
    updating++;
    try {
      const quiz = await quizzes.find(id);
      if (quiz?.phase !== 'asking' || quiz.round.message === undefined || !ours.has(id)) return;
      ours.set(id, signOf(quiz.round));
      await rooms.edit(quiz.room, quiz.round.message, roundMessage(quiz, quiz.round, false));
      // Somebody whose press closed the round elsewhere may have shown the answer in between, and we have undone that.
      const closed = (await quizzes.closed(id)).find(({ round }) => round.number === quiz.round.number);
      if (closed !== undefined) await reveal(quiz, closed.round, closed.scored);
    } finally {
      updating--;
    }
  }

  /** Says what has not been said yet, and goes on. A round that nobody listened to gets its full time again. */
  async function tend(id: QuizId, wasAbandoned: boolean): Promise<void> {
    const quiz = await quizzes.find(id);
    if (quiz === undefined) return;
    note('tending', quiz, { phase: quiz.phase });
    await revealRest(quiz);
    if (quiz.phase === 'over') return finish(quiz);
    if (wasAbandoned) return void (await quizzes.resume(id));
    schedule(quiz);
    if (quiz.phase === 'asking' && quiz.round.message === undefined) await show(quiz, quiz.round, false);
  }

  async function sweep(): Promise<void> {
    try {
      const held = await quizzes.renew();
      const before = new Map(ours);
      ours.clear();
      for (const quiz of held) {
        ours.set(quiz.id, before.get(quiz.id));
        follow(quiz);
      }
      for (const id of await quizzes.takeOver()) {
        ours.set(id, undefined);
        enqueue(id, () => tend(id, true));
      }
    } catch (error) {
      log.warn({ err: error }, 'the store could not be asked for quizzes');
    }
  }

  quizzes.listen(hear);
  let sweeping = sweep();
  const sweeper = setInterval(() => {
    sweeping = sweeping.then(sweep);
  }, lease / 3);

  return {
    async close() {
      isClosed = true;
      clearInterval(sweeper);
      for (const timer of [...timers.values(), ...updates.values()]) clearTimeout(timer);
      await sweeping;
      await Promise.all(queues.values());
      await quizzes.release().catch(error => log.warn({ err: error }, 'the rooms could not be released'));
    },
  };
}

/** The round and the number of guesses whose names stand under its question; nothing before the first. */
type NamesShown = string | undefined;

function signOf({ number, guesses }: Round): NamesShown {
  return `${number}.${guesses.length}`;
}
