import type { Unit } from './senses.ts';
import { inverted, type Lists, listsOf } from './sparse.ts';

/**
 * For each bucket the entries that are asked with the same content words. Hundreds share "Georges" and "Anne"; only few
 * have a phrasing with these and nothing else, and who asks "who are Anne and Georges?" means one of them.
 */
export type SameWords = Lists;

/** For each entry the stems of the content words of each of its phrasings. */
export function createSameWords(entries: readonly (readonly (readonly Unit[])[])[]): SameWords {
  const buckets = entries.map(phrasings => [...new Set(phrasings.map(bucketOf))]);
  return inverted(listsOf(buckets), bucketCount);
}

/** The entries with a phrasing of just these content words, and one or the other that shares their bucket by chance. */
export function entriesWith({ starts, numbers }: SameWords, words: readonly Unit[]): readonly number[] {
  const bucket = bucketOf(words);
  return Array.from(numbers.subarray(starts[bucket], starts[bucket + 1]));
}

/** As many as a film has phrasings. */
const bucketCount = 2 ** 16;

/** A sum, so that their order says nothing; each unit is spread over all buckets (Knuth's multiplicative hash). */
function bucketOf(words: readonly Unit[]): number {
  let sum = 0;
  for (const unit of words) sum = (sum + Math.imul(unit + 1, 2_654_435_761)) >>> 0;
  return sum >>> 16;
}
