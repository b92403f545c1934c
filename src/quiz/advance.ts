import { pointsOf } from './points.ts';
import type {
  Ending,
  Event,
  Game,
  Guess,
  Instant,
  News,
  Question,
  Quiz,
  Round,
  Scored,
  Shown,
  Turn,
} from './quiz.ts';

/** From the announcement to the first question: time to read, and to say that everybody has seen the film. */
export const openingTime = 10_000;
/** The same where somebody is alone and has nothing to say first. */
export const shortOpeningTime = 1_500;
/** Time to read why an answer is right. */
export const pause = 6_000;
/** Presses made in time may arrive so much later. */
export const onTheirWay = 1_500;
/** So many rounds in a row without a guess end the quiz. */
export const mostQuietRounds = 3;

export function openQuiz(
  game: Omit<Game, 'announcement' | 'streaks' | 'lastPlayers' | 'quietRounds'>,
  now: Instant,
): Quiz {
  const startsAt = now + (game.solo && game.settings.spoilers ? shortOpeningTime : openingTime);
  return { ...game, streaks: {}, lastPlayers: [], quietRounds: 0, phase: 'opening', startsAt };
}

/**
 * The rules: what an event makes of a quiz, and what there is to tell. An event that does not fit (a guess after the
 * close, a stop after the end) changes nothing. Chance and the clock are the caller's.
 */
export function advance(quiz: Quiz, event: Event, now: Instant): Turn {
  switch (event.type) {
    case 'announced':
      return unchanged(quiz.phase === 'over' ? quiz : { ...quiz, announcement: event.message });
    case 'ask':
      return isReady(quiz, now) ? ask(quiz, event.question, now) : unchanged(quiz);
    case 'nothing-left':
      return isReady(quiz, now) ? end(quiz, 'used-up') : unchanged(quiz);
    case 'shown':
      return unchanged(quiz.phase === 'asking' && quiz.round.number === event.round ? show(quiz, event) : quiz);
    case 'guess':
      return guess(quiz, event, now);
    case 'time':
      return quiz.phase === 'asking' && now >= deadlineOf(quiz.round) ? close(quiz, now) : unchanged(quiz);
    case 'resume':
      return resume(quiz, now);
    case 'seen-it':
      return quiz.phase === 'opening' && !quiz.settings.spoilers ? allowSpoilers(quiz, now) : unchanged(quiz);
    case 'stop':
      return stop(quiz, event.because, now);
  }
}

/** When something is due without anybody doing anything; a quiz that is over has no such time. */
export function deadline(quiz: Quiz): Instant | undefined {
  switch (quiz.phase) {
    case 'opening':
      return quiz.startsAt;
    case 'asking':
      return deadlineOf(quiz.round);
    case 'between':
      return quiz.resumesAt;
    case 'over':
      return undefined;
  }
}

/** Whether the next question is due. */
export function isReady(quiz: Quiz, now: Instant): boolean {
  return (quiz.phase === 'opening' && now >= quiz.startsAt) || (quiz.phase === 'between' && now >= quiz.resumesAt);
}

type Asking = Extract<Quiz, { phase: 'asking' }>;

function deadlineOf({ closesAt }: Round): Instant {
  return closesAt + onTheirWay;
}

function unchanged(quiz: Quiz): Turn {
  return { quiz, news: [] };
}

function ask(quiz: Quiz, question: Question, now: Instant): Turn {
  const round: Round = {
    number: numberOf(quiz) + 1,
    question,
    openedAt: now,
    closesAt: now + quiz.settings.seconds * 1000,
    message: undefined,
    guesses: [],
  };
  return { quiz: { ...gameOf(quiz), phase: 'asking', round }, news: [{ type: 'asked', round }] };
}

/** The clock starts when people see the question, not when we sent it. */
function show(quiz: Asking, { message, shownAt }: Shown): Asking {
  if (quiz.round.message !== undefined) return quiz;
  const closesAt = Math.max(quiz.round.closesAt, shownAt + quiz.settings.seconds * 1000);
  return { ...quiz, round: { ...quiz.round, message, openedAt: shownAt, closesAt } };
}

function guess(quiz: Quiz, event: Extract<Event, { type: 'guess' }>, now: Instant): Turn {
  const { player, choice, at, press } = event;
  if (quiz.phase !== 'asking' || quiz.round.number !== event.round) return { quiz, news: [{ type: 'too-late' }] };
  // Who pressed has seen it, even where the process that sent it did not live to say so.
  const shown = show(quiz, event);
  const { round } = shown;
  const { question } = round;
  const before = round.guesses.find(guess => guess.player === player);
  if (before !== undefined) return { quiz, news: [{ type: 'guessed-before', guess: before, question }] };
  if (at > round.closesAt || question.choices[choice] === undefined) return { quiz, news: [{ type: 'too-late' }] };
  const taken: Guess = { player, choice, at, press };
  const next: Asking = { ...shown, round: { ...round, guesses: [...round.guesses, taken] } };
  const news: News = { type: 'guessed', guess: taken, question };
  if (!isComplete(next)) return { quiz: next, news: [news] };
  const closed = close(next, now);
  return { quiz: closed.quiz, news: [news, ...closed.news] };
}

