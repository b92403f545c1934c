import type { Language } from '../text/language.ts';
import type { Analysis } from './analyse.ts';
import type { FilmIndex, IndexedEntry, IndexedPhrasings } from './film-index.ts';

/** The question's words and what each may mean, flat, because every word of some hundred phrasings is looked up in it. */
export interface Asked {
  /** For each sense of the index the first match of it, 0, as for most, for none. */
  readonly firsts: Uint32Array;
  /** For each match the next one of its sense, the word of the question, and how far that may be trusted to mean it. */
  readonly nexts: readonly number[];
  readonly words: readonly number[];
  readonly credits: readonly number[];
  /** What each word weighs, and what all weigh together. */
  readonly weights: Float64Array;
  readonly total: number;
}

export function flatten({ phrasings }: FilmIndex, { words }: Analysis): Asked {
  const { starts, numbers } = phrasings.senses;
  const firsts = new Uint32Array(phrasings.weights.length);
  const matches = { nexts: [0], words: [0], credits: [0] };
  words.forEach(({ meanings }, word) => {
    for (const { unit, credit } of meanings) {
      for (let at = starts[unit] ?? 0; at < (starts[unit + 1] ?? 0); at++) {
        const sense = numbers[at] ?? 0;
        matches.nexts.push(firsts[sense] ?? 0);
        matches.words.push(word);
        firsts[sense] = matches.credits.push(credit) - 1;
      }
    }
  });
  return {
    firsts,
    ...matches,
    weights: Float64Array.from(words, ({ weight }) => weight),
    total: words.reduce((sum, { weight }) => sum + weight, 0) || 1,
  };
}

export interface Comparison {
  readonly coverage: number;
  readonly precision: number;
  /** The harmonic mean of both. */
  readonly likeness: number;
}

/** The two phrasings that are most like the question, of those in its language where there are any. */
export function topTwo(
  { phrasings }: FilmIndex,
  { spans }: IndexedEntry,
  language: Language,
  asked: Asked,
): [Comparison | undefined, Comparison | undefined] {
  let best: Comparison | undefined;
  let second: Comparison | undefined;
  const covered = new Float64Array(asked.weights.length);
  const own = spans[language];
  for (const [first, end] of own === undefined ? Object.values(spans) : [own]) {
    for (let phrasing = first; phrasing < end; phrasing++) {
      const next = compare(phrasings, phrasing, asked, covered);
      if (best === undefined || next.likeness > best.likeness) [best, second] = [next, best];
      else if (second === undefined || next.likeness > second.likeness) second = next;
    }
  }
  return [best, second];
}

/**
 * One pass over a phrasing's words: what each meets in the question, and what of the question is met. `covered` has a
 * place for each word of the question, all 0 before and after.
 */
function compare(
  { starts, words, totals, weights: senseWeights }: IndexedPhrasings,
  phrasing: number,
  asked: Asked,
  covered: Float64Array,
): Comparison {
  const { firsts, nexts, credits, weights } = asked;
  const end = starts[phrasing + 1] ?? 0;
  let met = 0;
  for (let at = starts[phrasing] ?? 0; at < end; at++) {
    const sense = words[at] ?? 0;
    let best = 0;
    for (let match = firsts[sense] ?? 0; match !== 0; match = nexts[match] ?? 0) {
      const credit = credits[match] ?? 0;
      const word = asked.words[match] ?? 0;
      if (credit > best) best = credit;
      if (credit > (covered[word] ?? 0)) covered[word] = credit;
    }
    met += best * (senseWeights[sense] ?? 0);
  }
  let sum = 0;
  for (let word = 0; word < covered.length; word++) {
    sum += (covered[word] ?? 0) * (weights[word] ?? 0);
    covered[word] = 0;
  }
  const coverage = sum / asked.total;
  const weight = totals[phrasing] ?? 0;
  const precision = weight === 0 ? 0 : met / weight;
  const likeness = coverage + precision === 0 ? 0 : (2 * coverage * precision) / (coverage + precision);
  return { coverage, precision, likeness };
}
