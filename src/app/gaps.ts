import { tokens } from '../text/tokens.ts';

/** Beyond so many words nobody asks again in the same ones. */
const mostWords = 20;

/**
 * What of a question is counted where nobody could answer it: its folded words, without what Discord writes for people
 * and channels, without numbers and addresses. Nothing where no word is left.
 */
export function gapWords(question: string): string | undefined {
  const plain = question.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\S*(?:@|:\/\/)\S*/g, ' ');
  const words = tokens(plain)
    .filter(word => !/\d/.test(word))
    .slice(0, mostWords);
  return words.length === 0 ? undefined : words.join(' ');
}
