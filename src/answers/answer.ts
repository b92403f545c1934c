import type { Fact, Unknown } from '../films/film.ts';
import type { Language } from '../text/language.ts';
import type { SmallTalk } from './small-talk.ts';

/** What comes of a question. `language` is the question's. */
export type Answer =
  | {
      readonly kind: 'answered';
      readonly language: Language;
      readonly fact: Fact;
      /** What answers the other question of a message that asks two. */
      readonly also?: Fact;
      readonly confidence: number;
      readonly candidates: readonly Candidate[];
    }
  /** Near something, but not sure: no claim is made, the candidates are offered. */
  | { readonly kind: 'unsure'; readonly language: Language; readonly candidates: readonly Candidate[] }
  /** The candidates are the nearest things that are known, and may be far away. */
  | {
      readonly kind: 'unknown';
      readonly language: Language;
      readonly reason: Reason;
      readonly candidates: readonly Candidate[];
    };

/** Why there is no answer. */
export type Reason =
  /** Nothing like it is in the pack. */
  | { readonly because: 'not-known' }
  /** Asked often, and no document says. */
  | { readonly because: 'not-documented'; readonly unknown: Unknown }
  /** Not a question about the film. */
  | { readonly because: 'small-talk'; readonly talk: SmallTalk }
  /** In a language that we do not speak. */
  | { readonly because: 'other-language' };

/** A fact that might be what was asked for. */
export interface Candidate {
  readonly fact: Fact;
  /** 0 to 1. */
  readonly confidence: number;
}
