import type { Concepts } from '../films/concepts.ts';
import type { Fact, Film, Unknown } from '../films/film.ts';
import { isFunctionWord } from '../text/function-words.ts';
import { type Language, languages } from '../text/language.ts';
import { type QuestionType, questionType } from '../text/question-type.ts';
import { stem } from '../text/stem.ts';
import { tokens } from '../text/tokens.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { type SparseRows, sparseRows, transposed } from './sparse.ts';
import { createSpelling, type Spelling } from './spelling.ts';

/**
 * What the index counts and compares: a stem, a concept (`#profession`) or an entity (`@anne`), as a small number.
 * The same number in every language, so that names and words that look alike meet across languages.
 */
export type Unit = number;

/** All phrasings of an entry, ready to be compared: flat, because they are read some hundred times a question. */
export interface IndexedPhrasings {
  /** Where each phrasing's words end. */
  readonly phrasingEnds: Uint32Array;
  /** Where each word's units end. */
  readonly wordEnds: Uint32Array;
  readonly units: Uint32Array;
  /** What each word counts, and what those of each phrasing count together. */
  readonly weights: Float32Array;
  readonly totals: Float32Array;
}

export interface IndexedEntry {
  readonly entry: Fact | Unknown;
  /** Its place in the index. */
  readonly number: number;
  readonly index: FilmIndex;
  readonly phrasings: IndexedPhrasings;
  /** Who and what it is about. */
  readonly about: ReadonlySet<Unit>;
  /** The share of its phrasings, 0 to 1, that ask for a kind of thing. */
  readonly types: ReadonlyMap<QuestionType, number>;
}

export interface FilmIndex {
  readonly entries: readonly IndexedEntry[];
  readonly lexicon: Lexicon;
  readonly spelling: Spelling;
  unit(name: string): Unit | undefined;
  readonly unitCount: number;
  /** For each unit the entries that hold it and how much that counts, 0 to 1: more in many phrasings than in the answer alone. */
  readonly postings: SparseRows;
  /** For each entry the share of its phrasings, 0 to 1, that hold a unit. */
  readonly shares: SparseRows;
  /** For each entry the units of its answer's content words. */
  readonly answers: SparseRows;
  /**
   * How much a unit tells: ln(1 + entries ÷ entries that hold it), where an entry counts by the share of its phrasings
   * that do. A word in one phrasing each of many entries still tells.
   */
  rarity(unit: Unit): number;
  /** The rarity of what stands in half of one entry's phrasings only. */
  readonly greatestRarity: number;
  /** Every word of the pack and how often it stands there. */
  readonly vocabulary: ReadonlyMap<string, number>;
}

/** Function words decide little, but "before" and "after" can break a tie; more would drown short questions. */
export const functionWeight = 0.25;

/** What a word counts that stands in an answer and in no phrasing: people ask with words of the answer they half know. */
const inAnswerOnly = 0.5;
/** How much of a phrasing's word one of the answer counts in rarity, and below what sum rarity rises no more. */
const answerShare = 0.1;
const leastSum = 0.5;

export function createFilmIndex(film: Film, concepts: Concepts): FilmIndex {
  const lexicon = createLexicon(film, concepts);
  const vocabulary = new Map<string, number>([...lexicon.words].map(word => [word, 1]));
  const names = new Map<string, Unit>();
  const read = createReader(lexicon, vocabulary, names);

  const all = [...film.facts, ...film.unknowns];
  const readings = all.map(entry => readEntry(entry, read, names));
  const shares = sparseRows(readings.map(({ shares }) => shares));
  const answers = sparseRows(readings.map(({ answer }) => new Map([...answer].map(unit => [unit, 1]))));
  const postings = transposed(sparseRows(readings.map(postingsOf)), names.size);

  const sums = new Float32Array(names.size);
  for (const { shares, answer } of readings) {
    for (const [unit, share] of shares) sums[unit] = (sums[unit] ?? 0) + share;
    for (const unit of answer) if (!shares.has(unit)) sums[unit] = (sums[unit] ?? 0) + answerShare;
  }
  const rarities = sums.map(sum => Math.log(1 + all.length / Math.max(leastSum, sum)));
  const rarity = (unit: Unit) => rarities[unit] ?? 0;

  const index: FilmIndex = {
    entries: readings.map(({ entry, about, types, phrasings }, number) => ({
      entry,
      number,
      about,
      types,
      phrasings: weighed(phrasings, rarity),
      get index() {
        return index;
      },
    })),
    lexicon,
    spelling: createSpelling(vocabulary),
    unit: name => names.get(name),
    unitCount: names.size,
    postings,
    shares,
    answers,
    rarity,
    greatestRarity: Math.log(1 + all.length / leastSum),
    vocabulary,
  };
  return index;
}

