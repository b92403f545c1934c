import type { Unit } from './senses.ts';
import { inverted, type Lists, listsOf } from './sparse.ts';

/**
 * For each bucket the entries that are asked with the same words. Hundreds share "Georges" and "Anne"; one or two have a
 * phrasing with these, "where", "do" and "live", and nothing else.
 */
export type SameWords = Lists;

/** From the places of each entry's phrasings, the words of each, and the stem of each word. */
export function createSameWords(
  entries: readonly (readonly (readonly [number, number])[])[],
  { starts, numbers }: { readonly starts: readonly number[]; readonly numbers: readonly number[] },
  stems: readonly Unit[],
): SameWords {
  const spread = Uint32Array.from(stems.map(spreadOf));
  const buckets = entries.map(spans => {
    const found: number[] = [];
    for (const [first, end] of spans) {
      for (let phrasing = first; phrasing < end; phrasing++) {
        let sum = 0;
        for (let at = starts[phrasing] ?? 0; at < (starts[phrasing + 1] ?? 0); at++)
          sum += spread[numbers[at] ?? 0] ?? 0;
        found.push(bucketOf(sum));
      }
    }
    return found;
  });
  return inverted(listsOf(buckets), bucketCount);
}

/** The entries with a phrasing of just these words, in any order, and one or the other that shares their bucket by chance. */
export function entriesWith({ starts, numbers }: SameWords, words: readonly Unit[]): readonly number[] {
  const bucket = bucketOf(words.reduce((sum, unit) => sum + spreadOf(unit), 0));
  return Array.from(numbers.subarray(starts[bucket], starts[bucket + 1]));
}

/** As many as a film has phrasings. */
const bucketCount = 2 ** 16;

/** Units are neighbours; spread over all numbers (Knuth's multiplicative hash), their sums share a bucket by chance only. */
function spreadOf(unit: Unit): number {
  return Math.imul(unit + 1, 2_654_435_761) >>> 0;
}

function bucketOf(sum: number): number {
  return (sum >>> 0) >>> 16;
}
