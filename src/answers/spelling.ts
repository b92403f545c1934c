import { editDistance } from '../text/edit-distance.ts';

/** A word of the index that somebody may have meant. */
export interface Correction {
  readonly word: string;
  readonly distance: number;
}

/** Words of this length or more are looked for with two slips, shorter ones with one; below three letters none. */
const longWord = 6;
const shortestWord = 3;

export interface Spelling {
  /** The nearest words of the vocabulary, closest and commonest first; none for a word that is in it. */
  correct(word: string): readonly Correction[];
}

/**
 * Corrects words to the vocabulary by a delete dictionary (the idea of SymSpell): two words within `n` slips share a
 * form with at most `n` letters deleted from each, so a lookup of a few forms replaces a walk over the vocabulary.
 * Forms are kept as 32-bit hashes in one sorted array, a tenth of what their strings would take; where two forms have
 * one hash by chance, the distance tells. `count` says how often a word stands in the index and settles ties.
 */
export function createSpelling(vocabulary: ReadonlyMap<string, number>): Spelling {
  const words = [...vocabulary.keys()].filter(isCorrectable);
  const pairs: number[] = [];
  words.forEach((word, number) => {
    // A float holds 53 bits: 32 of the hash above 21 of the word's number, so that one sort orders both.
    for (const hash of formHashes(word, slips(word))) pairs.push(hash * mostWords + number);
  });
  const sorted = Float64Array.from(pairs).sort();
  const count = (word: string) => vocabulary.get(word) ?? 0;

  /** The words that share a form with this one. */
  function near(word: string): Set<string> {
    const found = new Set<string>();
    for (const hash of formHashes(word, slips(word))) {
      for (let at = firstFrom(sorted, hash * mostWords); ; at++) {
        const pair = sorted[at];
        if (pair === undefined || pair >= (hash + 1) * mostWords) break;
        found.add(words[pair % mostWords] ?? '');
      }
    }
    return found;
  }

  function correct(word: string): readonly Correction[] {
    if (!isCorrectable(word) || vocabulary.has(word)) return [];
    const limit = slips(word);
    const corrections: Correction[] = [];
    for (const candidate of near(word)) {
      const distance = editDistance(word, candidate, Math.min(limit, slips(candidate)));
      if (distance !== undefined) corrections.push({ word: candidate, distance });
    }
    const best = Math.min(...corrections.map(({ distance }) => distance));
    return corrections
      .filter(({ distance }) => distance === best)
      .sort(
        (a, b) =>
          likeness(word, b.word) - likeness(word, a.word) ||
          count(b.word) - count(a.word) ||
          (a.word < b.word ? -1 : 1),
      )
      .slice(0, maxCorrections);
  }

  return { correct };
}

/** More alternatives cost time and match at random. */
const maxCorrections = 3;
/** More than any pack's vocabulary; a hash and a number below it fit one float. */
const mostWords = 2 ** 21;

function isCorrectable(word: string): boolean {
  return word.length >= shortestWord && !/\d/.test(word);
}

function slips(word: string): number {
  if (word.length < shortestWord) return 0;
  return word.length < longWord ? 1 : 2;
}

/** People rarely slip on the first letter. */
function likeness(word: string, candidate: string): number {
  return word[0] === candidate[0] ? 1 : 0;
}

/**
 * Letters from the beginning of a word that forms are made of. Two words within two slips still share a form of their
 * beginnings, and a long word has 29 forms instead of hundreds.
 */
const comparedLetters = 7;

/** The hash of the beginning of a word, and of every form of it with up to `limit` (at most two) letters left out. */
function formHashes(word: string, limit: number): Set<number> {
  const length = Math.min(word.length, comparedLetters);
  const hashes = new Set([hashWithout(word, length, -1, -1)]);
  if (limit > 0) for (let one = 0; one < length; one++) hashes.add(hashWithout(word, length, one, -1));
  if (limit > 1)
    for (let one = 0; one < length; one++)
      for (let other = one + 1; other < length; other++) hashes.add(hashWithout(word, length, one, other));
  return hashes;
}

/** FNV-1a over the letters, without those at two places (−1 for none). */
function hashWithout(word: string, length: number, one: number, other: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < length; at++) {
    if (at === one || at === other) continue;
    hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}

/** The first place from which on a sorted array's values are at least this. */
function firstFrom(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
