import type { Difficulty, FactId, FilmId } from '../films/film.ts';
import type { Language } from '../text/language.ts';

/** Milliseconds since 1970 by Discord's clock, which is the only one all players share. */
export type Instant = number;
export type PlayerId = string;
/** A channel, a thread or a private chat. */
export type RoomId = string;
export type QuizId = string;

export interface Settings {
  readonly rounds: number;
  readonly seconds: number;
  readonly difficulty: Difficulty | 'mixed';
  /** Whether questions may tell the story. */
  readonly spoilers: boolean;
}

/** What is asked, as it was drawn: a pack that changes meanwhile changes no running round. */
export interface Question {
  readonly fact: FactId;
  readonly text: string;
  readonly choices: readonly string[];
  /** The place of the right one among the choices. */
  readonly right: number;
  /** Why it is right, and the titles of the documents that say so. */
  readonly because: string;
  readonly sources: readonly string[];
  /** Questions left out because somebody who plays has not seen enough of the film. */
  readonly heldBack: number;
}

export interface Guess {
  readonly player: PlayerId;
  readonly choice: number;
  /** When it was pressed, by the press's own snowflake. */
  readonly at: Instant;
  /** The press. Two processes that receive the same one know it by this. */
  readonly press: string;
}

export interface Round {
  /** From 1. */
  readonly number: number;
  readonly question: Question;
  /** From when speed counts: when Discord showed the question, and until that is known, when it was asked. */
  readonly openedAt: Instant;
  readonly closesAt: Instant;
  /** The message that shows it; not yet known while it is being sent. */
  readonly message: string | undefined;
  readonly guesses: readonly Guess[];
}

/** A guess once its round is closed. */
export interface Scored extends Guess {
  readonly isRight: boolean;
  /** Milliseconds from the question to the press. */
  readonly took: number;
  readonly points: number;
}

export type Ending = 'played' | 'stopped' | 'quiet' | 'used-up' | 'unreachable';

/** What holds throughout a quiz, and what its next round needs to know of those before. */
export interface Game {
  readonly id: QuizId;
  readonly room: RoomId;
  /** The server, where there is one. */
  readonly guild: string | undefined;
  /** A private chat: one player, so a guess closes the round. */
  readonly solo: boolean;
  readonly film: FilmId;
  readonly starter: PlayerId;
  readonly language: Language;
  readonly settings: Settings;
  /** The message that announces it, once that is known. */
  readonly announcement?: string | undefined;
  /** Right answers in a row, for those who have any. */
  readonly streaks: Readonly<Record<PlayerId, number>>;
  /** Who guessed in the round before. */
  readonly lastPlayers: readonly PlayerId[];
  /** Rounds in a row without a guess. */
  readonly quietRounds: number;
}

export type Quiz = Game &
  (
    | { readonly phase: 'opening'; readonly startsAt: Instant }
    | { readonly phase: 'asking'; readonly round: Round }
    | { readonly phase: 'between'; readonly number: number; readonly resumesAt: Instant }
    | { readonly phase: 'over'; readonly number: number; readonly because: Ending }
  );

/** Where and since when Discord shows a question. */
export interface Shown {
  readonly message: string;
  readonly shownAt: Instant;
}

export type Event =
  /** Discord has shown its announcement. */
  | { readonly type: 'announced'; readonly message: string }
  /** The next question, once the quiz is ready for one. */
  | { readonly type: 'ask'; readonly question: Question }
  | { readonly type: 'nothing-left' }
  /** Discord has shown the round's question. */
  | ({ readonly type: 'shown'; readonly round: number } & Shown)
  /** `message` is the one that was pressed, shown at `shownAt`. */
  | ({ readonly type: 'guess'; readonly round: number } & Guess & Shown)
  | { readonly type: 'time' }
  /** Somebody listens again after nobody did. */
  | { readonly type: 'resume' }
  /** The starter says that everybody has seen the film. */
  | { readonly type: 'seen-it' }
  | { readonly type: 'stop'; readonly because: 'stopped' | 'unreachable' };

export type News =
  | { readonly type: 'asked'; readonly round: Round }
  | { readonly type: 'resumed'; readonly round: Round }
  | { readonly type: 'guessed'; readonly guess: Guess; readonly question: Question }
  /** The guess that counts already; with the same `press` it is this very one, come twice. */
  | { readonly type: 'guessed-before'; readonly guess: Guess; readonly question: Question }
  | { readonly type: 'too-late' }
  | { readonly type: 'closed'; readonly round: Round; readonly scored: readonly Scored[] }
  | { readonly type: 'spoilers-allowed' }
  | { readonly type: 'over'; readonly because: Ending };

export interface Turn {
  readonly quiz: Quiz;
  readonly news: readonly News[];
}
