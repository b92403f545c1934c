import { defineCommand, type Request } from '../src/bot/command.ts';
import { privateSentence } from '../src/views/general.ts';
import type { Message } from '../src/views/message.ts';
import { privacyMessage } from '../src/views/privacy.ts';
import { placeLine } from '../src/views/progress.ts';

export default defineCommand({
  name: 'privacy',
  names: { id: 'privasi', fr: 'confidentialite' },
  descriptions: {
    en: 'See everything I keep about you, and delete it',
    id: 'Lihat semua yang kusimpan tentangmu, dan hapus',
    fr: 'Voir tout ce que je garde sur toi, et l’effacer',
  },
  options: {
    delete: {
      type: 'flag',
      names: { id: 'hapus', fr: 'effacer' },
      descriptions: {
        en: 'Delete all of it, in every server',
        id: 'Hapus semuanya, di setiap server',
        fr: 'Tout effacer, sur tous les serveurs',
      },
    },
  },
  run: (request, values) => show(request, values.delete ?? false),
  buttons: {
    async delete({ privacy, asker }, [owner = '']) {
      if (owner !== asker.id) return { kind: 'say', message: privateSentence('notYours', asker.language) };
      await privacy.forget(asker.id);
      return { kind: 'change', message: privateSentence('privacyDeleted', asker.language) };
    },
  },
});

async function show({ app, privacy, asker }: Request, isAsking: boolean): Promise<Message> {
  const kept = await privacy.kept(asker.id);
  const horizons = await Promise.all(
    kept.horizons.map(async ({ film: id, scene }) => {
      // What is kept about a film whose pack is gone is shown by its id.
      if (!app.shelf.some(shelved => shelved.id === id)) return { title: id, place: scene };
      const film = await app.film(id);
      return { title: film.title, place: placeLine(film, scene, asker.language) };
    }),
  );
  const about = {
    horizons,
    started: kept.started.length,
    guesses: kept.guesses.length,
    all: JSON.stringify({ person: asker.id, ...kept }, null, 2),
  };
  return privacyMessage(about, isAsking, asker.id, asker.language);
}
