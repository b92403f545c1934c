import { spelledOut } from '../text/chat-spelling.ts';
import { isFunctionWord } from '../text/function-words.ts';
import type { Language } from '../text/language.ts';
import { createPieceReader, type ReadPieces } from '../text/pieces.ts';
import { stem } from '../text/stem.ts';
import { tokens } from '../text/tokens.ts';
import { type Lexicon, startOf } from './lexicon.ts';
import type { BareWord, Sense, Senses } from './senses.ts';

/** A word in one language: read once, however often it stands in the texts. */
export interface Word extends BareWord {
  readonly written: string;
  readonly language: Language;
  /** As it is spelled out. */
  readonly text: string;
  readonly isFunction: boolean;
  /** What it means by itself. */
  readonly sense: Sense;
}

/** The words of some texts, numbered in the order in which they come, and what adds the numbers of a text's words to a list. */
export interface Vocabulary {
  readonly words: readonly Word[];
  readonly read: Readonly<Record<Language, ReadPieces>>;
}

export function createVocabulary(lexicon: Lexicon, senses: Senses): Vocabulary {
  const words: Word[] = [];

  function readerOf(language: Language): ReadPieces {
    const known = new Map<string, number>();
    function numberOf(written: string): number {
      const number = known.get(written);
      if (number !== undefined) return number;
      const text = spelledOut(written, language);
      const stemmed = stem(text, language);
      const start = startOf(lexicon, stemmed, language);
      const isFunction = isFunctionWord(text, language);
      const bare = senses.bare(stemmed, isFunction);
      const [sense = bare] = start === undefined ? [] : senses.of([{ stem: stemmed, start, bare }]);
      known.set(written, words.length);
      return words.push({ written, language, text, stem: stemmed, start, isFunction, bare, sense }) - 1;
    }
    return createPieceReader(piece => tokens(piece).map(numberOf));
  }

  return { words, read: { en: readerOf('en'), id: readerOf('id'), fr: readerOf('fr') } };
}

/** Every word of the texts and how often it stands in them, and those of the lexicon, counted once more each. */
export function countsOf(words: readonly Word[], counts: Uint32Array, lexicon: Lexicon): Map<string, number> {
  const all = new Map<string, number>([...lexicon.words].map(word => [word, 1]));
  words.forEach(({ written }, number) => {
    all.set(written, (all.get(written) ?? 0) + (counts[number] ?? 0));
  });
  return all;
}

/** Each word of the texts with the language that has most of it, or 'several' where that is less than most. */
export function tonguesOf(words: readonly Word[], counts: Uint32Array): Map<string, Language | 'several'> {
  const sums = new Map<string, number>();
  words.forEach(({ written }, number) => {
    sums.set(written, (sums.get(written) ?? 0) + (counts[number] ?? 0));
  });
  const found = new Map<string, Language | 'several'>();
  words.forEach(({ written, language }, number) => {
    if ((counts[number] ?? 0) >= mostOf * (sums.get(written) ?? 0)) found.set(written, language);
    else if (!found.has(written)) found.set(written, 'several');
  });
  return found;
}

/** A word of another language is quoted now and then. */
const mostOf = 0.9;
