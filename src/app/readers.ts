import type { FilmId, Horizon } from '../films/film.ts';
import type { Store } from '../store/store.ts';
import type { Language } from '../text/language.ts';
import type { ServerSettings } from './settings.ts';

/** Somebody who reads, as far as what they may read depends on them and on where they are. */
export interface Reader {
  readonly locale: string | undefined;
  readonly horizon: Horizon;
  /** Nobody else reads it. */
  readonly isAlone: boolean;
  /** Answers come in this language, where the server has chosen one. */
  readonly fixedLanguage?: Language | undefined;
}

/** Where something will be read. */
export interface Room {
  readonly guild: string | undefined;
  /** Nobody but the reader sees it: a private chat, or an answer to one person alone. */
  readonly isPrivate: boolean;
  /** Everybody in the channel has agreed to be spoiled (Discord's channel flag 1<<21). */
  readonly hasSpoilers: boolean;
}

export type Readers = ReturnType<typeof createReaders>;

/** Who may read what: how far each has watched, and what a room allows. */
export function createReaders({ people }: Pick<Store, 'people'>, settings: ServerSettings) {
  async function own(film: FilmId, person: string): Promise<Horizon> {
    return (await people.horizons(film, [person])).get(person);
  }

  return {
    own,
    /** Of several people, in their order; who has said nothing has no horizon. */
    each: async (film: FilmId, persons: readonly string[]): Promise<Horizon[]> => {
      const horizons = await people.horizons(film, persons);
      return persons.map(person => horizons.get(person));
    },
    /** In front of everybody the least is shown that is safe for a stranger, unless the channel or server is open. */
    at: async (film: FilmId, person: string, locale: string | undefined, room: Room): Promise<Reader> => {
      const { language, spoilers } = await settings.of(room.guild);
      const isOpen = room.hasSpoilers || (room.guild !== undefined && spoilers === 'open');
      const horizon = isOpen ? 'finished' : room.isPrivate ? await own(film, person) : undefined;
      return { locale, horizon, isAlone: room.isPrivate, fixedLanguage: language };
    },
    watched: (film: FilmId, person: string, horizon: Horizon): Promise<void> =>
      people.watched(film, person, horizon),
  };
}
