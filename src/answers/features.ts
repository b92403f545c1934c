import type { Analysis, Meaning } from './analyse.ts';
import { type FilmIndex, functionWeight, type IndexedEntry, type Unit } from './film-index.ts';
import { type SparseRows, valueAt } from './sparse.ts';

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
  /** Of the question's words, what the entry's answer holds and no phrasing does. */
  readonly answer: number;
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
   * The rarity of the rarest concept that the question names and the entry never mentions, against the greatest: a
   * sister, a colour, a price is a slot that must be met, whatever it is called; other words may just be another way to
   * say it. It is the same for most candidates, so it decides not which is best but how sure we are.
   */
  readonly missed: number;
  /** 1 where the question names what is nobody's here, or another film that the entry never mentions; for how sure we are. */
  readonly foreign: number;
}

/** What ranks; the others only say how sure we are of the best. */
export type FeatureName = Exclude<keyof Features, 'about' | 'missed' | 'foreign'>;

export interface Candidate {
  readonly indexed: IndexedEntry;
  readonly features: Features;
}

/** So many entries are compared phrasing by phrasing; with more, no more are answered right. */
const shortlistLength = 16;

/** The entries that share the most with a question, with what speaks for each. `visited` counts postings. */
export function findCandidates(index: FilmIndex, analysis: Analysis): { candidates: Candidate[]; visited: number } {
  const { shortlist, visited } = findShortlist(index, analysis);
  return { candidates: compareAll(index, analysis, shortlist), visited };
}

/** What speaks for each of these entries. */
export function compareAll(index: FilmIndex, analysis: Analysis, entries: readonly IndexedEntry[]): Candidate[] {
  const asked = askedUnits(index, analysis);
  return entries.map(indexed => ({ indexed, features: measure(index, analysis, indexed, asked) }));
}

/** The entries with the most of the question's weight in any of their phrasings, best first. */
function findShortlist(index: FilmIndex, { words }: Analysis): { shortlist: IndexedEntry[]; visited: number } {
  const totals = new Float32Array(index.entries.length);
  const best = new Float32Array(index.entries.length);
  let visited = 0;
  for (const { meanings, weight } of words) {
    const met: number[] = [];
    function meet(
      { starts, numbers, values }: SparseRows,
      { unit, credit }: Meaning,
      held: number,
      shared: number,
    ) {
      const [start, end] = [starts[unit] ?? 0, starts[unit + 1] ?? 0];
      visited += end - start;
      for (let at = start; at < end; at++) {
        const entry = numbers[at] ?? 0;
        const worth = credit * (held + shared * (values[at] ?? 0));
        if (best[entry] === 0) met.push(entry);
        if (worth > (best[entry] ?? 0)) best[entry] = worth;
      }
    }
    for (const meaning of meanings) {
      meet(index.postings, meaning, inPhrasings, inAllPhrasings - inPhrasings);
      meet(index.answerPostings, meaning, inAnswerOnly, 0);
    }
    for (const entry of met) {
      totals[entry] = (totals[entry] ?? 0) + weight * (best[entry] ?? 0);
      best[entry] = 0;
    }
  }
  const shortlist = highest(totals, shortlistLength).flatMap(entry => index.entries[entry] ?? []);
  return { shortlist, visited };
}

/**
 * What a word counts that stands in few of an entry's phrasings, in all of them, or in its answer alone: people ask with
 * words of the answer they half know.
 */
const inPhrasings = 0.7;
const inAllPhrasings = 1;
const inAnswerOnly = 0.5;

/** The places of the highest values above 0, highest first, of equal ones the first. */
function highest(values: Float32Array, count: number): number[] {
  const places: number[] = [];
  for (let place = 0; place < values.length; place++) {
    const value = values[place] ?? 0;
    let at = places.length;
    while (at > 0 && (values[places[at - 1] ?? 0] ?? 0) < value) at--;
    if (value === 0 || at >= count) continue;
    places.splice(at, 0, place);
    if (places.length > count) places.pop();
  }
  return places;
}

/** For each unit where to find the words of the question that may mean it; 0, as for most, for none. */
interface AskedUnits {
  readonly places: Uint16Array;
  readonly meant: readonly (readonly { readonly word: number; readonly credit: number }[])[];
}

function askedUnits({ units }: FilmIndex, { words }: Analysis): AskedUnits {
  const places = new Uint16Array(units.size);
  const meant: { word: number; credit: number }[][] = [[]];
  words.forEach(({ meanings }, word) => {
    for (const { unit, credit } of meanings) {
      if (places[unit] === 0) places[unit] = meant.push([]) - 1;
      meant[places[unit] ?? 0]?.push({ word, credit });
    }
  });
  return { places, meant };
}

