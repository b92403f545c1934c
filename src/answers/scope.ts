import type { Film } from '../films/film.ts';
import { type Language, languages } from '../text/language.ts';
import { tokens } from '../text/tokens.ts';
import { analyse, longestQuestion } from './analyse.ts';
import type { FilmIndex } from './film-index.ts';
import type { Unit } from './senses.ts';

/** Takes from a question what only says which film or which source is meant; nothing where it says neither. */
export type ScopeReader = (question: string, language: Language) => string | undefined;

/**
 * "In Haneke's Amour (2012), …", "… according to the synopsis?": who asks here means this film and these documents
 * anyway, and to most facts these words are strange. "In Indonesia" is no scope, though a document is Indonesian, and
 * "Haneke, is he …?" asks about him.
 */
export function createScopeReader(film: Film, index: FilmIndex): ScopeReader {
  const unitsOf = (names: readonly string[]) => new Set(names.map(name => index.units.get(name)));
  const films = unitsOf(['@film', '#film']);
  const crew = unitsOf(film.people.filter(({ kind }) => kind === 'crew').map(({ id }) => `@${id}`));
  const documents = new Set(
    film.documents.flatMap(({ title }) => languages.flatMap(language => tokens(title[language] ?? ''))),
  );

  function tellingIn(text: string, language: Language) {
    return analyse(index, text, language).words.filter(({ isFunction }) => !isFunction);
  }

  function isScope(text: string, language: Language): boolean {
    const telling = tellingIn(text.replace(preposition, ''), language);
    const isAny = (units: ReadonlySet<Unit | undefined>, at: number) =>
      telling[at]?.meanings.some(({ unit }) => units.has(unit)) ?? false;
    if (sayingSource.test(text))
      return telling.length > 0 && telling.every(({ word }, at) => documents.has(word) || isAny(films, at));
    return (
      telling.some((_, at) => isAny(films, at)) &&
      telling.every(({ word }, at) => word === `${film.year}` || isAny(films, at) || isAny(crew, at))
    );
  }

  return (question, language) => {
    const read = question.slice(0, longestQuestion);
    const [opening = ''] = read.match(openings) ?? [];
    const isOpened = opening !== '' && isScope(opening, language);
    const rest = isOpened ? read.slice(opening.length) : read;
    const closing = [...rest.matchAll(closings)].find(found => isScope(rest.slice(found.index), language));
    const asked = closing === undefined ? rest : rest.slice(0, closing.index);
    const isAsked = tellingIn(asked, language).some(({ meanings }) => meanings.length > 0);
    return asked !== read && isAsked ? asked : undefined;
  };
}

const source = "according to|menurut|selon|d['’]apr[eè]s";
const place = 'in|di|dalam|pada|dans';
const preposition = new RegExp(`^\\s*(?:${source}|${place})\\s`, 'i');
const sayingSource = new RegExp(`^\\s*(?:${source})\\s`, 'i');
/** Up to the first comma or colon, in so many letters at most. */
const openings = new RegExp(`^\\s*(?:${source}|${place})\\s[^,;:.?!]{3,60}[,:]\\s`, 'i');
/** Up to the end. */
const closings = new RegExp(`\\s(?=(?:${source}|${place})\\s[^,;:.?!]{3,60}[?!.\\s]*$)`, 'gi');
