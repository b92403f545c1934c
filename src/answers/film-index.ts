import type { Concepts } from '../films/concepts.ts';
import type { Fact, Film, Unknown } from '../films/film.ts';
import { isFunctionWord } from '../text/function-words.ts';
import { type Language, languages } from '../text/language.ts';
import type { QuestionType } from '../text/question-type.ts';
import { tokens } from '../text/tokens.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { readTexts, type Spans } from './read-texts.ts';
import type { SameWords } from './same-words.ts';
import { createSenses, isFunctionName, type Senses, type Unit } from './senses.ts';
import {
  inverted,
  type Lists,
  listsOf,
  type Numbers,
  numbersBelow,
  rowOf,
  type SparseRows,
  sumOf,
  transposed,
  valueAt,
} from './sparse.ts';
import { createSpelling, type Spelling } from './spelling.ts';

/** All phrasings, ready to be compared: flat, because they are read some thousand times a question. */
export interface IndexedPhrasings {
  /** Where each phrasing's words begin; the last number is where those of the last phrasing end. */
  readonly starts: Uint32Array;
  /** The sense of each word. */
  readonly words: Numbers;
  /** What the words of each phrasing weigh together. */
  readonly totals: Float32Array;
  /** What a word of each sense weighs: the rarity of its stem. */
  readonly weights: Float32Array;
  /** For each unit the senses that hold it. */
  readonly senses: Lists;
}

export interface IndexedEntry {
  readonly entry: Fact | Unknown;
  /** Its place in the index. */
  readonly number: number;
  /** For each entry of its index the units of its answer's content words, each worth its rarity. */
  readonly answers: SparseRows;
  /** Its phrasings' places among all, by their languages. */
  readonly spans: Spans;
  /** Who and what it is about. */
  readonly about: ReadonlySet<Unit>;
  /** The share of its phrasings, 0 to 1, that ask for a kind of thing. */
  readonly types: ReadonlyMap<QuestionType, number>;
}

/** A film pack as it is searched. Plain data, so that one process can make it for another. */
export interface FilmIndex {
  readonly entries: readonly IndexedEntry[];
  readonly lexicon: Lexicon;
  readonly spelling: Spelling;
  readonly phrasings: IndexedPhrasings;
  /** Every unit by its name. */
  readonly units: ReadonlyMap<string, Unit>;
  /** What the film itself is called, which is a stranger to no entry. */
  readonly filmUnit: Unit;
  /** For each unit the entries that hold it, and the share of their phrasings, 0 to 1, that do. */
  readonly postings: SparseRows;
  readonly sameWords: SameWords;
  /** For each unit the entries whose answers have it among their content words. */
  readonly answerPostings: SparseRows;
  /**
   * How much each unit tells: ln(1 + entries ÷ entries that hold it), where an entry counts by the share of its
   * phrasings that do. A word in one phrasing each of many entries still tells.
   */
  readonly rarities: Float32Array;
  /** The mean share of an entry's phrasings that hold each unit, as if one entry's in five did at least. */
  readonly frequencies: Float32Array;
  /** The mean share of an entry's phrasings that ask for a kind of thing. */
  readonly typeFrequencies: ReadonlyMap<QuestionType, number>;
  /** The rarity of what stands in half of one entry's phrasings only. */
  readonly greatestRarity: number;
  /** The words of names, of this film's and of any that its phrasings write with a capital. */
  readonly names: ReadonlySet<string>;
  /** For each word of `spelling` the language that has most of it, 'several' where none has; nothing outside all texts. */
  readonly tongues: readonly (Language | 'several' | undefined)[];
}

/** Function words decide little, but "before" and "after" can break a tie; more would drown short questions. */
export const functionWeight = 0.25;

/** How much of a phrasing's word one of the answer counts in rarity, and below what sum rarity rises no more. */
const answerShare = 0.1;
const leastSum = 0.5;
const leastFrequency = 0.2;

