import { defineCommand } from '../src/bot/command.ts';
import { aboutMessage } from '../src/views/film.ts';

export default defineCommand({
  name: 'about',
  names: { id: 'tentang', fr: 'apropos' },
  descriptions: {
    en: 'What this bot knows and how it answers',
    id: 'Apa yang diketahui bot ini dan cara menjawabnya',
    fr: 'Ce que sait ce bot et comment il répond',
  },
  async run({ app, film, sharedLanguage }) {
    return aboutMessage(await app.film(film), await sharedLanguage());
  },
});
