import { defineCommand } from '../src/bot/command.ts';
import { creditsMessage } from '../src/views/film.ts';

export default defineCommand({
  name: 'credits',
  names: { id: 'kredit', fr: 'generique' },
  descriptions: {
    en: 'Is there a scene during or after the credits?',
    id: 'Apakah ada adegan selama atau setelah kredit?',
    fr: 'Y a-t-il une scène pendant ou après le générique ?',
  },
  async run({ app, film, sharedLanguage }) {
    return creditsMessage(await app.film(film), await sharedLanguage());
  },
});
