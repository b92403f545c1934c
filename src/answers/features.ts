import type { Analysis } from './analyse.ts';
import { type Asked, flatten, topTwo } from './compare.ts';
import type { FilmIndex, IndexedEntry } from './film-index.ts';
import type { Unit } from './senses.ts';
import { findShortlist } from './shortlist.ts';
import { gathered, lengthOf, valueAt } from './sparse.ts';

/**
 * What speaks for an entry and against it, each from 0 to 1 but for `likelihood` and `type`. Weights of words are their rarity
 * (see `FilmIndex`). `docs/answering.md` has the table of what each is worth.
 */
export interface Features {
  /** Of the question's words, what the entry's best phrasing holds. */
  readonly coverage: number;
  /** Of that phrasing's words, what the question holds. */
  readonly precision: number;
  /** Of the question's words, what any phrasing of the entry holds. */
  readonly breadth: number;
  /**
   * How much likelier the question's words are in this entry's phrasings than in the pack's at large: a sum of log
   * ratios against the greatest rarity, which a small pack has less of; mostly from −1 to 4. A word that all entries are
   * asked with says nothing here, one that half of this entry's phrasings and few others hold says much.
   */
  readonly likelihood: number;
  /** The best phrasing but one, compared as the best is: two witnesses are better than one. */
  readonly second: number;
  /**
   * How much likelier the question's kind is in this entry's phrasings than at large: a log ratio, mostly from −2 to 2;
   * 0 where the question does not say what it asks for.
   */
  readonly type: number;
  /**
   * How strange those are here whom the question names, on average: 1 for one whom the entry never mentions, 0 for one
   * whom it is asked with as often as others are. "Which side of Georges is paralysed?" names the wrong one.
   */
  readonly stranger: number;
  /** How far whom the question names are those whom the entry is about: shared ÷ all of them; 0.5 where it names nobody. */
  readonly about: number;
  /**
   * Of what the question asks about those whom it names, what the entry hardly holds: a brother, a birthday, a price. It
   * is much the same for most candidates, so it decides not which is best but how sure we are.
   */
  readonly unmet: number;
  /** 1 where the question names what is nobody's here, or another film that the entry never mentions; for how sure we are. */
  readonly foreign: number;
}

/** What ranks; the others only say how sure we are of the best. */
export type FeatureName = Exclude<keyof Features, 'about' | 'unmet' | 'foreign'>;

export interface Candidate {
  readonly indexed: IndexedEntry;
  readonly features: Features;
  /**
   * How far the entry holds each word of the question, 0 to 1: the share of its phrasings that do, less where the word is
   * only guessed to be meant; what only the answer holds counts 0.3.
   */
  readonly held: readonly number[];
  /** Whether a kind of question is recognised; in keywords there is none. */
  readonly isTyped: boolean;
}

/**
 * The entries that share the most with a question, with what speaks for each. `visited` counts postings: those that the
 * shortlist was found by, and those that its entries' shares were gathered from.
 */
export function findCandidates(index: FilmIndex, analysis: Analysis): { candidates: Candidate[]; visited: number } {
  const { shortlist, visited } = findShortlist(index, analysis);
  const gatheredFrom = unitsOf(analysis).reduce(
    (sum, unit) => sum + lengthOf(index.postings, unit) + lengthOf(index.answerPostings, unit),
    0,
  );
  return { candidates: compareAll(index, analysis, shortlist), visited: visited + gatheredFrom };
}

/** What speaks for each of these entries. */
export function compareAll(index: FilmIndex, analysis: Analysis, entries: readonly IndexedEntry[]): Candidate[] {
  const asked = flatten(index, analysis);
  const units = unitsOf(analysis);
  const numbers = entries.map(({ number }) => number);
  const shares = gathered(index.postings, units, numbers);
  const answers = gathered(index.answerPostings, units, numbers);
  return entries.map((indexed, row) => {
    const rowOf = (values: Float32Array) => values.subarray(row * units.length, (row + 1) * units.length);
    return { indexed, ...measure(index, analysis, indexed, asked, rowOf(shares), rowOf(answers)) };
  });
}

/** What the question's words may mean, one word's units after the other's. */
function unitsOf({ words }: Analysis): Unit[] {
  return words.flatMap(({ meanings }) => meanings.map(({ unit }) => unit));
}

