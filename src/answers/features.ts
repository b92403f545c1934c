import type { Analysis } from './analyse.ts';
import type { FilmIndex, IndexedEntry, IndexedPhrasings, Unit } from './film-index.ts';
import { valueAt } from './sparse.ts';

/**
 * What speaks for an entry and against it, each from 0 to 1. Weights of words are their rarity (see `FilmIndex`).
 * `docs/answering.md` has the table of what each is worth.
 */
export interface Features {
  /** Of the question's words, what the entry's best phrasing holds. */
  readonly coverage: number;
  /** Of that phrasing's words, what the question holds. */
  readonly precision: number;
  /** Of the question's words, what any phrasing of the entry holds. */
  readonly breadth: number;
  /** The same, each word by the share of the entry's phrasings that hold it: how central it is. */
  readonly support: number;
  /** Of the question's words, what the entry's answer holds and no phrasing does. */
  readonly answer: number;
  /** The best phrasing but one, compared as the best is: two witnesses are better than one. */
  readonly second: number;
  /** The share of the entry's phrasings that ask for the same kind of thing; 0.5 where the question does not say. */
  readonly type: number;
  /** Of whom and what the question names, the share that the entry is about. */
  readonly about: number;
  /** Of whom and what the question names, the share that the entry never mentions. */
  readonly stranger: number;
  /**
   * The weight of the most telling word that the entry never mentions, against the greatest rarity. It is the same
   * for most candidates, so it decides not which is best but how sure we are.
   */
  readonly missed: number;
}

export type FeatureName = Exclude<keyof Features, 'missed'>;

export interface Candidate {
  readonly indexed: IndexedEntry;
  readonly features: Features;
}

/** So many entries are compared phrasing by phrasing; the right one was beyond the 24th in 1 of 1,000 questions. */
const shortlistLength = 24;

/** The entries that share the most with a question, with what speaks for each. `visited` counts postings. */
export function findCandidates(index: FilmIndex, analysis: Analysis): { candidates: Candidate[]; visited: number } {
  const { shortlist, visited } = findShortlist(index, analysis);
  const asked = askedUnits(index, analysis);
  const candidates = shortlist.map(indexed => ({ indexed, features: measure(index, analysis, indexed, asked) }));
  return { candidates, visited };
}

/** The entries with the most of the question's weight in any of their phrasings. */
function findShortlist(index: FilmIndex, { words }: Analysis): { shortlist: IndexedEntry[]; visited: number } {
  const totals = new Float32Array(index.entries.length);
  const best = new Float32Array(index.entries.length);
  let visited = 0;
  for (const { meanings, weight } of words) {
    const met: number[] = [];
    for (const { unit, credit } of meanings) {
      const { starts, numbers, values } = index.postings;
      const [start, end] = [starts[unit] ?? 0, starts[unit + 1] ?? 0];
      visited += end - start;
      for (let at = start; at < end; at++) {
        const entry = numbers[at] ?? 0;
        const worth = credit * (values[at] ?? 0);
        if (best[entry] === 0) met.push(entry);
        if (worth > (best[entry] ?? 0)) best[entry] = worth;
      }
    }
    for (const entry of met) {
      totals[entry] = (totals[entry] ?? 0) + weight * (best[entry] ?? 0);
      best[entry] = 0;
    }
  }
  const found: number[] = [];
  for (let entry = 0; entry < totals.length; entry++) if ((totals[entry] ?? 0) > 0) found.push(entry);
  const id = (entry: number) => index.entries[entry]?.entry.id ?? '';
  found.sort((a, b) => (totals[b] ?? 0) - (totals[a] ?? 0) || (id(a) < id(b) ? -1 : 1));
  return { shortlist: found.slice(0, shortlistLength).flatMap(entry => index.entries[entry] ?? []), visited };
}

/** For each unit the words of the question that may mean it. */
type AskedUnits = readonly (readonly { readonly word: number; readonly credit: number }[] | undefined)[];

function askedUnits(index: FilmIndex, { words }: Analysis): AskedUnits {
  const asked: { word: number; credit: number }[][] = new Array(index.unitCount);
  words.forEach(({ meanings }, word) => {
    for (const { unit, credit } of meanings) {
      const list = asked[unit];
      if (list === undefined) asked[unit] = [{ word, credit }];
      else list.push({ word, credit });
    }
  });
  return asked;
}

