import { spelledOut } from '../text/chat-spelling.ts';
import { isFunctionWord } from '../text/function-words.ts';
import type { Language } from '../text/language.ts';
import { createPieceReader, type ReadPieces } from '../text/pieces.ts';
import { stem } from '../text/stem.ts';
import { tokens } from '../text/tokens.ts';
import { type Lexicon, startOf } from './lexicon.ts';
import type { BareWord, Sense, Senses } from './senses.ts';

/** A word in one language as it is written: read once, however often it stands in the texts. */
export interface WrittenWord {
  readonly written: string;
  readonly language: Language;
}

/** What is known of it. */
export interface Word extends WrittenWord, BareWord {
  /** As it is spelled out. */
  readonly text: string;
  readonly isFunction: boolean;
  /** What it means by itself. */
  readonly sense: Sense;
}

/** The words of some texts, numbered in the order in which they come, and what adds the numbers of texts' words to a list. */
export interface WordReader {
  readonly written: readonly WrittenWord[];
  readonly read: Readonly<Record<Language, ReadPieces>>;
}

export function createWordReader(): WordReader {
  const written: WrittenWord[] = [];

  function readerOf(language: Language): ReadPieces {
    const known = new Map<string, number>();
    function numberOf(word: string): number {
      const number = known.get(word);
      if (number !== undefined) return number;
      known.set(word, written.length);
      return written.push({ written: word, language }) - 1;
    }
    return createPieceReader(piece => tokens(piece).map(numberOf));
  }

  return { written, read: { en: readerOf('en'), id: readerOf('id'), fr: readerOf('fr') } };
}

/** What words mean by themselves, looked up in passes: one table at a time fits into a processor's cache. */
export function wordsOf(written: readonly WrittenWord[], lexicon: Lexicon, senses: Senses): Word[] {
  const texts = written.map(({ written, language }) => spelledOut(written, language));
  const areFunctions = written.map(({ language }, at) => isFunctionWord(texts[at] ?? '', language));
  const stems = written.map(({ language }, at) => stem(texts[at] ?? '', language));
  const starts = written.map(({ language }, at) => startOf(lexicon, stems[at] ?? '', language));
  const bares = stems.map((stem, at) => senses.bare(stem, areFunctions[at] ?? false));
  return written.map(({ written, language }, at): Word => {
    const word = { stem: stems[at] ?? '', start: starts[at], bare: bares[at] ?? 0 };
    const sense = word.start === undefined ? word.bare : (senses.of([word])[0] ?? word.bare);
    return { written, language, text: texts[at] ?? '', isFunction: areFunctions[at] ?? false, ...word, sense };
  });
}

/** All words as they are written, whatever their languages. */
export interface Vocabulary {
  /** Each word's place. */
  readonly places: ReadonlyMap<string, number>;
  /** How often each stands in the texts, and once more if it is one of the lexicon's. */
  readonly counts: Uint32Array;
  /** The language that has most of each, 'several' where none has; nothing for what only the lexicon has. */
  readonly tongues: readonly (Language | 'several' | undefined)[];
}

/** `times` is how often each of the words stands in the texts. */
export function vocabularyOf(words: readonly WrittenWord[], times: Uint32Array, lexicon: Lexicon): Vocabulary {
  const places = new Map<string, number>();
  function placeOf(word: string): number {
    const known = places.get(word);
    if (known !== undefined) return known;
    places.set(word, places.size);
    return places.size - 1;
  }
  for (const word of lexicon.words) placeOf(word);
  const known = places.size;
  const found = words.map(({ written }) => placeOf(written));
  const counts = new Uint32Array(places.size);
  found.forEach((place, number) => {
    counts[place] = (counts[place] ?? 0) + (times[number] ?? 0);
  });
  const tongues = new Array<Language | 'several' | undefined>(places.size).fill(undefined);
  words.forEach(({ language }, number) => {
    const place = found[number] ?? 0;
    if ((times[number] ?? 0) >= mostOf * (counts[place] ?? 0)) tongues[place] = language;
    else tongues[place] ??= 'several';
  });
  counts.subarray(0, known).forEach((count, place) => {
    counts[place] = count + 1;
  });
  return { places, counts, tongues };
}

/** A word of another language is quoted now and then. */
const mostOf = 0.9;
