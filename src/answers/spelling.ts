import { editDistance } from '../text/edit-distance.ts';
import { type Numbers, numbersBelow } from './sparse.ts';

/** A word of the index that somebody may have meant. */
export interface Correction {
  readonly word: string;
  readonly distance: number;
}

/** Words of this length or more are looked for with two slips, shorter ones with one; below four letters none. */
const longWord = 5;
const shortestWord = 4;
const mostSlips = 2;

export interface Spelling {
  /** The vocabulary, each word's place in it, and how often each stands in the index, which settles ties. */
  readonly words: readonly string[];
  readonly places: ReadonlyMap<string, number>;
  readonly counts: Uint32Array;
  /** For each bucket where its words begin, and all buckets' words. */
  readonly starts: Uint32Array;
  readonly numbers: Numbers;
}

/**
 * Corrects words to the vocabulary by a delete dictionary (the idea of SymSpell): two words within `n` slips share a
 * form with at most `n` letters deleted from each, so a lookup of a few forms replaces a walk over the vocabulary.
 * Of each form only the word's number is kept, in the bucket of its hash: a twentieth of what the strings would take.
 * Who shares a bucket by chance is told by the distance.
 */
export function createSpelling(vocabulary: ReadonlyMap<string, number>): Spelling {
  const words = [...vocabulary.keys()];
  return {
    words,
    places: new Map(words.map((word, place) => [word, place])),
    counts: Uint32Array.from(vocabulary.values()),
    ...fillBuckets(words),
  };
}

/** The nearest words of the vocabulary within `most` slips, closest and commonest first; none for a word that is in it. */
export function correct(spelling: Spelling, word: string, most = mostSlips): readonly Correction[] {
  const { words, places, counts } = spelling;
  if (!isCorrectable(word) || places.has(word)) return [];
  const limit = Math.min(most, slips(word));
  const corrections: (Correction & { readonly count: number })[] = [];
  for (const place of near(spelling, word)) {
    const candidate = words[place] ?? '';
    const distance = editDistance(word, candidate, Math.min(limit, slips(candidate)));
    if (distance !== undefined) corrections.push({ word: candidate, distance, count: counts[place] ?? 0 });
  }
  const best = Math.min(...corrections.map(({ distance }) => distance));
  return corrections
    .filter(({ distance }) => distance === best)
    .sort(
      (a, b) => likeness(word, b.word) - likeness(word, a.word) || b.count - a.count || (a.word < b.word ? -1 : 1),
    )
    .slice(0, maxCorrections);
}

/** The places of the words that share a form's bucket with this one and are about as long. */
function near({ words, starts, numbers }: Spelling, word: string): number[] {
  const found = new Set<number>();
  forEachForm(word, slips(word), hash => {
    const bucket = hash & bucketMask;
    for (let at = starts[bucket] ?? 0; at < (starts[bucket + 1] ?? 0); at++) found.add(numbers[at] ?? 0);
  });
  return [...found].filter(place => Math.abs((words[place]?.length ?? 0) - word.length) <= slips(word));
}

/** More alternatives cost time and match at random. */
const maxCorrections = 3;

function isCorrectable(word: string): boolean {
  return word.length >= shortestWord && !/\d/.test(word);
}

function slips(word: string): number {
  if (word.length < shortestWord) return 0;
  return word.length < longWord ? 1 : mostSlips;
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

/** Two hundred and fifty thousand buckets: a pack's forms make two or three a bucket. */
const bucketMask = 2 ** 18 - 1;

/** For each bucket the numbers of the words with a form in it. */
function fillBuckets(words: readonly string[]): Pick<Spelling, 'starts' | 'numbers'> {
  const starts = new Uint32Array(bucketMask + 2);
  const place = (hash: number) => {
    const bucket = hash & bucketMask;
    starts[bucket] = (starts[bucket] ?? 0) + 1;
  };
  for (const word of words) if (isCorrectable(word)) forEachForm(word, slips(word), place);
  let sum = 0;
  for (let bucket = 0; bucket < starts.length; bucket++) starts[bucket] = sum += starts[bucket] ?? 0;
  const numbers = numbersBelow(words.length, sum);
  // From its end backwards: when all are placed, each bucket's end has become its start.
  words.forEach((word, number) => {
    if (!isCorrectable(word)) return;
    forEachForm(word, slips(word), hash => {
      const bucket = hash & bucketMask;
      const at = (starts[bucket] ?? 0) - 1;
      starts[bucket] = at;
      numbers[at] = number;
    });
  });
  return { starts, numbers };
}

/** Visits the hash of the beginning of a word, and of every form of it with up to `limit` (at most two) letters left out. */
function forEachForm(word: string, limit: number, visit: (hash: number) => void): void {
  const length = Math.min(word.length, comparedLetters);
  visit(hashWithout(word, length, -1, -1));
  if (limit > 0) for (let one = 0; one < length; one++) visit(hashWithout(word, length, one, -1));
  if (limit > 1)
    for (let one = 0; one < length; one++)
      for (let other = one + 1; other < length; other++) visit(hashWithout(word, length, one, other));
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
