import type { Fact, Unknown } from '../films/film.ts';
import { type Language, languages } from '../text/language.ts';
import type { NumberedTexts } from '../text/pieces.ts';
import { type QuestionType, questionType } from '../text/question-type.ts';
import type { Lexicon } from './lexicon.ts';
import { createSameWords, type SameWords } from './same-words.ts';
import type { Sense, Senses, Unit } from './senses.ts';
import { addCounts, type Lists, listsOf, type SparseRows, transposed } from './sparse.ts';
import {
  createWordReader,
  type Vocabulary,
  vocabularyOf,
  type Word,
  type WordReader,
  wordsOf,
} from './vocabulary.ts';

/** Where an entry's phrasings stand among all: the first place of each language, and the one behind its last. */
export type Spans = Readonly<Partial<Record<Language, Span>>>;

/** What the texts of a pack hold. */
export interface Texts {
  readonly vocabulary: Vocabulary;
  /** For each phrasing the senses of its words. */
  readonly phrasings: Lists;
  /** For each entry. */
  readonly spans: readonly Spans[];
  /** For each entry the share of its phrasings, 0 to 1, that ask for a kind of thing. */
  readonly types: readonly ReadonlyMap<QuestionType, number>[];
  readonly sameWords: SameWords;
  /** For each unit the entries that are asked with it, and the share of their phrasings, 0 to 1, that hold it. */
  readonly postings: SparseRows;
  /** For each unit the facts whose answers have it among their content words, each worth 1. */
  readonly answerPostings: SparseRows;
}

/**
 * Reads all texts in passes, each over everything and one language after the other, because what one pass looks up fits
 * into a processor's cache.
 */
export function readTexts(entries: readonly (Fact | Unknown)[], lexicon: Lexicon, senses: Senses): Texts {
  const reader = createWordReader();
  const texts: NumberedTexts = { starts: [0], numbers: [] };
  const spans = addTexts(texts, entries, ({ questions }, language) => questions[language] ?? [], reader);
  const phrasingCount = texts.starts.length - 1;
  const answers = addTexts(texts, entries, answerIn, reader);
  const words = wordsOf(reader.written, lexicon, senses);
  const counts = new Uint32Array(words.length);
  addCounts(texts.numbers, counts);

  const meant = sensesOf(texts, words, senses);
  const places = spans.map(span => Object.values(span));
  const contents = answers.map(span => contentOf(Object.values(span), texts, meant, words));
  const units = listsOf(senses.all);
  const width = senses.units.size;
  const spelled = words.map(({ text }) => text);
  return {
    vocabulary: vocabularyOf(words, counts, lexicon),
    phrasings: {
      starts: meant.starts.slice(0, phrasingCount + 1),
      numbers: meant.numbers.subarray(0, meant.starts[phrasingCount]),
    },
    spans,
    types: places.map(spans => typesOf(spans, texts, spelled)),
    sameWords: createSameWords(
      places,
      texts,
      words.map(({ bare }) => senses.all[bare]?.[0] ?? 0),
    ),
    postings: postingsOf(places, meant, units, width),
    answerPostings: postingsOf(
      contents.map((_, entry) => [[entry, entry + 1]]),
      listsOf(contents),
      units,
      width,
    ),
  };
}

type Span = readonly [number, number];

/** Adds one kind of text of all entries, and tells where each entry's stand. */
function addTexts(
  texts: NumberedTexts,
  entries: readonly (Fact | Unknown)[],
  textsIn: (entry: Fact | Unknown, language: Language) => readonly string[],
  { read }: WordReader,
): Spans[] {
  const spans: Spans[] = entries.map(() => ({}));
  for (const language of languages) {
    entries.forEach((entry, place) => {
      const first = texts.starts.length - 1;
      read[language](textsIn(entry, language), texts);
      const end = texts.starts.length - 1;
      if (end > first) spans[place] = { ...spans[place], [language]: [first, end] };
    });
  }
  return spans;
}

function answerIn(entry: Fact | Unknown, language: Language): readonly string[] {
  const answer = entry.kind === 'fact' ? entry.answer[language] : undefined;
  return answer === undefined ? [] : [answer];
}

/**
 * For each text the senses of its words: in most each word stands for itself. Whether a word may go on a run that
 * begins with the one before, its first letter tells: of six pairs of words one has to be looked up.
 */
