import type { Fact, Film } from '../films/film.ts';
import type { Language } from '../text/language.ts';
import { saidIn } from '../text/markup.ts';
import { tokens } from '../text/tokens.ts';
import type { Analysis } from './analyse.ts';
import type { Answer } from './answer.ts';
import { createExplain, type Explanation, sureFrom } from './explain.ts';
import { compareAll } from './features.ts';
import type { FilmIndex } from './film-index.ts';
import { type FollowUp, followUp, goesOn, meansSomebody, sameOf } from './follow-up.ts';
import { rank } from './rank.ts';
import { createSuggestions } from './suggest.ts';

export interface AnswerEngine {
  /**
   * `locale` is the reader's language: it decides where the question's own words do not. `last` is the fact that was
   * told just before in the same conversation: a short question may lean on it.
   */
  answer(question: string, locale?: Language, last?: Fact): Answer;
  /** Everything that led to the answer, for whoever mends a pack. */
  explain(question: string, locale?: Language): Explanation;
  /** Facts that what somebody has typed so far may become, best first. */
  suggest(typed: string, language: Language, limit: number): readonly Fact[];
}

/** Answers from a film and its index, which may come from another process in one message: they share facts. */
export function createAnswerEngine(film: Film, index: FilmIndex): AnswerEngine {
  const suggest = createSuggestions(film);
  const explain = createExplain(film, index);

  function answer(question: string, locale?: Language, last?: Fact): Answer {
    const { answer, analysis } = explain(question, locale);
    if (last === undefined || isAside(answer)) return answer;
    const { people, titles } = analysis;
    if (people.length + titles.length > 0) return ofAnother(question, last, analysis) ?? answer;
    if (answer.kind === 'answered' && !mayMeanSomebodyElse(question, answer, last)) return answer;
    const leaning = followUp(film, last, question, analysis.language);
    if (leaning === undefined) return answer;
    const meant = explain(leaning.question, analysis.language);
    const fact = goingOn(index, last, leaning, meant);
    if (fact === undefined)
      return answer.kind === 'answered' || !isNews(meant.answer, last) ? answer : meant.answer;
    const { language, candidates } = meant.answer;
    return { kind: 'answered', language, fact, confidence: Math.max(sureFrom, meant.confidence), candidates };
  }

  /** What "and Georges?" asks for. */
  function ofAnother(question: string, last: Fact, { language, words }: Analysis): Answer | undefined {
    if (!words.every(({ isFunction, isName }) => isFunction || isName)) return;
    const same = sameOf(film, last, question, language);
    if (same === undefined) return;
    const { answer } = explain(same, language);
    return isNews(answer, last) ? answer : undefined;
  }

  return {
    answer: (message, locale, last) => answer(saidIn(message), locale, last),
    explain: (message, locale) => explain(saidIn(message), locale),
    suggest,
  };
}

/**
 * The fact that a follow-up asks for: the best of those that go on from the last answer and hold what is asked, unless it
 * is far behind what a stranger might mean by the same words. That it goes on says as much as its words. A bare "why?"
 * has the words of the last question: it asks for another fact that people ask for in that way.
 */
function goingOn(
  index: FilmIndex,
  last: Fact,
  { isBare }: FollowUp,
  { ranked, analysis }: Explanation,
): Fact | undefined {
  const next = index.entries.filter(({ entry, types }) => {
    const isAsked = analysis.type === undefined || (types.get(analysis.type) ?? 0) >= askedSo;
    return entry.kind === 'fact' && entry !== last && goesOn(last, entry) && (!isBare || isAsked);
  });
  const best = rank(compareAll(index, analysis, next)).find(({ features }) => features.unmet < mostUnmet);
  const first = ranked.find(({ indexed }) => indexed.entry !== last);
  if (best?.indexed.entry.kind !== 'fact' || (first !== undefined && best.score < first.score - farBehind)) return;
  return best.indexed.entry;
}

/** Of what is asked about whom or what was told of, so much may be said in other words. */
const mostUnmet = 0.5;

/** Log odds of about one to fifty; and the share of a fact's phrasings that ask for this kind of thing. */
const farBehind = 4;
const askedSo = 0.2;

function isNews(answer: Answer, last: Fact): boolean {
  return answer.kind === 'answered' && answer.fact !== last;
}

/** "Does she die?" is sure by itself, and after an answer about somebody else may mean that one. */
function mayMeanSomebodyElse(
  question: string,
  { fact, also, language }: Extract<Answer, { kind: 'answered' }>,
  last: Fact,
): boolean {
  const { entity } = fact.about;
  const isAboutOthers = !entity.some(id => id === 'film' || last.about.entity.includes(id));
  return also === undefined && isAboutOthers && meansSomebody(tokens(question), language);
}

/** Small talk and other languages lean on nothing. */
function isAside(answer: Answer): boolean {
  if (answer.kind !== 'unknown') return false;
  const { reason } = answer;
  // A bare "why?" says nothing by itself.
  return reason.because === 'other-language' || (reason.because === 'small-talk' && reason.talk !== 'nothing');
}
