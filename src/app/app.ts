import { type Told, tell } from '../answers/told.ts';
import type { Fact, Film, FilmId, Horizon } from '../films/film.ts';
import { isHidden } from '../films/horizon.ts';
import { languageOf } from '../text/language.ts';
import { tokens } from '../text/tokens.ts';
import type { Library, Shelved } from './library.ts';

/** Somebody who asks, as far as an answer depends on them. */
export interface Reader {
  readonly locale: string | undefined;
  readonly horizon: Horizon;
}

/** What can be done: the domain, with the library it works on. */
export type App = ReturnType<typeof createApp>;

export function createApp(library: Library) {
  /** The answer to a question, with everything taken out that this reader must not see. */
  async function ask(filmId: FilmId, question: string, reader: Reader): Promise<Told> {
    const { film, engine } = await library.open(filmId);
    return tell(film, engine.answer(question, languageOf(reader.locale)), reader.horizon);
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

  /** The film a message is about: one whose title it names, else the only one, else nobody knows. */
  function filmOf(question: string): Shelved | undefined {
    const asked = ` ${tokens(question).join(' ')} `;
    const named = library.shelf.filter(({ title }) => asked.includes(` ${tokens(title).join(' ')} `));
    const [first] = named.length > 0 ? named : library.shelf;
    return named.length === 1 || library.shelf.length === 1 ? first : undefined;
  }

  return { shelf: library.shelf, ask, suggest, film, facts, filmOf };
}