function sensesOf({ starts, numbers }: NumberedTexts, words: readonly Word[], senses: Senses): Lists {
  const alone = Uint32Array.from(words.map(({ sense }) => sense));
  const letters = Uint32Array.from(words.map(({ stem }) => letterOf(stem)));
  const nextLetters = Uint32Array.from(words.map(({ start }) => lettersOf(start?.next)));
  const found = new Uint32Array(numbers.length);

  /** Where the first run of several words begins, or the end. */
  function firstRun(first: number, end: number): number {
    for (let at = first; at + 1 < end; at++) {
      const word = numbers[at] ?? 0;
      const next = numbers[at + 1] ?? 0;
      const mayGoOn = ((nextLetters[word] ?? 0) & (letters[next] ?? 0)) !== 0;
      if (mayGoOn && words[word]?.start?.next?.has(words[next]?.stem ?? '')) return at;
    }
    return end;
  }

  function wordsAt(first: number, end: number): Word[] {
    const found: Word[] = [];
    for (let at = first; at < end; at++) {
      const word = words[numbers[at] ?? 0];
      if (word !== undefined) found.push(word);
    }
    return found;
  }

  numbers.forEach((word, at) => {
    found[at] = alone[word] ?? 0;
  });
  for (let text = 0; text + 1 < starts.length; text++) {
    const end = starts[text + 1] ?? 0;
    const run = firstRun(starts[text] ?? 0, end);
    if (run < end) found.set(senses.of(wordsAt(run, end)), run);
  }
  return { starts: Uint32Array.from(starts), numbers: found };
}

/** A bit for a word's first letter; letters 32 apart share one. */
function letterOf(word: string): number {
  return 1 << word.charCodeAt(0);
}

function lettersOf(next: ReadonlyMap<string, unknown> | undefined): number {
  let letters = 0;
  next?.forEach((_, stem) => {
    letters |= letterOf(stem);
  });
  return letters;
}

/** The senses of the content words of some texts. */
function contentOf(
  spans: readonly Span[],
  { starts, numbers }: NumberedTexts,
  senses: Lists,
  words: readonly Word[],
) {
  const found: Sense[] = [];
  for (const [first, end] of spans) {
    for (let at = starts[first] ?? 0; at < (starts[end] ?? 0); at++)
      if (words[numbers[at] ?? 0]?.isFunction === false) found.push(senses.numbers[at] ?? 0);
  }
  return found;
}

function typesOf(spans: readonly Span[], { starts, numbers }: NumberedTexts, texts: readonly string[]) {
  const found = new Map<QuestionType, number>();
  let count = 0;
  for (const [first, end] of spans) {
    for (let phrasing = first; phrasing < end; phrasing++) {
      const phrased = numbers.slice(starts[phrasing], starts[phrasing + 1]);
      const type = questionType(phrased.map(word => texts[word] ?? ''));
      if (type !== undefined) found.set(type, (found.get(type) ?? 0) + 1);
    }
    count += end - first;
  }
  for (const [type, times] of found) found.set(type, times / count);
  return found;
}

/** For each unit the groups of lists of senses that hold it, with the share of the group's lists that do. */
function postingsOf(groups: readonly (readonly Span[])[], lists: Lists, units: Lists, width: number): SparseRows {
  const starts = [0];
  const numbers: Unit[] = [];
  const values: number[] = [];
  /** For each unit the last list that held it, so that one list counts once, and how many of this group do. */
  const lastHeld = new Int32Array(width).fill(-1);
  const counts = new Uint32Array(width);
  for (const group of groups) {
    const start = numbers.length;
    let size = 0;
    for (const [first, end] of group) {
      size += end - first;
      for (let list = first; list < end; list++) {
        for (let at = lists.starts[list] ?? 0; at < (lists.starts[list + 1] ?? 0); at++) {
          const sense = lists.numbers[at] ?? 0;
          for (let held = units.starts[sense] ?? 0; held < (units.starts[sense + 1] ?? 0); held++) {
            const unit = units.numbers[held] ?? 0;
            if (lastHeld[unit] === list) continue;
            lastHeld[unit] = list;
            const before = counts[unit] ?? 0;
            counts[unit] = before + 1;
            if (before === 0) numbers.push(unit);
          }
        }
      }
    }
    for (let at = start; at < numbers.length; at++) {
      const unit = numbers[at] ?? 0;
      values.push((counts[unit] ?? 0) / size);
      counts[unit] = 0;
    }
    starts.push(numbers.length);
  }
  const rows = {
    starts: Uint32Array.from(starts),
    numbers: Uint32Array.from(numbers),
    values: Float32Array.from(values),
  };
  return transposed(rows, width);
}
