import type { Fact, Unknown } from '../films/film.ts';
import { spelledOut } from '../text/chat-spelling.ts';
import { isFunctionWord } from '../text/function-words.ts';
import { type Language, languages } from '../text/language.ts';
import { type QuestionType, questionType } from '../text/question-type.ts';
import { stem } from '../text/stem.ts';
import { tokens } from '../text/tokens.ts';
import type { Sense, Unit } from './film-index.ts';
import { forEachMention, type Lexicon, nameOf, type StartingWord, startOf } from './lexicon.ts';
import type { Row } from './sparse.ts';

/** All phrasings, one after the other, as flat lists: they are tens of thousands. */
export interface Phrasings {
  /** Where each phrasing's words begin; the last number is where those of the last phrasing end. */
  readonly starts: number[];
  readonly words: Sense[];
  /** The units of each sense, that of the word's stem first. */
  readonly senses: (readonly Unit[])[];
}

/** The first place and the one behind the last. */
type Span = readonly [number, number];
export type Spans = Readonly<Partial<Record<Language, Span>>> & { readonly any: Span };

/** What one entry's texts hold. */
export interface EntryReading {
  /** The units of its phrasings and the share of the phrasings that hold each. */
  readonly shares: Row;
  /** The units of its answer's content words, each worth 1; none for a known unknown. */
  readonly answer: Row;
  readonly types: ReadonlyMap<QuestionType, number>;
  readonly spans: Spans;
}

export interface Reader {
  /** To be called for each entry once, in the order of the index. */
  read(entry: Fact | Unknown): EntryReading;
  /** The unit of a name, numbered when it is new. */
  intern(name: string): Unit;
  readonly phrasings: Phrasings;
  readonly units: ReadonlyMap<string, Unit>;
  /** Every word and how often it stands in the texts or in the lexicon. */
  vocabulary(): Map<string, number>;
  /** Each word of the texts with the language that has most of it, or 'several' where that is less than most. */
  tongues(): Map<string, Language | 'several'>;
}

/** A word in one language: read once, however often it stands in the texts. */
interface Word extends StartingWord {
  readonly text: string;
  /** That of its stem alone, and what it means by itself. */
  readonly bare: Sense;
  readonly sense: Sense;
  readonly isFunction: boolean;
  count: number;
}

