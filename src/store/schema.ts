import type { Generated } from 'kysely';

/**
 * The tables, the same in both databases. Times are milliseconds since 1970, flags 0 or 1: `node:sqlite` binds
 * neither dates nor booleans.
 */
export interface Tables {
  quizzes: QuizRow;
  rounds: RoundRow;
  guesses: GuessRow;
  horizons: HorizonRow;
  settings: SettingsRow;
  unanswered: UnansweredRow;
}

export interface QuizRow {
  id: string;
  room: string;
  guild: string | null;
  film: string;
  /** Who started it; empty once they have had themselves deleted. */
  starter: string;
  /** The interaction that started it: two processes that receive the same one know it by this. */
  press: string;
  phase: string;
  /** Over, and everything has been said about it. */
  told: Generated<number>;
  /** Counts the changes: whoever writes names the one they have read. */
  version: Generated<number>;
  /** The process that listens to the room, and until when that holds unless it says so again. */
  holder: string;
  held_until: number;
  started_at: number;
  /** The quiz without its guesses, as JSON. */
  data: string;
}

export interface RoundRow {
  quiz: string;
  number: number;
  fact: string;
  opened_at: number;
  closed_at: number | null;
  message: string | null;
  /** Whether the answer stands on the message. */
  revealed: Generated<number>;
  /** The question, as JSON. */
  question: string;
}

export interface GuessRow {
  quiz: string;
  number: number;
  player: string;
  choice: number;
  at: number;
  press: string;
  /** Known once the round is closed. */
  took: number | null;
  is_right: number | null;
  points: number | null;
}

/** How far somebody has watched a film. */
export interface HorizonRow {
  person: string;
  film: string;
  /** A scene's id, or `finished`. */
  scene: string;
}

export interface SettingsRow {
  guild: string;
  /** What a server has chosen, as JSON. */
  data: string;
}

/** A question that nobody could answer: its words, and how often it came; not whose, where or when. */
export interface UnansweredRow {
  film: string;
  words: string;
  times: number;
}
