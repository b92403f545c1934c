import { defineCommand } from '../src/bot/command.ts';
import { castFor } from '../src/films/cast.ts';
import { castMessage } from '../src/views/film.ts';

export default defineCommand({
  name: 'cast',
  names: { id: 'pemeran', fr: 'distribution' },
  descriptions: { en: 'Who plays whom', id: 'Siapa memerankan siapa', fr: 'Qui joue qui' },
  async run({ app, film: filmId, readerAt, sharedLanguage }) {
    const film = await app.film(filmId);
    const { horizon } = await readerAt(filmId);
    return castMessage(film, castFor(film, horizon), await sharedLanguage());
  },
});
