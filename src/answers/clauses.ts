import { asksAt } from '../text/question-type.ts';
import { tokens } from '../text/tokens.ts';
import { type AskedWord, longestQuestion } from './analyse.ts';

/**
 * The ends of a message that may be its question, at most three: in a chat much is said before one. Each begins behind a
 * punctuation mark or what stands for one, and goes up to a question mark; where there is none, any part is read by
 * itself, too. The longest two, and the last question alone, however much was said before it. Nothing for a message of
 * one part.
 */
export function clausesOf(message: string): readonly string[] {
  const parts = worded(message.slice(0, longestQuestion).split(partEnd));
  const ends = parts.flatMap((part, at) => (questionEnd.test(part) ? [at] : []));
  const clauses =
    ends.length > 0
      ? ends.flatMap((end, nth) => tails(parts.slice((ends[nth - 1] ?? -1) + 1, end + 1)))
      : [...parts, ...tails(parts)];
  const whole = parts.join(' ');
  const last = parts[ends.at(-1) ?? parts.length - 1];
  const found = [...new Set(clauses)].filter(clause => clause !== whole).sort((a, b) => b.length - a.length);
  const chosen = new Set([...found.slice(0, 2), ...found.filter(clause => clause === last), ...found]);
  return [...chosen].slice(0, mostClauses);
}

/**
 * What a message asks one after the other, one for most: up to each question mark, and where `splitsAtAnds`, from each
 * "and" on that question words follow.
 */
export function questionsOf(message: string, splitsAtAnds: boolean): readonly string[] {
  const sentences = message.slice(0, longestQuestion).split(behindQuestion);
  return worded(splitsAtAnds ? sentences.flatMap(sentence => joined(sentence.split(beforeAnd))) : sentences);
}

/**
 * "Who plays Anne and the daughter?" asks for each: the question with only one of two neighbours that "and" joins, and
 * with only the other. Nothing for one in which no two names are joined.
 */
export function questionsForEach(
  words: readonly Pick<AskedWord, 'word' | 'isName' | 'isFunction'>[],
): readonly string[] {
  const and = words.findIndex(({ word }, at) => ands.has(word) && words[at - 1]?.isName);
  const first = words.findIndex(({ isFunction }, at) => at > and && !isFunction);
  if (and < 0 || !words[first]?.isName) return [];
  const start = words.findLastIndex(({ isName }, at) => at < and && !isName) + 1;
  const end = words.findIndex(({ isName }, at) => at > first && !isName);
  const rest = end < 0 ? [] : words.slice(end);
  const others = [
    words.slice(0, and),
    [...words.slice(0, start), ...words.slice(and + 1, end < 0 ? undefined : end)],
  ];
  return others.map(part => [...part, ...rest].map(({ word }) => word).join(' '));
}

const ands: ReadonlySet<string> = new Set(['and', 'dan', 'et', 'n', 'sama']);

/** Those in which anything is said. */
function worded(parts: readonly string[]): string[] {
  return parts.map(part => part.trim()).filter(part => /[\p{L}\p{N}]/u.test(part));
}

const behindQuestion = /(?<=\?[?!.…)"'”]*)(?![?!.…)"'”])/u;
const beforeAnd = /\s+(?=(?:and|dan|terus|trus|et)\s)/i;

/** "Who are Georges and Anne" is one question. */
function joined([first = '', ...pieces]: readonly string[]): string[] {
  const questions = [first];
  for (const piece of pieces) {
    if (asksAt(tokens(piece), 1)) questions.push(piece);
    else questions.push(`${questions.pop()} ${piece}`);
  }
  return questions;
}

/** Behind punctuation, but within no number; behind pictures; before "but". */
const partEnd =
  /(?<=[,.;?!…\n()—])(?![,.;?!…]|(?<=\d[.,])\d)|(?<=\s-\s|:\s)|(?<=\p{Extended_Pictographic}\uFE0F?)(?=\s)|(?<=\s)(?=(?:but|mais|tapi|tp)\s)/iu;
const questionEnd = /\?[?!.…]*$/u;
const mostClauses = 3;

/** All of it, and what is left of it from each of its parts on. */
function tails(parts: readonly string[]): string[] {
  return parts.map((_, from) => parts.slice(from).join(' '));
}
