import { z } from 'zod';
import { languages } from '../text/language.ts';

/** A question with what a right answer must hold; answerable or to be refused. */
export const gradedQuestion = z.object({
  id: z.string(),
  question: z.string(),
  lang: z.enum(languages),
  style: z.string().default('plain'),
  kind: z.string().default('other'),
  answerable: z.boolean(),
  /** Regular expressions: one of `accept` and all of `accept_all` must match the answer, none of `reject`. */
  accept: z.array(z.string()).default([]),
  accept_all: z.array(z.string()).default([]),
  reject: z.array(z.string()).default([]),
  /** Or simply the facts, any of which is right. */
  facts: z.array(z.string()).default([]),
  /** Why this is the expected fact, where it is not obvious. */
  why: z.string().optional(),
  film: z.string().optional(),
});
export type GradedQuestion = z.infer<typeof gradedQuestion>;

export interface Response {
  readonly status: 'answered' | 'ambiguous' | 'unknown';
  readonly answer: string | null;
  readonly fact: string | null;
  /** Facts offered where nothing was claimed, best first. */
  readonly candidates: readonly { readonly fact: string; readonly answer: string }[];
}

/**
 * `right`: the expected answer, or a refusal where one was due. `wrong`: an answer that is not right.
 * `missed`: a question that could have been answered and was not.
 */
export type Verdict = 'right' | 'wrong' | 'missed';

export function grade(question: GradedQuestion, response: Response): Verdict {
  if (!question.answerable) return response.status === 'answered' ? 'wrong' : 'right';
  if (response.status !== 'answered') return 'missed';
  return isRight(question, response.fact, response.answer ?? '') ? 'right' : 'wrong';
}

/** Whether the right fact was among those offered instead of an answer. */
export function offersRight(question: GradedQuestion, response: Response): boolean {
  return response.candidates.slice(0, 3).some(({ fact, answer }) => isRight(question, fact, answer));
}

const longestAnswer = 400;

function isRight(question: GradedQuestion, fact: string | null, answer: string): boolean {
  if (question.facts.length > 0) return fact !== null && question.facts.includes(fact);
  if (answer === '' || [...answer].length > longestAnswer) return false;
  const text = answer
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  const matches = (source: string) => new RegExp(source, 'iu').test(text);
  const accepted = question.accept.length === 0 || question.accept.some(matches);
  return accepted && question.accept_all.every(matches) && !question.reject.some(matches);
}
