import { editDistance } from '../text/edit-distance.ts';
import { noLetters, withLetter } from '../text/fnv.ts';
import { inverted, type Lists } from './sparse.ts';

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
  /** For each bucket the places of its words. */
  readonly buckets: Lists;
}

/**
 * Corrects words to the vocabulary by a delete dictionary (the idea of SymSpell): two words within `n` slips share a
 * form with at most `n` letters deleted from each, so a lookup of a few forms replaces a walk over the vocabulary.
 * Of each form only the word's number is kept, in the bucket of its hash: a twentieth of what the strings would take.
 * Who shares a bucket by chance is told by the distance. From each word's place and how often it stands in the index.
 */
export function createSpelling(places: ReadonlyMap<string, number>, counts: Uint32Array): Spelling {
  const words = [...places.keys()];
  return { words, places, counts, buckets: bucketsOf(words) };
}

/** The nearest words of the vocabulary that are accepted, closest and commonest first; none for a word that is in it. */
export function correct(
  spelling: Spelling,
  word: string,
  accepts: (correction: Correction) => boolean,
): readonly Correction[] {
  const { words, places, counts } = spelling;
  if (!isCorrectable(word) || places.has(word)) return [];
  const limit = slips(word);
  const corrections: (Correction & { readonly count: number })[] = [];
  for (const place of near(spelling, word)) {
    const candidate = words[place] ?? '';
    const distance = editDistance(word, candidate, Math.min(limit, slips(candidate)));
    if (distance !== undefined && accepts({ word: candidate, distance }))
      corrections.push({ word: candidate, distance, count: counts[place] ?? 0 });
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
function near({ words, buckets: { starts, numbers } }: Spelling, word: string): number[] {
  const found = new Set<number>();
  const forms = new Uint32Array(mostForms);
  for (const bucket of forms.subarray(0, writeForms(word, forms, 0)))
    for (let at = starts[bucket] ?? 0; at < (starts[bucket + 1] ?? 0); at++) found.add(numbers[at] ?? 0);
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
 * beginnings, and a long word has 29 forms instead of hundreds: its beginning, that without each of the seven letters and
 * without each of their 21 pairs.
 */
const comparedLetters = 7;
const mostForms = 29;

/** Two hundred and fifty thousand buckets: a pack's forms make two or three a bucket. */
const bucketCount = 2 ** 18;
const bucketMask = bucketCount - 1;

/** For each bucket the numbers of the words with a form in it. */
function bucketsOf(words: readonly string[]): Lists {
  const forms = new Uint32Array(words.length * mostForms);
  const ends = new Uint32Array(words.length + 1);
  words.forEach((word, number) => {
    const end = ends[number] ?? 0;
    ends[number + 1] = isCorrectable(word) ? writeForms(word, forms, end) : end;
  });
  return inverted({ starts: ends, numbers: forms.subarray(0, ends.at(-1)) }, bucketCount);
}

/**
 * Writes the buckets of the beginning of a word and of every form of it with as many letters left out as it may have
 * slips, and returns the place behind the last. Forms that begin alike share the hash of their beginning.
 */
function writeForms(word: string, forms: Uint32Array, place: number): number {
  const length = Math.min(word.length, comparedLetters);
  const limit = slips(word);
  let end = place;
  let whole = noLetters;
  for (let one = 0; one < length; one++) {
    let withoutOne = whole;
    for (let other = one + 1; other < length; other++) {
      if (limit > 1) forms[end++] = bucketOf(word, other + 1, length, withoutOne);
      withoutOne = withLetter(withoutOne, word.charCodeAt(other));
    }
    forms[end++] = withoutOne & bucketMask;
    whole = withLetter(whole, word.charCodeAt(one));
  }
  forms[end++] = whole & bucketMask;
  return end;
}

/** Of the form that begins with what `hash` stands for and goes on with the letters from one place to another. */
function bucketOf(word: string, from: number, to: number, hash: number): number {
  let all = hash;
  for (let at = from; at < to; at++) all = withLetter(all, word.charCodeAt(at));
  return all & bucketMask;
}