/** A word of a text as the index sees it. */
interface ReadWord {
  readonly units: Unit[];
  readonly isFunction: boolean;
}

type Read = (words: readonly string[], language: Language) => ReadWord[];

/** Reads words into units, numbering those it has not met. */
function createReader(lexicon: Lexicon, vocabulary: Map<string, number>, names: Map<string, Unit>): Read {
  /** Phrasings repeat their words: each is stemmed once. */
  const stems: Record<Language, Map<string, string>> = { en: new Map(), id: new Map(), fr: new Map() };
  function stemOf(word: string, language: Language): string {
    let known = stems[language].get(word);
    if (known === undefined) {
      known = stem(word, language);
      stems[language].set(word, known);
    }
    return known;
  }
  return (words, language) => {
    const stems = words.map(word => stemOf(word, language));
    const read = words.map((word, at): ReadWord => {
      vocabulary.set(word, (vocabulary.get(word) ?? 0) + 1);
      return { units: [intern(names, stems[at] ?? word)], isFunction: isFunctionWord(word, language) };
    });
    for (const { start, length, meaning } of lexicon.mentions(stems, language)) {
      const unit = intern(names, `${meaning.kind === 'concept' ? '#' : '@'}${meaning.id}`);
      for (let at = start; at < start + length; at++) read[at]?.units.push(unit);
    }
    return read;
  };
}

function intern(names: Map<string, Unit>, name: string): Unit {
  const known = names.get(name);
  if (known !== undefined) return known;
  names.set(name, names.size);
  return names.size - 1;
}

function readEntry(entry: Fact | Unknown, read: Read, names: Map<string, Unit>) {
  const texts = languages.flatMap(language =>
    (entry.questions[language] ?? []).map(text => ({ language, words: tokens(text) })),
  );
  const phrasings = texts.map(({ language, words }) => read(words, language));
  const shares = new Map<Unit, number>();
  for (const words of phrasings) {
    for (const unit of new Set(words.flatMap(({ units }) => units)))
      shares.set(unit, (shares.get(unit) ?? 0) + 1 / phrasings.length);
  }
  const answer = new Set<Unit>();
  for (const language of languages) {
    const text = entry.kind === 'unknown' ? undefined : entry.answer[language];
    for (const { units, isFunction } of read(tokens(text ?? ''), language))
      if (!isFunction) for (const unit of units) answer.add(unit);
  }
  const types = new Map<QuestionType, number>();
  for (const { words } of texts) {
    const type = questionType(words);
    if (type !== undefined) types.set(type, (types.get(type) ?? 0) + 1 / texts.length);
  }
  const about = new Set(entry.about.entity.map(id => intern(names, `@${id}`)));
  return { entry, phrasings, shares, answer, about, types };
}

function postingsOf({ shares, answer }: { shares: ReadonlyMap<Unit, number>; answer: ReadonlySet<Unit> }) {
  const values = new Map<Unit, number>();
  for (const unit of answer) values.set(unit, inAnswerOnly);
  for (const [unit, share] of shares) values.set(unit, 0.7 + 0.3 * share);
  return values;
}

function weighed(phrasings: readonly (readonly ReadWord[])[], rarity: (unit: Unit) => number): IndexedPhrasings {
  const words = phrasings.flat();
  const weights = Float32Array.from(words, ({ units, isFunction }) =>
    isFunction ? functionWeight : rarity(units[0] ?? 0),
  );
  let word = 0;
  let unit = 0;
  const phrasingEnds = Uint32Array.from(phrasings, ({ length }) => (word += length));
  return {
    phrasingEnds,
    wordEnds: Uint32Array.from(words, ({ units }) => (unit += units.length)),
    units: Uint32Array.from(words.flatMap(({ units }) => units)),
    weights,
    totals: Float32Array.from(phrasingEnds, (end, at) => {
      return weights.subarray(phrasingEnds[at - 1] ?? 0, end).reduce((sum, weight) => sum + weight, 0);
    }),
  };
}
