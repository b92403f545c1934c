import { defineCommand } from '../src/bot/command.ts';
import { stop } from './quiz.ts';

export default defineCommand({
  name: 'stop',
  names: { id: 'hentikan', fr: 'arreter' },
  descriptions: {
    en: 'Stop the quiz that runs here',
    id: 'Hentikan kuis yang berjalan di sini',
    fr: 'Arrêter le quiz en cours ici',
  },
  async run(request) {
    const id = await request.quizzes.running(request.place.room);
    return stop(request, id === undefined ? undefined : await request.quizzes.find(id));
  },
});