function measure(index: FilmIndex, analysis: Analysis, indexed: IndexedEntry, asked: AskedUnits): Features {
  const { words, entities, type } = analysis;
  const total = words.reduce((sum, { weight }) => sum + weight, 0) || 1;
  let breadth = 0;
  let support = 0;
  let answer = 0;
  let missed = 0;
  for (const { meanings, weight, isFunction } of words) {
    let met = 0;
    let central = 0;
    let inAnswer = 0;
    for (const { unit, credit } of meanings) {
      const share = valueAt(index.shares, indexed.number, unit);
      if (share > 0) {
        met = Math.max(met, credit);
        central = Math.max(central, credit * centrality(share));
      }
      if (valueAt(index.answers, indexed.number, unit) > 0) inAnswer = Math.max(inAnswer, credit);
    }
    breadth += weight * met;
    support += weight * central;
    if (inAnswer > met) answer += weight * (inAnswer - met);
    if (!isFunction && met === 0) missed = Math.max(missed, weight * (1 - inAnswer / 2));
  }

  const [best, second] = topTwo(indexed.phrasings, analysis, total, asked);
  return {
    coverage: best?.coverage ?? 0,
    precision: best?.precision ?? 0,
    breadth: breadth / total,
    support: support / total,
    answer: answer / total,
    second: second?.likeness ?? 0,
    type: type === undefined ? 0.5 : (indexed.types.get(type) ?? 0),
    about: entities.length === 0 ? 0.5 : share(entities, unit => indexed.about.has(unit)),
    stranger: share(entities, unit => !isMentioned(index, indexed, unit)),
    missed: missed / index.greatestRarity,
  };
}

interface Comparison {
  readonly coverage: number;
  readonly precision: number;
  /** The harmonic mean of both. */
  readonly likeness: number;
}

/** The two phrasings that are most like the question. */
function topTwo(
  phrasings: IndexedPhrasings,
  analysis: Analysis,
  total: number,
  asked: AskedUnits,
): [Comparison | undefined, Comparison | undefined] {
  let best: Comparison | undefined;
  let second: Comparison | undefined;
  const covered = new Float32Array(analysis.words.length);
  for (let phrasing = 0; phrasing < phrasings.phrasingEnds.length; phrasing++) {
    const next = compare(phrasings, phrasing, analysis, total, asked, covered.fill(0));
    if (best === undefined || next.likeness > best.likeness) [best, second] = [next, best];
    else if (second === undefined || next.likeness > second.likeness) second = next;
  }
  return [best, second];
}

/**
 * How central a word is that stands in this share of the phrasings, 0 to 1: as in a likelihood, what counts is how many
 * times more often, so that three phrasings in ten are most of the way to all of them.
 */
function centrality(share: number): number {
  return Math.log(1 + share / rareShare) / Math.log(1 + 1 / rareShare);
}

const rareShare = 0.05;

/** One pass over a phrasing's words: what each meets in the question, and what of the question is met. */
function compare(
  { phrasingEnds, wordEnds, units, weights, totals }: IndexedPhrasings,
  phrasing: number,
  { words }: Analysis,
  total: number,
  asked: AskedUnits,
  covered: Float32Array,
): Comparison {
  let place = phrasingEnds[phrasing - 1] ?? 0;
  let at = wordEnds[place - 1] ?? 0;
  let met = 0;
  for (const last = phrasingEnds[phrasing] ?? 0; place < last; place++) {
    let best = 0;
    for (const end = wordEnds[place] ?? 0; at < end; at++) {
      const meant = asked[units[at] ?? 0];
      if (meant === undefined) continue;
      for (const { word, credit } of meant) {
        if (credit > best) best = credit;
        if (credit > (covered[word] ?? 0)) covered[word] = credit;
      }
    }
    met += (weights[place] ?? 0) * best;
  }
  let sum = 0;
  for (let word = 0; word < covered.length; word++) sum += (covered[word] ?? 0) * (words[word]?.weight ?? 0);
  const coverage = sum / total;
  const weight = totals[phrasing] ?? 0;
  const precision = weight === 0 ? 0 : met / weight;
  const likeness = coverage + precision === 0 ? 0 : (2 * coverage * precision) / (coverage + precision);
  return { coverage, precision, likeness };
}

function isMentioned({ shares, answers }: FilmIndex, { about, number }: IndexedEntry, unit: Unit): boolean {
  return about.has(unit) || valueAt(shares, number, unit) > 0 || valueAt(answers, number, unit) > 0;
}

function share<T>(list: readonly T[], test: (value: T) => boolean): number {
  return list.length === 0 ? 0 : list.filter(test).length / list.length;
}
