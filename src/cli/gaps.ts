import type { AnswerEngine } from '../answers/engine.ts';
import { shownQuestion } from '../answers/told.ts';
import type { Film } from '../films/film.ts';
import { detectLanguage } from '../text/language.ts';

/** What a curator needs of a question that nobody could answer. */
export interface GapReport {
  readonly words: string;
  readonly times: number;
  /** The facts that came nearest, by id, with the question they answer. */
  readonly nearest: readonly { readonly fact: string; readonly question: string }[];
  /** A fact to fill in, as YAML. */
  readonly stub: string;
}

/** The questions that nobody could answer, most asked first, each with the nearest facts and a stub of a new one. */
export function reportGaps(
  film: Film,
  engine: AnswerEngine,
  gaps: readonly { readonly words: string; readonly times: number }[],
): GapReport[] {
  return gaps.map(({ words, times }) => {
    const language = detectLanguage(words.split(' '), undefined);
    const { candidates } = engine.answer(words, language);
    return {
      words,
      times,
      nearest: candidates.map(({ fact }) => ({ fact: fact.id, question: shownQuestion(film, fact, language) })),
      stub: [
        `- id: ${words.split(' ').slice(0, 4).join('-')}`,
        '  about: { entity: [film], attribute: TODO }',
        '  questions:',
        ...film.languages.map(code => `    ${code}: [${code === language ? words : 'TODO'}]`),
        '  answer: { TODO }',
        '  claims: []   # or instead of answer and claims: unknown: true',
      ].join('\n'),
    };
  });
}
