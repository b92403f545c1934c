import { type Fact, type Film, type Horizon, localized } from '../films/film.ts';
import { isHidden } from '../films/horizon.ts';
import type { Language } from '../text/language.ts';
import type { Answer } from './answer.ts';

/** An answer as one reader may have it. */
export type Told =
  | { readonly kind: 'open'; readonly film: Film; readonly answer: Answer }
  /** The answer (`sure`), or the nearest thing to one, lies beyond the reader's horizon. */
  | {
      readonly kind: 'hidden';
      readonly film: Film;
      readonly language: Language;
      readonly sure: boolean;
      readonly facts: readonly Fact[];
    };

/** Takes out of an answer what the reader must not see. What is left tells nothing of what was taken. */
export function tell(film: Film, answer: Answer, horizon: Horizon): Told {
  const hidden = (fact: Fact) => isHidden(film, fact, horizon);
  const { language } = answer;
  const candidates = answer.candidates.filter(({ fact }) => !hidden(fact));
  if (answer.kind === 'answered') {
    const facts = factsOf(answer);
    const [fact, also] = facts.filter(fact => !hidden(fact));
    if (fact === undefined) return { kind: 'hidden', film, language, sure: true, facts };
    const { also: _, ...rest } = answer;
    return { kind: 'open', film, answer: { ...rest, fact, ...(also === undefined ? {} : { also }), candidates } };
  }
  const nearest = answer.candidates[0]?.fact;
  const isGuess = answer.kind === 'unsure' || (answer.kind === 'unknown' && answer.reason.because === 'not-known');
  if (isGuess && nearest !== undefined && hidden(nearest)) {
    return { kind: 'hidden', film, language, sure: false, facts: answer.candidates.map(({ fact }) => fact) };
  }
  return { kind: 'open', film, answer: { ...answer, candidates } };
}

/** What an answer tells, both facts where two were asked for. */
export function factsOf({ fact, also }: Extract<Answer, { kind: 'answered' }>): readonly Fact[] {
  return also === undefined ? [fact] : [fact, also];
}

/** All that an answer says, a line a fact. */
export function saidOf(film: Film, answer: Extract<Answer, { kind: 'answered' }>): string {
  return factsOf(answer)
    .map(fact => localized(film, fact.answer, answer.language))
    .join('\n');
}

/** The question people are shown for a fact. */
export function shownQuestion(film: Film, fact: Fact, language: Language): string {
  return localized(film, fact.questions, language)[0];
}
