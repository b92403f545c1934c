import type { Analysis, AskedWord, Meaning } from './analyse.ts';
import type { FilmIndex, IndexedEntry } from './film-index.ts';
import { entriesWith } from './same-words.ts';
import type { Unit } from './senses.ts';
import type { SparseRows } from './sparse.ts';

/**
 * So many entries are compared phrasing by phrasing; with more, no more are answered right. More where a question has
 * nothing but function words ("who is in it?"), because most entries hold these.
 */
const shortlistLength = 16;
const longShortlist = 48;

/**
 * The entries with the most of the question's weight in any of their phrasings or in their answers, best first, and those
 * that are asked with just its words.
 * `visited` counts the postings that were read for it.
 */
export function findShortlist(
  index: FilmIndex,
  { words }: Analysis,
): { shortlist: IndexedEntry[]; visited: number } {
  const totals = new Float32Array(index.entries.length);
  const best = new Float32Array(index.entries.length);
  const telling = words.filter(({ isFunction, meanings }) => !isFunction && meanings.length > 0);
  let visited = 0;
  // Function words stand nearly everywhere; they only choose where there is hardly anything else.
  for (const { meanings, weight } of telling.length > 1 ? telling : words) {
    for (const meaning of meanings) {
      visited += raiseAll(best, index.postings, meaning, inPhrasings, inAllPhrasings - inPhrasings);
      visited += raiseAll(best, index.answerPostings, meaning, inAnswerOnly, 0);
    }
    for (let entry = 0; entry < totals.length; entry++)
      totals[entry] = (totals[entry] ?? 0) + weight * (best[entry] ?? 0);
    best.fill(0);
  }
  const same = entriesWith(index.sameWords, words.flatMap(stemOf));
  const most = highest(totals, telling.length === 0 ? longShortlist : shortlistLength);
  const shortlist = [...new Set([...most, ...same])].flatMap(entry => index.entries[entry] ?? []);
  return { shortlist, visited: visited + same.length };
}

/** What a word surely stands for. */
function stemOf({ meanings }: AskedWord): Unit[] {
  const [first, ...others] = meanings;
  return first === undefined
    ? []
    : [others.reduce((best, next) => (next.credit > best.credit ? next : best), first).unit];
}

/**
 * Raises what a word is worth to each entry that holds a meaning of it: `base`, and `more` by the share that does.
 * Returns how many hold it.
 */
function raiseAll(
  best: Float32Array,
  { starts, numbers, values }: SparseRows,
  { unit, credit }: Meaning,
  base: number,
  more: number,
): number {
  const [start, end] = [starts[unit] ?? 0, starts[unit + 1] ?? 0];
  for (let at = start; at < end; at++) {
    const entry = numbers[at] ?? 0;
    const worth = credit * (base + more * (values[at] ?? 0));
    if (worth > (best[entry] ?? 0)) best[entry] = worth;
  }
  return end - start;
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
