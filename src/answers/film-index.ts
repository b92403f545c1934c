import type { Concepts } from '../films/concepts.ts';
import type { Fact, Film, Unknown } from '../films/film.ts';
import type { Language, Tongue } from '../text/language.ts';
import type { QuestionType } from '../text/question-type.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { createReader, type EntryReading, type Phrasings, type Spans } from './read-phrasings.ts';
import { type Row, type SparseRows, sparseRows, transposed } from './sparse.ts';
import { createSpelling, type Spelling } from './spelling.ts';

/**
 * What the index counts and compares: a stem, a concept (`#profession`) or an entity (`@anne`), as a small number.
 * The same number in every language, so that names and words that look alike meet across languages.
 */
export type Unit = number;

/** All phrasings, ready to be compared: flat, because they are read some thousand times a question. */
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
  /** The answers of all entries of its index. */
  readonly answers: SparseRows;
  /** Its phrasings' places among all, those of each language that it has and all of them. */
  readonly spans: Spans;
  /** Who and what it is about. */
  readonly about: ReadonlySet<Unit>;
  /** The share of its phrasings, 0 to 1, that ask for a kind of thing. */
  readonly types: ReadonlyMap<QuestionType, number>;
}

export interface FilmIndex {
  readonly entries: readonly IndexedEntry[];
  readonly lexicon: Lexicon;
  readonly spelling: Spelling;
  readonly phrasings: IndexedPhrasings;
  unit(name: string): Unit | undefined;
  readonly unitCount: number;
  /** What the film itself is called, which is a stranger to no entry. */
  readonly filmUnit: Unit;
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
  /** The mean share of an entry's phrasings that hold a unit, as if one entry's in five did at least. */
  frequency(unit: Unit): number;
  /** The mean share of an entry's phrasings that ask for a kind of thing. */
  typeFrequency(type: QuestionType): number;
  /** The rarity of what stands in half of one entry's phrasings only. */
  readonly greatestRarity: number;
  /** Every word of the pack and how often it stands there. */
  readonly vocabulary: ReadonlyMap<string, number>;
  readonly tongue: Tongue;
}

/** Function words decide little, but "before" and "after" can break a tie; more would drown short questions. */
export const functionWeight = 0.25;

/** What a word counts that stands in an answer and in no phrasing: people ask with words of the answer they half know. */
const inAnswerOnly = 0.5;
/** How much of a phrasing's word one of the answer counts in rarity, and below what sum rarity rises no more. */
const answerShare = 0.1;
const leastSum = 0.5;
const leastFrequency = 0.2;

export function createFilmIndex(film: Film, concepts: Concepts): FilmIndex {
  const lexicon = createLexicon(film, concepts);
  const reader = createReader(lexicon);
  // Also those with whom nobody has asked yet: the pack knows them.
  for (const { id } of [...film.people, ...film.terms]) reader.intern(`@${id}`);
  // By id, so that sums do not depend on the order of the files.
  const all = [...film.facts, ...film.unknowns].sort((a, b) => (a.id < b.id ? -1 : 1));
  const readings = all.map(entry => ({
    entry,
    ...reader.read(entry),
    about: new Set(entry.about.entity.map(id => reader.intern(`@${id}`))),
  }));
  const filmUnit = reader.intern('@film');
  const { names, phrasings } = reader;
  const shares = sparseRows(readings.map(({ units, share }) => ({ numbers: units, value: share })));
  const answers = sparseRows(readings.map(({ answer }) => ({ numbers: answer, value: () => 1 })));
  const postings = transposed(sparseRows(readings.map(postingsOf)), names.size);

  const sums = new Float32Array(names.size);
  for (const { units, share } of readings) for (const unit of units) sums[unit] = (sums[unit] ?? 0) + share(unit);
  const frequencies = sums.map(sum => Math.max(leastFrequency, sum) / all.length);
  for (const { share, answer } of readings)
    for (const unit of answer) if (share(unit) === 0) sums[unit] = (sums[unit] ?? 0) + answerShare;
  const rarities = sums.map(sum => Math.log(1 + all.length / Math.max(leastSum, sum)));
  const typeSums = new Map<QuestionType, number>();
  for (const { types } of readings)
    for (const [type, share] of types) typeSums.set(type, (typeSums.get(type) ?? 0) + share);
  const vocabulary = reader.vocabulary();

  return {
    entries: readings.map(({ entry, about, types, spans }, number) => ({
      entry,
      number,
      about,
      types,
      spans,
      answers,
    })),
    lexicon,
    spelling: createSpelling(vocabulary),
    phrasings: weighed(phrasings, rarities),
    unitCount: names.size,
    filmUnit,
    postings,
    shares,
    answers,
    ...lookups(names, rarities, frequencies, reader.tongues()),
    typeFrequency: type => (typeSums.get(type) ?? 0) / all.length,
    greatestRarity: Math.log(1 + all.length / leastSum),
    vocabulary,
  };
}

/** Apart, because a function keeps alive all that its neighbours use, here every phrasing as it was read. */
function lookups(
  names: ReadonlyMap<string, Unit>,
  rarities: Float32Array,
  frequencies: Float32Array,
  tongues: ReadonlyMap<string, Language | 'several'>,
) {
  return {
    tongue: (word: string) => tongues.get(word),
    unit: (name: string) => names.get(name),
    rarity: (unit: Unit) => rarities[unit] ?? 0,
    frequency: (unit: Unit) => frequencies[unit] ?? 0,
  };
}

function postingsOf({ units, share, answer }: EntryReading): Row {
  return {
    numbers: [...units, ...answer.filter(unit => share(unit) === 0)],
    value: unit => (share(unit) === 0 ? inAnswerOnly : 0.7 + 0.3 * share(unit)),
  };
}

function weighed(
  { phrasingEnds, wordEnds, units, isFunction }: Phrasings,
  rarities: Float32Array,
): IndexedPhrasings {
  const weights = new Float32Array(wordEnds.length);
  const totals = new Float32Array(phrasingEnds.length);
  let word = 0;
  let unit = 0;
  phrasingEnds.forEach((end, phrasing) => {
    let total = 0;
    for (; word < end; word++) {
      const weight = isFunction[word] ? functionWeight : (rarities[units[unit] ?? 0] ?? 0);
      weights[word] = weight;
      total += weight;
      unit = wordEnds[word] ?? 0;
    }
    totals[phrasing] = total;
  });
  return {
    phrasingEnds: Uint32Array.from(phrasingEnds),
    wordEnds: Uint32Array.from(wordEnds),
    units: Uint32Array.from(units),
    weights,
    totals,
  };
}
