import type { Language } from '../text/language.ts';

/** One value for each language that the film declares. */
export type Localized<T> = Readonly<Partial<Record<Language, T>>>;

export type FilmId = string;
export type FactId = string;
export type SceneId = string;
export type EntityId = string;

/** Everything known about one film: what a folder under `data/` says. */
export interface Film {
  readonly id: FilmId;
  readonly title: string;
  readonly year: number;
  /** The first one is what readers of other languages get. */
  readonly languages: readonly [Language, ...Language[]];
  readonly documents: readonly Document[];
  readonly people: readonly Person[];
  readonly terms: readonly Term[];
  /** In the film's order. */
  readonly scenes: readonly Scene[];
  readonly facts: readonly Fact[];
  readonly unknowns: readonly Unknown[];
  /** Scenes during and after the credits; a part left out is not recorded anywhere. */
  readonly credits: { readonly during?: CreditsScene | undefined; readonly after?: CreditsScene | undefined };
  /** What `/amour reception` shows, in order. */
  readonly reception: readonly FactId[];
  /** Good first questions, offered where somebody has typed nothing yet. */
  readonly starters: readonly FactId[];
  readonly nothingToAsk: readonly NothingToAsk[];
}

/** A text that the pack's facts are curated from. It is named and pointed into, never shipped. */
export interface Document {
  readonly id: string;
  readonly title: Localized<string>;
  readonly language: Language;
}

/** Places in a document, each `line.sentence`. */
export interface Places {
  readonly document: string;
  readonly at: readonly string[];
}

/** Sentences that no fact is made of, and why. */
export interface NothingToAsk extends Places {
  readonly why: string;
}

export interface CreditsScene {
  readonly scene: boolean;
  readonly fact: FactId;
}

export interface Person {
  readonly id: EntityId;
  readonly kind: 'character' | 'actor' | 'crew' | 'mentioned';
  readonly name: Localized<string>;
  /** Other names, and the ways people and documents misspell it. */
  readonly aliases: readonly string[];
  /** What people call them without a name: the daughter, the caretaker. */
  readonly roles: Localized<readonly string[]>;
  readonly playedBy?: EntityId | undefined;
  /** Where the film introduces a character. */
  readonly scene?: SceneId | undefined;
}

/** A place, thing or event that questions name. */
export interface Term {
  readonly id: EntityId;
  readonly name: Localized<string>;
  readonly aliases: Localized<readonly string[]>;
  readonly scene?: SceneId | undefined;
}

export interface Scene {
  readonly id: SceneId;
  /** What a poster would tell. */
  readonly premise: boolean;
  /** Spoils nothing: it is offered to people who say how far they have watched. */
  readonly name: Localized<string>;
  readonly summary: Localized<string>;
}

/** What facts and known unknowns share: a thing people ask. */
interface Entry {
  readonly id: FactId;
  /** The name of its file. */
  readonly topic: string;
  readonly about: { readonly entity: readonly (EntityId | 'film')[]; readonly attribute: string };
  /** Ways to ask for it; the first one is shown to people. */
  readonly questions: Localized<readonly [string, ...string[]]>;
}

export interface Fact extends Entry {
  readonly kind: 'fact';
  readonly answer: Localized<string>;
  readonly claims: readonly Claim[];
  /** Where the film reveals it; a fact about the film has none. */
  readonly scene?: SceneId | undefined;
  /** Whether knowing it early hurts. */
  readonly spoils: boolean;
  readonly quiz?: QuizMaterial | undefined;
  /** Words of the answer that stand otherwise in the document: worked out, translated. */
  readonly inferred: readonly string[];
}

/** What people ask and no document says. */
export interface Unknown extends Entry {
  readonly kind: 'unknown';
}

/** What one document says about a fact. Where claims differ, each `says` its own. */
export interface Claim extends Places {
  readonly says?: Localized<string> | undefined;
}

export const difficulties = ['easy', 'medium', 'hard'] as const;
export type Difficulty = (typeof difficulties)[number];

export interface QuizMaterial {
  readonly option: Localized<string>;
  /** Wrong in every document, alike in kind, form and length. */
  readonly decoys: Localized<readonly string[]>;
  readonly difficulty: Difficulty;
}

/** How far somebody has watched: the last scene seen, all of it, or nothing said. */
export type Horizon = SceneId | 'finished' | undefined;

export function isDisputed(fact: Fact): boolean {
  return fact.claims.some(claim => claim.says !== undefined);
}

/** The text in the reader's language, or in the film's first where the film does not speak it. */
export function localized<T>(film: Film, text: Localized<T>, language: Language): T {
  const value = text[language] ?? text[film.languages[0]];
  if (value === undefined) throw new Error(`a text of ${film.id} has no ${film.languages[0]}`);
  return value;
}
