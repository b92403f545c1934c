import type { Film } from '../films/film.ts';
import { type Language, languages } from '../text/language.ts';
import { tokens } from '../text/tokens.ts';
import { analyse, longestQuestion } from './analyse.ts';
import type { FilmIndex, Unit } from './film-index.ts';

/** Takes from a question what only says which film or which source is meant; nothing where it says neither. */
export type ScopeReader = (question: string, language: Language) => string | undefined;

/**
 * "In Haneke's Amour (2012), …", "… according to the synopsis?": who asks here means this film and these documents
 * anyway, and to most facts these words are strange. A scope is function words and at least one that names the film, films
 * at all, one of the documents or somebody of the crew.
 */
export function createScopeReader(film: Film, index: FilmIndex): ScopeReader {
  const crew = film.people.filter(({ kind }) => kind === 'crew').map(({ id }) => `@${id}`);
  const units = new Set(['@film', '#film', ...crew].map(name => index.units.get(name)));
  const titles = film.documents.flatMap(({ title }) =>
    languages.flatMap(language => tokens(title[language] ?? '')),
  );
  const words = new Set([`${film.year}`, ...titles, ...'according menurut selon apres'.split(' ')]);
  const isMeant = (unit: Unit) => units.has(unit);

  function isScope(text: string, language: Language): boolean {
    const analysis = analyse(index, text, language);
    const telling = analysis.words.filter(({ isFunction }) => !isFunction);
    return (
      telling.length > 0 &&
      telling.every(({ word, meanings }) => words.has(word) || meanings.some(({ unit }) => isMeant(unit)))
    );
  }

  return (question, language) => {
    const read = question.slice(0, longestQuestion);
    const [opening = ''] = read.match(openings) ?? [];
    const isOpened = opening !== '' && isScope(opening, language);
    const rest = isOpened ? read.slice(opening.length) : read;
    const closing = [...rest.matchAll(closings)].find(({ index }) => isScope(rest.slice(index), language));
    const found = closing === undefined ? rest : rest.slice(0, closing.index);
    return found === read ? undefined : found;
  };
}

/** Up to the first comma or colon, in so many letters at most. */
const openings = /^[^,;:.?!]{3,60}[,:]\s/;
/** From a word on that says where. */
const closings =
  /\s(?=(?:in|from|according|di|dalam|pada|menurut|dans|selon|d['’]apr[eè]s)\s[^,;:.?!]{3,60}[?!.\s]*$)/giu;