export function createFilmIndex(film: Film, concepts: Concepts): FilmIndex {
  const lexicon = createLexicon(film, concepts);
  const senses = createSenses();
  // Also those with whom nobody has asked yet: the pack knows them.
  for (const { id } of [...film.people, ...film.terms]) senses.intern(`@${id}`);
  const filmUnit = senses.intern('@film');
  // By id, so that sums do not depend on the order of the files.
  const all = [...film.facts, ...film.unknowns].sort((a, b) => (a.id < b.id ? -1 : 1));
  const abouts = all.map(({ about }) => new Set(about.entity.map(id => senses.intern(`@${id}`))));
  const { vocabulary, phrasings, spans, types, sameWords, postings, answerPostings } = readTexts(
    all,
    lexicon,
    senses,
  );
  const { units } = senses;

  const sums = new Float32Array(units.size).map((_, unit) => sumOf(postings, unit));
  const frequencies = sums.map(sum => Math.max(leastFrequency, sum) / all.length);
  sums.forEach((_, unit) => {
    for (const entry of rowOf(answerPostings, unit))
      if (valueAt(postings, unit, entry) === 0) sums[unit] = (sums[unit] ?? 0) + answerShare;
  });
  const rarities = sums.map(sum => Math.log(1 + all.length / Math.max(leastSum, sum)));
  const answers = transposed(answerPostings, all.length);
  answers.numbers.forEach((unit, at) => {
    answers.values[at] = rarities[unit] ?? 0;
  });
  const typeFrequencies = new Map<QuestionType, number>();
  for (const shares of types)
    for (const [type, share] of shares)
      typeFrequencies.set(type, (typeFrequencies.get(type) ?? 0) + share / all.length);

  return {
    entries: all.map((entry, number) => ({
      entry,
      number,
      about: abouts[number] ?? new Set(),
      types: types[number] ?? new Map(),
      spans: spans[number] ?? {},
      answers,
    })),
    lexicon,
    spelling: createSpelling(vocabulary.places, vocabulary.counts),
    phrasings: indexed(phrasings, senses, rarities),
    units,
    filmUnit,
    postings,
    sameWords,
    answerPostings,
    rarities,
    frequencies,
    typeFrequencies,
    greatestRarity: Math.log(1 + all.length / leastSum),
    names: namesOf(film),
    tongues: vocabulary.tongues,
  };
}

function namesOf({ title, people, facts, unknowns }: Film): Set<string> {
  const called = [title, ...people.flatMap(({ name, aliases }) => [...Object.values(name), ...aliases])];
  const written = [...facts, ...unknowns].flatMap(({ questions }) =>
    Object.values(questions).flatMap(texts => texts.join('\n').match(capitalised) ?? []),
  );
  const names = [...new Set(written)]
    .flatMap(tokens)
    .filter(word => !languages.some(language => isFunctionWord(word, language)));
  return new Set([...called.flatMap(tokens), ...names]);
}

/** Within a sentence. Without Unicode's classes, which take six times as long for all phrasings of a film. */
const capitalised = /[A-ZÀ-Þ](?<=[^.!?…] .)[a-zß-ÿ]+/g;

function indexed({ starts, numbers }: Lists, { units, all }: Senses, rarities: Float32Array): IndexedPhrasings {
  const unitWeights = [...units.keys()].map((name, unit) =>
    isFunctionName(name) ? functionWeight : (rarities[unit] ?? 0),
  );
  const weights = Float32Array.from(all.map(([stem = 0]) => unitWeights[stem] ?? 0));
  const totals = new Float32Array(starts.length - 1);
  for (let phrasing = 0, at = 0; phrasing < totals.length; phrasing++) {
    let total = 0;
    for (const end = starts[phrasing + 1] ?? 0; at < end; at++) total += weights[numbers[at] ?? 0] ?? 0;
    totals[phrasing] = total;
  }
  const words = numbersBelow(all.length, numbers.length);
  words.set(numbers);
  return { starts, words, totals, weights, senses: inverted(listsOf(all), rarities.length) };
}
