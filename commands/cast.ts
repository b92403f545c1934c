import { defineCommand } from '../src/bot/command.ts';
import { isBeyond } from '../src/films/horizon.ts';
import { castMessage } from '../src/views/film.ts';

export default defineCommand({
  name: 'cast',
  names: { id: 'pemeran', fr: 'distribution' },
  descriptions: { en: 'Who plays whom', id: 'Siapa memerankan siapa', fr: 'Qui joue qui' },
  /** Whoever the film introduces beyond the reader's horizon is left out. */
  async run({ app, film: filmId, readerAt, sharedLanguage }) {
    const film = await app.film(filmId);
    const { horizon } = await readerAt(filmId);
    const known = film.people.filter(({ scene }) => scene === undefined || !isBeyond(film, scene, horizon));
    return castMessage(film, known, await sharedLanguage());
  },
});
