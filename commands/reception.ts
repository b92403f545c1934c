import { defineCommand } from '../src/bot/command.ts';
import { receptionMessage } from '../src/views/film.ts';

export default defineCommand({
  name: 'reception',
  names: { id: 'tanggapan', fr: 'accueil' },
  descriptions: {
    en: 'Ratings, reviews and box office',
    id: 'Penilaian, ulasan, dan pendapatan',
    fr: 'Notes, critiques et recettes',
  },
  async run({ app, film: filmId, sharedLanguage }) {
    const { reception } = await app.film(filmId);
    const { film, facts } = await app.facts(filmId, reception);
    return receptionMessage(film, facts, await sharedLanguage());
  },
});
