import { type Told, tell } from '../answers/told.ts';
import type { Fact, FactId, Film, FilmId } from '../films/film.ts';
import { isHidden } from '../films/horizon.ts';
import type { GapStore } from '../store/gaps.ts';
import { languageOf } from '../text/language.ts';
import { saidIn } from '../text/markup.ts';
import { tokens } from '../text/tokens.ts';
import { gapWords } from './gaps.ts';
import type { Library, Shelved } from './library.ts';
import type { Reader } from './readers.ts';

/** What can be done: the domain, with the library it works on. */
export type App = ReturnType<typeof createApp>;

/** `gaps` counts the questions that nobody could answer, where the operator wants to know them. */
export function createApp(library: Library, gaps?: GapStore) {
  /** The answer to a question, with everything taken out that this reader must not see; `lastId` was told just before. */
  async function ask(filmId: FilmId, question: string, reader: Reader, lastId?: FactId): Promise<Told> {
    const { film, engine } = await library.open(filmId);
    const last = film.facts.find(({ id }) => id === lastId);
    const answer = engine.answer(question, languageOf(reader.locale), last);
    const isGap = answer.kind === 'unsure' || (answer.kind === 'unknown' && answer.reason.because === 'not-known');
    const words = isGap ? gapWords(question) : undefined;
    // The person does not wait for it, and loses nothing where it fails.
    if (words !== undefined) void gaps?.count(filmId, words).catch(() => undefined);
    return tell(film, { ...answer, language: reader.fixedLanguage ?? answer.language }, reader.horizon);
  }

  /** Facts that an unfinished question may become; nothing hidden is among them. */
  async function suggest(
    filmId: FilmId,
    typed: string,
    reader: Reader,
    limit: number,
  ): Promise<{ film: Film; facts: Fact[] }> {
    const { film, engine } = await library.open(filmId);
    const language = languageOf(reader.locale) ?? film.languages[0];
    const facts = engine.suggest(typed, language, limit * 3).filter(fact => !isHidden(film, fact, reader.horizon));
    return { film, facts: facts.slice(0, limit) };
  }

  async function film(filmId: FilmId): Promise<Film> {
    return (await library.open(filmId)).film;
  }

  /** Facts by id, in the order asked for; ids that the pack no longer has fall away. */
  async function facts(filmId: FilmId, ids: readonly string[]): Promise<{ film: Film; facts: Fact[] }> {
    const { film } = await library.open(filmId);
    return { film, facts: ids.flatMap(id => film.facts.find(fact => fact.id === id) ?? []) };
  }

  /** The film a message is about: one whose title it names, else the server's own, else the only one, else nobody knows. */
  function filmOf(question: string, usual: FilmId | undefined): Shelved | undefined {
    const asked = ` ${tokens(saidIn(question)).join(' ')} `;
    const named = library.shelf.filter(({ title }) => asked.includes(` ${tokens(title).join(' ')} `));
    if (named.length === 1) return named[0];
    const chosen = library.shelf.find(({ id }) => id === usual);
    return chosen ?? (library.shelf.length === 1 ? library.shelf[0] : undefined);
  }

  return { shelf: library.shelf, ask, suggest, film, facts, filmOf };
}
