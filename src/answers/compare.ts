import type { Language } from '../text/language.ts';
import type { Analysis } from './analyse.ts';
import { type FilmIndex, functionWeight, type IndexedEntry } from './film-index.ts';

/** The question's words and what each may mean, flat, because every word of some hundred phrasings is looked up in it. */
export interface Asked {
  /** For each unit where its meanings are, 0, as for most, for none; and where those of each such place begin. */
  readonly places: Uint16Array;
  readonly starts: Uint16Array;
  /** The word that may mean it, and how far that may be trusted. */
  readonly words: Uint8Array;
  readonly credits: Float64Array;
  /** What each word weighs, and what all weigh together. */
  readonly weights: Float64Array;
  readonly total: number;
}

export function flatten({ units }: FilmIndex, { words }: Analysis): Asked {
  const meanings = words.flatMap(({ meanings }, word) => meanings.map(meaning => ({ word, ...meaning })));
  meanings.sort((a, b) => a.unit - b.unit);
  const places = new Uint16Array(units.size);
  const starts = [0];
  meanings.forEach(({ unit }, at) => {
    if (unit !== meanings[at - 1]?.unit) places[unit] = starts.push(at) - 1;
  });
  starts.push(meanings.length);
  return {
    places,
    starts: Uint16Array.from(starts),
    words: Uint8Array.from(meanings, ({ word }) => word),
    credits: Float64Array.from(meanings, ({ credit }) => credit),
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
  index: FilmIndex,
  { spans }: IndexedEntry,
  language: Language,
  asked: Asked,
): [Comparison | undefined, Comparison | undefined] {
  let best: Comparison | undefined;
  let second: Comparison | undefined;
  const covered = new Float64Array(asked.weights.length);
  const [first, last] = spans[language] ?? spans.any;
  for (let phrasing = first; phrasing < last; phrasing++) {
    const next = compare(index, phrasing, asked, covered);
    if (best === undefined || next.likeness > best.likeness) [best, second] = [next, best];
    else if (second === undefined || next.likeness > second.likeness) second = next;
  }
  return [best, second];
}

/**
 * One pass over a phrasing's words: what each meets in the question, and what of the question is met. `covered` has a
 * place for each word of the question, all 0 before and after.
 */
function compare(
  { phrasings, rarities }: FilmIndex,
  phrasing: number,
  { places, starts, words, credits, weights, total }: Asked,
  covered: Float64Array,
): Comparison {
  const { wordStarts, unitStarts, units, totals } = phrasings;
  const last = wordStarts[phrasing + 1] ?? 0;
  let at = unitStarts[phrasing] ?? 0;
  let met = 0;
  for (let place = wordStarts[phrasing] ?? 0; place < last; place++) {
    const packed = phrasings.words[place] ?? 0;
    const stem = units[at] ?? 0;
    let best = 0;
    for (const end = at + (packed >> 1); at < end; at++) {
      const found = places[units[at] ?? 0] ?? 0;
      if (found === 0) continue;
      const behind = starts[found + 1] ?? 0;
      for (let meaning = starts[found] ?? 0; meaning < behind; meaning++) {
        const credit = credits[meaning] ?? 0;
        const word = words[meaning] ?? 0;
        if (credit > best) best = credit;
        if (credit > (covered[word] ?? 0)) covered[word] = credit;
      }
    }
    if (best > 0) met += best * (packed & 1 ? functionWeight : (rarities[stem] ?? 0));
  }
  let sum = 0;
  for (let word = 0; word < covered.length; word++) {
    sum += (covered[word] ?? 0) * (weights[word] ?? 0);
    covered[word] = 0;
  }
  const coverage = sum / total;
  const weight = totals[phrasing] ?? 0;
  const precision = weight === 0 ? 0 : met / weight;
  const likeness = coverage + precision === 0 ? 0 : (2 * coverage * precision) / (coverage + precision);
  return { coverage, precision, likeness };
}
