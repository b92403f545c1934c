import { defineCommand } from '../src/bot/command.ts';
import { recordMessage, scoresMessage } from '../src/views/scores.ts';

export default defineCommand({
  name: 'scores',
  names: { id: 'skor', fr: 'scores' },
  descriptions: {
    en: 'Who has the most quiz points here',
    id: 'Siapa yang punya poin kuis terbanyak di sini',
    fr: 'Qui a le plus de points au quiz ici',
  },
  options: {
    period: {
      type: 'choice',
      names: { id: 'periode', fr: 'periode' },
      descriptions: { en: 'Since when', id: 'Sejak kapan', fr: 'Depuis quand' },
      choices: {
        week: { en: 'this week', id: 'minggu ini', fr: 'cette semaine' },
        month: { en: 'this month', id: 'bulan ini', fr: 'ce mois-ci' },
        all: { en: 'all time', id: 'sepanjang masa', fr: 'depuis toujours' },
      },
    },
  },
  async run({ app, scores, film, place, asker, sharedLanguage }, { period = 'all' }) {
    const { title } = await app.film(film);
    if (place.guild === undefined)
      return recordMessage(title, period, await scores.record(film, asker.id, period), asker.language);
    const board = await scores.board(film, place.guild, period);
    return scoresMessage(title, period, board, asker.id, await sharedLanguage());
  },
});