export function createReader(lexicon: Lexicon): Reader {
  const units = new Map<string, Unit>();
  const known: Record<Language, Map<string, Word>> = { en: new Map(), id: new Map(), fr: new Map() };
  const phrasings: Phrasings = { starts: [0], words: [], senses: [] };
  /** Of each unit the sense that is only it; of each sense those with one unit more. */
  const bares: Sense[] = [];
  const wider: Map<Unit, Sense>[] = [];
  const meant: Unit[] = [];
  /** For each unit the last phrasing that held it, so that one phrasing counts once, and how many of this entry's do. */
  const lastHeld: number[] = [];
  const counts: number[] = [];

  function intern(name: string): Unit {
    const unit = units.get(name);
    if (unit !== undefined) return unit;
    lastHeld.push(-1);
    counts.push(0);
    units.set(name, units.size);
    return units.size - 1;
  }

  function addSense(units: readonly Unit[]): Sense {
    wider.push(new Map());
    return phrasings.senses.push(units) - 1;
  }

  function widened(sense: Sense, unit: Unit): Sense {
    const units = phrasings.senses[sense] ?? [];
    if (units.includes(unit)) return sense;
    const known = wider[sense]?.get(unit);
    if (known !== undefined) return known;
    const wide = addSense([...units, unit]);
    wider[sense]?.set(unit, wide);
    return wide;
  }

  function wordOf(written: string, language: Language): Word {
    let word = known[language].get(written);
    if (word === undefined) {
      const text = spelledOut(written, language);
      const stemmed = stem(text, language);
      const start = startOf(lexicon, stemmed, language);
      const isFunction = isFunctionWord(text, language);
      const unit = intern(isFunction ? functionName(stemmed) : stemmed);
      const bare = bares[unit] ?? addSense([unit]);
      bares[unit] = bare;
      const [sense = bare] = sensesOf([{ bare, stem: stemmed, start }]);
      word = { text, stem: stemmed, start, bare, sense, isFunction, count: 0 };
      known[language].set(written, word);
    }
    return word;
  }

  function wordsOf(text: string, language: Language): Word[] {
    const words: Word[] = [];
    for (const written of tokens(text)) {
      const word = wordOf(written, language);
      word.count++;
      words.push(word);
    }
    return words;
  }

  /** What each word means, together with its neighbours where a run of them means something. */
  function sensesOf(words: readonly (StartingWord & Pick<Word, 'bare'>)[]): Sense[] {
    const found = words.map(({ bare }) => bare);
    forEachMention(words, (start, length, meaning) => {
      const unit = meant[meaning.number] ?? intern(nameOf(meaning));
      meant[meaning.number] = unit;
      for (let at = start; at < start + length; at++) found[at] = widened(found[at] ?? 0, unit);
    });
    return found;
  }

  function read(entry: Fact | Unknown): EntryReading {
    const held: Unit[] = [];
    const types = new Map<QuestionType, number>();
    const spans: Partial<Record<Language, Span>> = {};
    const place = () => phrasings.starts.length - 1;
    const start = place();
    for (const language of languages) {
      const first = place();
      for (const text of entry.questions[language] ?? []) {
        const words = wordsOf(text, language);
        const type = questionType(words.map(({ text }) => text));
        if (type !== undefined) types.set(type, (types.get(type) ?? 0) + 1);
        readPhrasing(words, held);
      }
      if (place() > first) spans[language] = [first, place()];
    }
    const count = place() - start;
    for (const [type, times] of types) types.set(type, times / count);
    const numbers = Uint32Array.from(held).sort();
    const values = Float32Array.from(numbers, unit => (counts[unit] ?? 0) / count);
    for (const unit of held) counts[unit] = 0;
    const answer = entry.kind === 'fact' ? readAnswer(entry) : new Uint32Array();
    return {
      shares: { numbers, values },
      answer: { numbers: answer, values: new Float32Array(answer.length).fill(1) },
      types,
      spans: { ...spans, any: [start, place()] },
    };
  }

  /** `held` gets the units that no other phrasing of the entry had. */
  function readPhrasing(words: readonly Word[], held: Unit[]): void {
    const number = phrasings.starts.length;
    const inRuns = hasRun(words) ? sensesOf(words) : undefined;
    for (let at = 0; at < words.length; at++) {
      const sense = inRuns?.[at] ?? words[at]?.sense ?? 0;
      phrasings.words.push(sense);
      for (const unit of phrasings.senses[sense] ?? []) {
        if (lastHeld[unit] === number) continue;
        lastHeld[unit] = number;
        const before = counts[unit] ?? 0;
        counts[unit] = before + 1;
        if (before === 0) held.push(unit);
      }
    }
    phrasings.starts.push(phrasings.words.length);
  }

  function readAnswer({ answer }: Fact): Uint32Array {
    const held = new Set<Unit>();
    for (const language of languages) {
      const words = wordsOf(answer[language] ?? '', language);
      sensesOf(words).forEach((sense, at) => {
        if (!words[at]?.isFunction) for (const unit of phrasings.senses[sense] ?? []) held.add(unit);
      });
    }
    return Uint32Array.from(held).sort();
  }

  function vocabulary(): Map<string, number> {
    const counts = new Map<string, number>([...lexicon.words].map(word => [word, 1]));
    for (const language of languages)
      for (const [written, { count }] of known[language]) counts.set(written, (counts.get(written) ?? 0) + count);
    return counts;
  }

  function tongues(): Map<string, Language | 'several'> {
    const found = new Map<string, Language | 'several'>();
    for (const language of languages) {
      for (const [written, { count }] of known[language]) {
        const all = languages.reduce((sum, other) => sum + (known[other].get(written)?.count ?? 0), 0);
        if (count >= mostOf * all) found.set(written, language);
        else if (!found.has(written)) found.set(written, 'several');
      }
    }
    return found;
  }

  return { read, intern, phrasings, units, vocabulary, tongues };
}

/** How the index names a function word: the French tuer has the stem of tu, the English son is the French his. */
export function functionName(stem: string): string {
  return `${functionSign}${stem}`;
}

export function isFunctionName(name: string): boolean {
  return name.startsWith(functionSign);
}

const functionSign = '=';

/** Whether two neighbours may mean something together; in most phrasings each word stands for itself. */
function hasRun(words: readonly Word[]): boolean {
  for (let at = 0; at + 1 < words.length; at++)
    if (words[at]?.start?.next?.has(words[at + 1]?.stem ?? '')) return true;
  return false;
}

/** A word of another language is quoted now and then. */
const mostOf = 0.9;