function measure(index: FilmIndex, analysis: Analysis, indexed: IndexedEntry, asked: AskedUnits): Features {
  const { words, entities, type } = analysis;
  const total = words.reduce((sum, { weight }) => sum + weight, 0) || 1;
  let breadth = 0;
  let likelihood = 0;
  let answer = 0;
  let missed = 0;
  for (const { meanings, concepts, weight, isFunction } of words) {
    let met = 0;
    let likelier = Number.NEGATIVE_INFINITY;
    let inAnswer = 0;
    for (const { unit, credit } of meanings) {
      const share = valueAt(index.shares, indexed.number, unit);
      const isInAnswer = valueAt(index.answers, indexed.number, unit) > 0;
      if (share > 0) met = Math.max(met, credit);
      if (isInAnswer) inAnswer = Math.max(inAnswer, credit);
      const known = Math.max(share, isInAnswer ? answerShare : 0);
      likelier = Math.max(
        likelier,
        credit * Math.log(trust * (known / (index.frequencies[unit] ?? 0)) + 1 - trust),
      );
    }
    breadth += weight * met;
    if (meanings.length > 0) likelihood += likelier / index.greatestRarity;
    if (inAnswer > met) answer += weight * (inAnswer - met);
    if (!isFunction && met === 0 && inAnswer === 0)
      for (const concept of concepts) missed = Math.max(missed, index.rarities[concept] ?? 0);
  }

  const [best, second] = topTwo(index, indexed, analysis, total, asked);
  return {
    coverage: best?.coverage ?? 0,
    precision: best?.precision ?? 0,
    breadth: breadth / total,
    likelihood,
    answer: answer / total,
    second: second?.likeness ?? 0,
    type:
      type === undefined
        ? 0
        : Math.log(
            ((indexed.types.get(type) ?? 0) + someType) / ((index.typeFrequencies.get(type) ?? 0) + someType),
          ),
    about: entities.length === 0 ? 0.5 : jaccard(new Set(entities), indexed.about),
    stranger: mean(entities.filter(unit => unit !== index.filmUnit).map(unit => strangeness(index, indexed, unit))),
    missed: missed / index.greatestRarity,
    foreign: isForeign(index, indexed, analysis) ? 1 : 0,
  };
}

interface Comparison {
  readonly coverage: number;
  readonly precision: number;
  /** The harmonic mean of both. */
  readonly likeness: number;
}

/** The two phrasings that are most like the question, of those in its language where there are any. */
function topTwo(
  index: FilmIndex,
  { spans }: IndexedEntry,
  analysis: Analysis,
  total: number,
  asked: AskedUnits,
): [Comparison | undefined, Comparison | undefined] {
  let best: Comparison | undefined;
  let second: Comparison | undefined;
  const covered = new Float32Array(analysis.words.length);
  const [first, last] = spans[analysis.language] ?? spans.any;
  for (let phrasing = first; phrasing < last; phrasing++) {
    const next = compare(index, phrasing, analysis, total, asked, covered.fill(0));
    if (best === undefined || next.likeness > best.likeness) [best, second] = [next, best];
    else if (second === undefined || next.likeness > second.likeness) second = next;
  }
  return [best, second];
}

/** How far the phrasings are trusted to hold every word that people ask with; the rest is left to chance. */
const trust = 0.8;
/** Curators keep the answer out of the phrasings; a word of it counts as if this share of them had it. */
const answerShare = 0.03;

/** One pass over a phrasing's words: what each meets in the question, and what of the question is met. */
function compare(
  { phrasings, rarities }: FilmIndex,
  phrasing: number,
  { words }: Analysis,
  total: number,
  { places, meant }: AskedUnits,
  covered: Float32Array,
): Comparison {
  const { wordStarts, unitStarts, units, totals } = phrasings;
  let at = unitStarts[phrasing] ?? 0;
  let met = 0;
  for (let place = wordStarts[phrasing] ?? 0; place < (wordStarts[phrasing + 1] ?? 0); place++) {
    const packed = phrasings.words[place] ?? 0;
    const stem = units[at] ?? 0;
    let best = 0;
    for (const end = at + (packed >> 1); at < end; at++) {
      const found = places[units[at] ?? 0] ?? 0;
      if (found === 0) continue;
      for (const { word, credit } of meant[found] ?? []) {
        if (credit > best) best = credit;
        if (credit > (covered[word] ?? 0)) covered[word] = credit;
      }
    }
    if (best > 0) met += best * (packed & 1 ? functionWeight : (rarities[stem] ?? 0));
  }
  let sum = 0;
  for (let word = 0; word < covered.length; word++) sum += (covered[word] ?? 0) * (words[word]?.weight ?? 0);
  const coverage = sum / total;
  const weight = totals[phrasing] ?? 0;
  const precision = weight === 0 ? 0 : met / weight;
  const likeness = coverage + precision === 0 ? 0 : (2 * coverage * precision) / (coverage + precision);
  return { coverage, precision, likeness };
}

function strangeness({ shares, answers, frequencies }: FilmIndex, { number }: IndexedEntry, unit: Unit): number {
  const usual = frequencies[unit] ?? 0;
  const known = Math.max(
    valueAt(shares, number, unit),
    valueAt(answers, number, unit) > 0 ? namedInAnswer * usual : 0,
  );
  return 1 - Math.min(1, known / usual);
}

function isForeign({ shares }: FilmIndex, { number }: IndexedEntry, { words, titles }: Analysis): boolean {
  return words.some(({ isForeign }) => isForeign) || titles.some(title => valueAt(shares, number, title) === 0);
}

function jaccard<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  const shared = a.intersection(b).size;
  return shared / (a.size + b.size - shared);
}

/** What a kind's share is taken to be at least. */
const someType = 0.03;

/** Somebody whom only the answer names is less of a stranger than one whom nothing here names. */
const namedInAnswer = 0.3;

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
