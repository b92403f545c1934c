import { defineCommand } from '../src/bot/command.ts';
import { castMessage } from '../src/views/film.ts';

export default defineCommand({
  name: 'cast',
  names: { id: 'pemeran', fr: 'distribution' },
  descriptions: { en: 'Who plays whom', id: 'Siapa memerankan siapa', fr: 'Qui joue qui' },
  async run({ app, film, asker }) {
    const opened = await app.film(film);
    return castMessage(opened, opened.people, asker.language);
  },
});