/** `shares` and `answers` are what the entry's phrasings and its answer hold of each meaning, one word's after the other's. */
function measure(
  index: FilmIndex,
  analysis: Analysis,
  indexed: IndexedEntry,
  asked: Asked,
  shares: Float32Array,
  answers: Float32Array,
): Omit<Candidate, 'indexed'> {
  const { words, entities, type } = analysis;
  const { total } = asked;
  let at = 0;
  let breadth = 0;
  let likelihood = 0;
  const held = words.map(({ meanings, weight, part }) => {
    let met = 0;
    let holds = 0;
    let likelier = Number.NEGATIVE_INFINITY;
    for (const { unit, credit } of meanings) {
      const share = shares[at] ?? 0;
      const isInAnswer = (answers[at] ?? 0) > 0;
      at++;
      if (share > 0) met = Math.max(met, credit);
      holds = Math.max(holds, credit * Math.max(share, isInAnswer ? heldByAnswer : 0));
      const known = Math.max(share, isInAnswer ? answerShare : 0);
      likelier = Math.max(
        likelier,
        credit * Math.log(trust * (known / (index.frequencies[unit] ?? 0)) + 1 - trust),
      );
    }
    breadth += weight * met;
    if (meanings.length > 0) likelihood += (part * likelier) / index.greatestRarity;
    return holds;
  });

  const [best, second] = topTwo(index, indexed, analysis.language, asked);
  const features: Features = {
    coverage: best?.coverage ?? 0,
    precision: best?.precision ?? 0,
    breadth: breadth / total,
    likelihood,
    second: second?.likeness ?? 0,
    type:
      type === undefined
        ? 0
        : Math.log(
            ((indexed.types.get(type) ?? 0) + someType) / ((index.typeFrequencies.get(type) ?? 0) + someType),
          ),
    about: entities.length === 0 ? 0.5 : jaccard(new Set(entities), indexed.about),
    stranger: mean(namedIn(analysis, index.filmUnit).map(unit => strangeness(index, indexed, unit))),
    unmet: unmetOf(words, held),
    foreign: isForeign(index, indexed, analysis) ? 1 : 0,
  };
  return { features, held, isTyped: type !== undefined };
}

/** Of the weight of all content words but names, that of those that the entry does not hold; 0 where there are none. */
function unmetOf(words: Analysis['words'], held: readonly number[]): number {
  let all = 0;
  let unmet = 0;
  words.forEach(({ weight, isFunction, isName }, at) => {
    if (isFunction || isName) return;
    all += weight;
    unmet += weight * (1 - Math.min(1, (held[at] ?? 0) / someShare));
  });
  return all === 0 ? 0 : unmet / all;
}

/** One phrasing of twenty: fewer may hold a word by chance. */
export const someShare = 0.05;

/** How far the phrasings are trusted to hold every word that people ask with; the rest is left to chance. */
const trust = 0.8;
/** Curators keep the answer out of the phrasings; a word of it counts as if this share of them had it. */
const answerShare = 0.03;
/** Whether a word is held at all, the answer says as well as a good part of the phrasings. */
const heldByAnswer = 0.3;

/** Who is called by a proper name, or else all that is named: Alexandre's stroke is as strange as Alexandre. */
function namedIn({ people, entities }: Analysis, filmUnit: Unit): Unit[] {
  const called = people.filter(unit => unit !== filmUnit);
  return called.length > 0 ? called : entities.filter(unit => unit !== filmUnit);
}

function strangeness(index: FilmIndex, { number }: IndexedEntry, unit: Unit): number {
  const usual = Math.min(wellKnown, index.frequencies[unit] ?? 0);
  const known = Math.max(
    valueAt(index.postings, unit, number),
    valueAt(index.answerPostings, unit, number) > 0 ? namedInAnswer * usual : 0,
  );
  return 1 - Math.min(1, known / usual);
}

function isForeign({ postings }: FilmIndex, { number }: IndexedEntry, { words, titles }: Analysis): boolean {
  return words.some(({ isForeign }) => isForeign) || titles.some(title => valueAt(postings, title, number) === 0);
}

function jaccard<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  const shared = a.intersection(b).size;
  return shared / (a.size + b.size - shared);
}

/** What a kind's share is taken to be at least. */
const someType = 0.03;

/** Whom one of seven phrasings names is no stranger, be it Georges, whom every other one names elsewhere. */
const wellKnown = 0.15;

/** Somebody whom only the answer names is less of a stranger than one whom nothing here names. */
const namedInAnswer = 0.3;

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
