import { defineCommand, type Pressed, type Request } from '../src/bot/command.ts';
import { isBeyond } from '../src/films/horizon.ts';
import { privateSentence } from '../src/views/general.ts';
import { plotMessage } from '../src/views/progress.ts';

export default defineCommand({
  name: 'plot',
  names: { id: 'alur', fr: 'histoire' },
  descriptions: {
    en: 'The story so far, scene by scene, no further than you have watched',
    id: 'Cerita sejauh ini, adegan demi adegan, tidak melebihi yang kamu tonton',
    fr: "L'histoire jusqu'ici, scène par scène, pas plus loin que tu n'as regardé",
  },
  /** To the reader alone: it goes by their own horizon. */
  async run({ app, readers, film: filmId, asker }) {
    const film = await app.film(filmId);
    const horizon = await readers.own(filmId, asker.id);
    const first = film.scenes.findIndex(({ id }) => !isBeyond(film, id, horizon));
    return plotMessage(film, first, horizon, asker.id, asker.language);
  },
  buttons: {
    page: (request, args) => turn(request, args, false),
    /** What happens next, only by this button. */
    beyond: (request, args) => turn(request, args, true),
  },
});

async function turn(
  { app, readers, asker }: Request,
  [filmId = '', place = '', reader = '']: readonly string[],
  onPurpose: boolean,
): Promise<Pressed> {
  if (reader !== asker.id) return { kind: 'say', message: privateSentence('notYours', asker.language) };
  const film = await app.film(filmId);
  const scene = film.scenes[Number(place)];
  const horizon = await readers.own(filmId, asker.id);
  // The horizon may have been forgotten since the button was made.
  if (scene === undefined || (!onPurpose && isBeyond(film, scene.id, horizon)))
    return { kind: 'say', message: privateSentence('outdated', asker.language) };
  return { kind: 'change', message: plotMessage(film, Number(place), horizon, asker.id, asker.language) };
}
