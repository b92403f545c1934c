import { countElsewhere, rankOf, veryCommon } from '../text/common-words.ts';
import { isFunctionWord } from '../text/function-words.ts';
import { type Analysis, tongueOf } from './analyse.ts';
import type { FilmIndex } from './film-index.ts';

/**
 * Whether a question is in a language that we do not speak: in another script, or of words of which most are common in
 * some other language, and fewer in the question's own or known to the pack there.
 */
export function isOtherLanguage(index: FilmIndex, question: string, { words, language }: Analysis): boolean {
  const letters = question.match(/\p{L}/gu) ?? [];
  const latin = letters.filter(letter => /\p{Script=Latin}/u.test(letter));
  if (letters.length > 3 && latin.length < letters.length / 2) return true;
  // Names are spelled alike everywhere.
  const asked = [...new Set(words.filter(({ isName }) => !isName).map(({ word }) => word))];
  const ours = asked.filter(word => {
    const tongue = tongueOf(index, word);
    const isKnown = tongue === language || tongue === 'several';
    return isKnown || isFunctionWord(word, language) || (rankOf(word, language) ?? Infinity) <= veryCommon;
  });
  const theirs = countElsewhere(asked);
  return theirs >= 2 && theirs > asked.length / 2 && theirs > ours.length;
}
