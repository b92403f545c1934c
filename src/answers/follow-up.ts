import { type Fact, type Film, localized } from '../films/film.ts';
import { isFiller, isFunctionWord } from '../text/function-words.ts';
import type { Language } from '../text/language.ts';
import { tokens } from '../text/tokens.ts';
import { shownQuestion } from './told.ts';

/** Words that stand for somebody named before. */
const persons: Record<Language, readonly string[]> = {
  en: 'he him his she her hers they them their'.split(' '),
  id: 'dia ia nya beliau mereka'.split(' '),
  fr: 'il lui le la elle ils elles leur leurs son sa ses'.split(' '),
};
/** Words that go on from what was said. */
const links: Record<Language, readonly string[]> = {
  en: 'it its that this there and so then'.split(' '),
  id: 'itu ini situ dan terus lalu'.split(' '),
  fr: 'ca cela y et alors puis'.split(' '),
};

/** A longer question says itself what it is about. */
const mostWords = 7;

/** What a question means that leans on the last answer. */
export interface FollowUp {
  /** Said in full. */
  readonly question: string;
  /** It asks for something else about what was told ("why?"), and has no word that says what. */
  readonly isBare: boolean;
}

/**
 * A short question that leans on the last answer: "and who plays her?" gets the names of whom that answer was about, a
 * bare "why?" the words of its question. Nothing for a question that stands alone.
 */
export function followUp(film: Film, last: Fact, question: string, language: Language): FollowUp | undefined {
  const words = tokens(question).filter(word => !isFiller(word));
  if (words.length > mostWords) return undefined;
  const isBare = words.length > 0 && words.every(word => isFunctionWord(word, language));
  if (isBare) {
    const about = tokens(shownQuestion(film, last, language)).filter(word => !isFunctionWord(word, language));
    return { question: [...words, ...about].join(' '), isBare };
  }
  const leans = meansSomebody(words, language) || words.some(word => links[language].includes(word));
  const names = namesOf(film, last, language);
  return leans && names.length > 0 ? { question: [...words, ...names].join(' '), isBare } : undefined;
}

/** Words that ask the same of somebody else. */
const turns: Record<Language, readonly string[]> = {
  en: ['and', 'what about', 'how about'],
  id: ['dan', 'kalau', 'kalo', 'terus', 'lalu'],
  fr: ['et'],
};

/**
 * The question of the last answer, asked of whom a question names that has nothing but a name: after "Who plays Anne?"
 * "and Georges?" is "who plays georges". Nothing for a name that nothing leads in, or after a question that names nobody.
 */
export function sameOf(film: Film, last: Fact, question: string, language: Language): string | undefined {
  const words = tokens(question).filter(word => !isFiller(word));
  const turn = turns[language].map(tokens).find(turn => turn.every((word, at) => words[at] === word));
  if (turn === undefined) return undefined;
  const named = new Set(namesOf(film, last, language).flatMap(tokens));
  const asked = tokens(shownQuestion(film, last, language));
  const place = asked.findIndex(word => named.has(word));
  if (place === -1) return undefined;
  const after = asked.slice(place).filter(word => !named.has(word));
  return [...asked.slice(0, place), ...words.slice(turn.length), ...after].join(' ');
}

/** Whether words stand for somebody who is not named. Indonesian writes that at the end of a word: pemerannya. */
export function meansSomebody(words: readonly string[], language: Language): boolean {
  return words.some(word => persons[language].includes(word) || (language === 'id' && /..nya$/.test(word)));
}

/** Whom or what a fact is about, by name. */
function namesOf(film: Film, { about }: Fact, language: Language): string[] {
  return about.entity.flatMap(id => {
    const named = film.people.find(person => person.id === id) ?? film.terms.find(term => term.id === id);
    return named === undefined ? [] : [localized(film, named.name, language)];
  });
}

/** Whether one fact goes on from another: in the same scene, or where one has none, about the same people or things. */
export function goesOn(last: Fact, next: Fact): boolean {
  if (last.scene !== undefined && next.scene !== undefined) return last.scene === next.scene;
  return next.about.entity.some(entity => entity !== 'film' && last.about.entity.includes(entity));
}
