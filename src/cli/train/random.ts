import { noLetters, withLetter } from '../../text/fnv.ts';

/** A number from 0 up to 1, like `Math.random`. */
export type Random = () => number;

/** The same numbers for the same seed, on every machine (mulberry32, public domain). */
export function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Numbers of a text's own, by its FNV-1a hash: what is drawn for one text depends on no other, and a pack with a
 * phrasing more is not sampled anew.
 */
export function seededBy(text: string): Random {
  let hash = noLetters;
  for (let at = 0; at < text.length; at++) hash = withLetter(hash, text.charCodeAt(at));
  return seeded(hash);
}
