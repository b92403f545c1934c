import type { Concepts } from '../films/concepts.ts';
import type { Fact, Film, Unknown } from '../films/film.ts';
import { isFunctionWord } from '../text/function-words.ts';
import { type Language, languages } from '../text/language.ts';
import { type QuestionType, questionType } from '../text/question-type.ts';
import { stem } from '../text/stem.ts';
import { tokens } from '../text/tokens.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { createSpelling, type Spelling } from './spelling.ts';

/**
 * What the index counts and compares: a stem, a concept (`#profession`) or an entity (`@anne`), as a small number.
 * The same number in every language, so that names and words that look alike meet across languages.
 */
export type Unit = number;

/** A way to ask, ready to be compared. Flat, because it is read some hundred times a question. */
export interface IndexedPhrasing {
  readonly language: Language;
  /** The units of all words, one after the other. */
  readonly units: Uint32Array;
  /** Where each word's units end in `units`. */
  readonly ends: Uint16Array;
  readonly weights: Float32Array;
  readonly totalWeight: number;
}

/** An entry that holds a unit. */
export interface Posting {
  readonly entry: number;
  /** How much holding it counts, 0 to 1: more in many phrasings, less in the answer alone. */
  readonly value: number;
}

export interface IndexedEntry {
  readonly entry: Fact | Unknown;
  readonly phrasings: readonly IndexedPhrasing[];
  /** The share of its phrasings, 0 to 1, that hold a unit. */
  readonly shares: ReadonlyMap<Unit, number>;
  /** The units of its answer's content words. */
  readonly answer: ReadonlySet<Unit>;
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
  postings(unit: Unit): readonly Posting[];
  /** How much a unit tells: ln(1 + entries ÷ entries that hold it). */
  rarity(unit: Unit): number;
  /** The rarity of what stands in one entry only. */
  readonly greatestRarity: number;
  readonly vocabulary: ReadonlyMap<string, number>;
}

/** Function words decide little, but "before" and "after" can break a tie; more would drown short questions. */
export const functionWeight = 0.25;

/** What a word counts that stands in an answer and in no phrasing: people ask with words of the answer they half know. */
const inAnswerOnly = 0.5;

export function createFilmIndex(film: Film, concepts: Concepts): FilmIndex {
  const lexicon = createLexicon(film, concepts);
  const names = new Map<string, Unit>();
  const vocabulary = new Map<string, number>([...lexicon.words].map(word => [word, 1]));
  const intern = (name: string): Unit => {
    const known = names.get(name);
    if (known !== undefined) return known;
    names.set(name, names.size);
    return names.size - 1;
  };

  /** Phrasings repeat their words: each is stemmed once. */
  const stems = new Map<string, string>();
  function stemOf(word: string, language: Language): string {
    const key = `${language} ${word}`;
    const known = stems.get(key) ?? stem(word, language);
    stems.set(key, known);
    return known;
  }

  /** Each word of a text with its units; function words are told apart. */
  function read(text: string, language: Language): { units: Unit[]; isFunction: boolean }[] {
    const words = tokens(text);
    const stems = words.map(word => stemOf(word, language));
    for (const word of words) vocabulary.set(word, (vocabulary.get(word) ?? 0) + 1);
    const read = words.map((word, at) => ({
      units: [intern(stems[at] ?? word)],
      isFunction: isFunctionWord(word, language),
    }));
    for (const { start, length, meaning } of lexicon.mentions(stems, language)) {
      const unit = intern(`${meaning.kind === 'concept' ? '#' : '@'}${meaning.id}`);
      for (const word of read.slice(start, start + length)) word.units.push(unit);
    }
    return read;
  }

  const all = [...film.facts, ...film.unknowns];
  const readings = all.map(entry => ({
    entry,
    phrasings: languages.flatMap(language =>
      (entry.questions[language] ?? []).map(text => ({ language, text, words: read(text, language) })),
    ),
    answer: new Set(
      entry.kind === 'unknown'
        ? []
        : languages.flatMap(language =>
            read(entry.answer[language] ?? '', language).flatMap(({ units, isFunction }) =>
              isFunction ? [] : units,
            ),
          ),
    ),
    about: new Set(entry.about.entity.map(id => intern(`@${id}`))),
  }));

  const postings: Posting[][] = Array.from(names, () => []);
  const shares = readings.map(({ phrasings }) => unitShares(phrasings));
  readings.forEach(({ answer }, entry) => {
    const units = shares[entry] ?? new Map<Unit, number>();
    for (const [unit, share] of units) postings[unit]?.push({ entry, value: 0.7 + 0.3 * share });
    for (const unit of answer) if (!units.has(unit)) postings[unit]?.push({ entry, value: inAnswerOnly });
  });
  const greatestRarity = Math.log(1 + all.length);
  const rarity = (unit: Unit) => Math.log(1 + all.length / Math.max(1, postings[unit]?.length ?? 0));

  const entries = readings.map(
    ({ entry, phrasings, answer, about }, number): IndexedEntry => ({
      entry,
      phrasings: phrasings.map(({ language, words }) => flatten(language, words, rarity)),
      shares: shares[number] ?? new Map(),
      answer,
      about,
      types: typeShares(phrasings.map(({ text }) => questionType(tokens(text)))),
    }),
  );

  return {
    entries,
    lexicon,
    spelling: createSpelling(vocabulary),
    unit: name => names.get(name),
    unitCount: names.size,
    postings: unit => postings[unit] ?? [],
    rarity,
    greatestRarity,
    vocabulary,
  };
}

function flatten(
  language: Language,
  words: readonly { units: readonly Unit[]; isFunction: boolean }[],
  rarity: (unit: Unit) => number,
): IndexedPhrasing {
  let end = 0;
  const weights = Float32Array.from(words, ({ units, isFunction }) =>
    isFunction ? functionWeight : rarity(units[0] ?? 0),
  );
  return {
    language,
    units: Uint32Array.from(words.flatMap(({ units }) => units)),
    ends: Uint16Array.from(words, ({ units }) => (end += units.length)),
    weights,
    totalWeight: weights.reduce((sum, weight) => sum + weight, 0),
  };
}

function unitShares(phrasings: readonly { words: readonly { units: readonly Unit[] }[] }[]): Map<Unit, number> {
  const shares = new Map<Unit, number>();
  for (const { words } of phrasings) {
    const units = new Set(words.flatMap(({ units }) => units));
    for (const unit of units) shares.set(unit, (shares.get(unit) ?? 0) + 1 / phrasings.length);
  }
  return shares;
}

function typeShares(types: readonly (QuestionType | undefined)[]): Map<QuestionType, number> {
  const shares = new Map<QuestionType, number>();
  for (const type of types) if (type !== undefined) shares.set(type, (shares.get(type) ?? 0) + 1 / types.length);
  return shares;
}
