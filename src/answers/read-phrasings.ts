import type { Fact, Unknown } from '../films/film.ts';
import { spelledOut } from '../text/chat-spelling.ts';
import { isFunctionWord } from '../text/function-words.ts';
import { type Language, languages } from '../text/language.ts';
import { type QuestionType, questionType } from '../text/question-type.ts';
import { stem } from '../text/stem.ts';
import { tokens } from '../text/tokens.ts';
import type { Unit } from './film-index.ts';
import { type Lexicon, nameOf, type StartingWord } from './lexicon.ts';

/** All phrasings, one after the other, as flat lists: they are tens of thousands. */
export interface Phrasings {
  /** Where each phrasing's words end, and each word's units; its stem is the first of them. */
  readonly phrasingEnds: number[];
  readonly wordEnds: number[];
  readonly units: Unit[];
  /** For each word 1 or 0. */
  readonly isFunction: number[];
}

/** The first place and the one behind the last. */
type Span = readonly [number, number];
export type Spans = Readonly<Partial<Record<Language, Span>>> & { readonly any: Span };

/** What one entry's texts hold. */
export interface EntryReading {
  /** The units of its phrasings, each once, and the share of the phrasings that hold one. */
  readonly units: readonly Unit[];
  share(unit: Unit): number;
  /** The units of its answer's content words, each once; none for a known unknown. */
  readonly answer: readonly Unit[];
  readonly types: ReadonlyMap<QuestionType, number>;
  readonly spans: Spans;
}

export interface Reader {
  /** To be called for each entry once, in the order of the index. */
  read(entry: Fact | Unknown): EntryReading;
  /** The unit of a name, numbered when it is new. */
  intern(name: string): Unit;
  readonly phrasings: Phrasings;
  readonly names: ReadonlyMap<string, Unit>;
  /** Every word and how often it stands in the texts or in the lexicon. */
  vocabulary(): Map<string, number>;
  /** Each word of the texts with the language that has most of it, or 'several' where that is less than most. */
  tongues(): Map<string, Language | 'several'>;
}

/** A word in one language: read once, however often it stands in the texts. */
interface Word extends StartingWord {
  readonly text: string;
  /** Its stem's, and those of what it means by itself. */
  readonly units: readonly Unit[];
  readonly isFunction: boolean;
  count: number;
}

export function createReader(lexicon: Lexicon): Reader {
  const names = new Map<string, Unit>();
  const known: Record<Language, Map<string, Word>> = { en: new Map(), id: new Map(), fr: new Map() };
  const phrasings: Phrasings = { phrasingEnds: [], wordEnds: [], units: [], isFunction: [] };
  const meant: Unit[] = [];
  /** For each unit the last phrasing that held it, so that one phrasing counts once. */
  const lastHeld: number[] = [];

  function intern(name: string): Unit {
    const unit = names.get(name);
    if (unit !== undefined) return unit;
    lastHeld.push(-1);
    names.set(name, names.size);
    return names.size - 1;
  }

  function wordOf(written: string, language: Language): Word {
    let word = known[language].get(written);
    if (word === undefined) {
      const text = spelledOut(written, language);
      const stemmed = stem(text, language);
      const start = lexicon.startOf(stemmed, language);
      word = {
        text,
        stem: stemmed,
        start,
        units: unitsOf([{ stem: stemmed, start }])[0] ?? [],
        isFunction: isFunctionWord(text, language),
        count: 0,
      };
      known[language].set(written, word);
    }
    word.count++;
    return word;
  }

  /** The units of each word, by itself and in the runs that it is part of. */
  function unitsOf(words: readonly StartingWord[]): Unit[][] {
    const units = words.map(({ stem }) => [intern(stem)]);
    lexicon.forEachMention(words, (start, length, meaning) => {
      const unit = meant[meaning.number] ?? intern(nameOf(meaning));
      meant[meaning.number] = unit;
      for (let at = start; at < start + length; at++) units[at]?.push(unit);
    });
    return units;
  }

  function read(entry: Fact | Unknown): EntryReading {
    const held = new Map<Unit, number>();
    const types = new Map<QuestionType, number>();
    const start = phrasings.phrasingEnds.length;
    const spans: Partial<Record<Language, Span>> = {};
    for (const language of languages) {
      const first = phrasings.phrasingEnds.length;
      for (const text of entry.questions[language] ?? []) {
        const words = tokens(text).map(word => wordOf(word, language));
        const type = questionType(words.map(({ text }) => text));
        if (type !== undefined) types.set(type, (types.get(type) ?? 0) + 1);
        readPhrasing(words, held);
      }
      const end = phrasings.phrasingEnds.length;
      if (end > first) spans[language] = [first, end];
    }
    const count = phrasings.phrasingEnds.length - start;
    for (const [type, times] of types) types.set(type, times / count);
    return {
      units: [...held.keys()],
      share: unit => (held.get(unit) ?? 0) / count,
      answer: entry.kind === 'fact' ? readAnswer(entry) : [],
      types,
      spans: { ...spans, any: [start, start + count] },
    };
  }

  function readPhrasing(words: readonly Word[], held: Map<Unit, number>): void {
    const number = phrasings.phrasingEnds.length;
    const inRuns = hasRun(words) ? unitsOf(words) : undefined;
    words.forEach((word, at) => {
      for (const unit of inRuns?.[at] ?? word.units) {
        phrasings.units.push(unit);
        if (lastHeld[unit] === number) continue;
        lastHeld[unit] = number;
        held.set(unit, (held.get(unit) ?? 0) + 1);
      }
      phrasings.wordEnds.push(phrasings.units.length);
      phrasings.isFunction.push(word.isFunction ? 1 : 0);
    });
    phrasings.phrasingEnds.push(phrasings.wordEnds.length);
  }

  function readAnswer({ answer }: Fact): Unit[] {
    const held = new Set<Unit>();
    for (const language of languages) {
      const words = tokens(answer[language] ?? '').map(text => wordOf(text, language));
      unitsOf(words).forEach((units, at) => {
        if (!words[at]?.isFunction) for (const unit of units) held.add(unit);
      });
    }
    return [...held];
  }

  function vocabulary(): Map<string, number> {
    const counts = new Map<string, number>([...lexicon.words].map(word => [word, 1]));
    for (const language of languages)
      for (const [text, { count }] of known[language]) counts.set(text, (counts.get(text) ?? 0) + count);
    return counts;
  }

  function tongues(): Map<string, Language | 'several'> {
    const found = new Map<string, Language | 'several'>();
    for (const language of languages) {
      for (const [text, { count }] of known[language]) {
        const all = languages.reduce((sum, other) => sum + (known[other].get(text)?.count ?? 0), 0);
        if (count >= mostOf * all) found.set(text, language);
        else if (!found.has(text)) found.set(text, 'several');
      }
    }
    return found;
  }

  return { read, intern, phrasings, names, vocabulary, tongues };
}

/** Whether two neighbours may mean something together; in most phrasings each word stands for itself. */
function hasRun(words: readonly Word[]): boolean {
  return words.some(({ start }, at) => start?.next?.has(words[at + 1]?.stem ?? '') === true);
}

/** A word of another language is quoted now and then. */
const mostOf = 0.9;