/** Nobody is left to wait for: alone at once, else when all who guessed in the round before have guessed. */
function isComplete({ solo, lastPlayers, round }: Asking): boolean {
  if (solo) return true;
  const guessed = new Set(round.guesses.map(({ player }) => player));
  return lastPlayers.length >= 2 && lastPlayers.every(player => guessed.has(player));
}

function close(quiz: Asking, now: Instant): Turn {
  const { round, settings } = quiz;
  const scored = scoreRound(round, settings.seconds, quiz.streaks);
  const closed: News = { type: 'closed', round, scored };
  const game: Game = {
    ...gameOf(quiz),
    streaks: Object.fromEntries(
      scored.flatMap(({ player, isRight }) => (isRight ? [[player, (quiz.streaks[player] ?? 0) + 1]] : [])),
    ),
    lastPlayers: round.guesses.map(({ player }) => player),
    quietRounds: round.guesses.length === 0 ? quiz.quietRounds + 1 : 0,
  };
  const { number } = round;
  const ended = game.quietRounds >= mostQuietRounds ? 'quiet' : number >= settings.rounds ? 'played' : undefined;
  if (ended !== undefined) {
    return {
      quiz: { ...game, phase: 'over', number, because: ended },
      news: [closed, { type: 'over', because: ended }],
    };
  }
  return { quiz: { ...game, phase: 'between', number, resumesAt: now + pause }, news: [closed] };
}

/** What each guess of a round is worth. `streaks` are those before the round. */
export function scoreRound(
  { question, openedAt, guesses }: Round,
  seconds: number,
  streaks: Readonly<Record<string, number>>,
): Scored[] {
  const limit = seconds * 1000;
  return guesses.map(guess => {
    const isRight = guess.choice === question.right;
    const took = Math.max(0, guess.at - openedAt);
    return { ...guess, isRight, took, points: isRight ? pointsOf(took, limit, streaks[guess.player] ?? 0) : 0 };
  });
}

/**
 * Guesses are kept; whoever has not guessed gets the full time again. Waits are never longer than they began: the
 * clock of whoever listens now may be behind.
 */
function resume(quiz: Quiz, now: Instant): Turn {
  switch (quiz.phase) {
    case 'opening':
      return unchanged({ ...quiz, startsAt: Math.min(quiz.startsAt, now + openingTime) });
    case 'between':
      return unchanged({ ...quiz, resumesAt: Math.min(quiz.resumesAt, now + pause) });
    case 'asking': {
      const round = { ...quiz.round, closesAt: now + quiz.settings.seconds * 1000 };
      return { quiz: { ...quiz, round }, news: [{ type: 'resumed', round }] };
    }
    case 'over':
      return unchanged(quiz);
  }
}

/** Who is alone has nothing more to wait for. */
function allowSpoilers(quiz: Extract<Quiz, { phase: 'opening' }>, now: Instant): Turn {
  const startsAt = quiz.solo ? Math.min(quiz.startsAt, now + shortOpeningTime) : quiz.startsAt;
  return {
    quiz: { ...quiz, settings: { ...quiz.settings, spoilers: true }, startsAt },
    news: [{ type: 'spoilers-allowed' }],
  };
}

/** An open round still counts for those who have guessed. */
function stop(quiz: Quiz, because: 'stopped' | 'unreachable', now: Instant): Turn {
  if (quiz.phase === 'over') return unchanged(quiz);
  if (quiz.phase !== 'asking') return end(quiz, because);
  const [closed] = close(quiz, now).news;
  const ended = end(quiz, because);
  return { quiz: ended.quiz, news: closed === undefined ? ended.news : [closed, ...ended.news] };
}

function end(quiz: Quiz, because: Ending): Turn {
  return {
    quiz: { ...gameOf(quiz), phase: 'over', number: numberOf(quiz), because },
    news: [{ type: 'over', because }],
  };
}

/** The round that is open, or was closed last; 0 before the first. */
export function numberOf(quiz: Quiz): number {
  switch (quiz.phase) {
    case 'opening':
      return 0;
    case 'asking':
      return quiz.round.number;
    case 'between':
    case 'over':
      return quiz.number;
  }
}

function gameOf(quiz: Quiz): Game {
  const { id, room, guild, solo, film, starter, language, settings, announcement } = quiz;
  const { streaks, lastPlayers, quietRounds } = quiz;
  return {
    id,
    room,
    guild,
    solo,
    film,
    starter,
    language,
    settings,
    announcement,
    streaks,
    lastPlayers,
    quietRounds,
  };
}
