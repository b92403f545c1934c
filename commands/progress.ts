import { defineCommand } from '../src/bot/command.ts';
import { type Film, type Horizon, localized } from '../src/films/film.ts';
import { type Language, languages } from '../src/text/language.ts';
import { tokens } from '../src/text/tokens.ts';
import { privateSentence } from '../src/views/general.ts';
import { limits, shorten } from '../src/views/message.ts';
import { progressMessage } from '../src/views/progress.ts';
import { words } from '../src/views/words/words.ts';

export default defineCommand({
  name: 'progress',
  names: { id: 'progres', fr: 'progression' },
  descriptions: {
    en: 'Say how far you have watched, so that nothing beyond is told',
    id: 'Katakan sejauh mana kamu menonton, agar lanjutannya tidak dibocorkan',
    fr: "Dire jusqu'où tu as regardé, pour que la suite ne soit pas dévoilée",
  },
  options: {
    scene: {
      type: 'text',
      names: { id: 'adegan', fr: 'scene' },
      descriptions: {
        en: 'The last scene you have seen, or "finished", or "forget"',
        id: 'Adegan terakhir yang kamu tonton, atau "selesai", atau "lupakan"',
        fr: 'La dernière scène vue, ou « fini », ou « oublier »',
      },
      autocomplete: true,
      maxLength: 100,
    },
  },

  async run({ app, readers, film: filmId, asker }, { scene }) {
    const film = await app.film(filmId);
    if (scene === undefined) return progressMessage(film, await readers.own(filmId, asker.id), asker.language);
    const horizon = horizonOf(film, scene);
    if (horizon === 'unknown') return privateSentence('progressUnknown', asker.language);
    await readers.watched(filmId, asker.id, horizon);
    if (horizon === undefined) return privateSentence('progressForgotten', asker.language);
    return progressMessage(film, horizon, asker.language);
  },

  /** Scenes by their names, which spoil nothing; all there is where little has been typed. */
  async complete({ app, film: filmId, asker }, typed) {
    const film = await app.film(filmId);
    const say = words(asker.language);
    const wanted = tokens(typed).join(' ');
    const choices = [
      ...film.scenes.map(({ id, name }, at) => ({
        name: shorten(`${at + 1}. ${localized(film, name, asker.language)}`, limits.choice),
        value: id,
      })),
      { name: say.finished, value: 'finished' },
      { name: say.forget, value: 'forget' },
    ];
    const fitting = choices.filter(({ name }) => tokens(name).join(' ').includes(wanted));
    // Where there are more than Discord shows, "finished" and "forget" stay in sight.
    return fitting.length <= mostChoices ? fitting : [...fitting.slice(0, mostChoices - 2), ...fitting.slice(-2)];
  },
});

const mostChoices = 25;

/** What was chosen, or typed without choosing: an id, a name in any language, its number, "finished", "forget". */
function horizonOf(film: Film, typed: string): Horizon | 'unknown' {
  const wanted = tokens(typed).join(' ');
  const says = (key: 'finished' | 'forget') =>
    typed === key || languages.some(language => tokens(words(language)[key]).join(' ') === wanted);
  if (says('finished')) return 'finished';
  if (says('forget')) return undefined;
  const named = (name: Film['scenes'][number]['name'], at: number) =>
    (Object.keys(name) as Language[]).some(language => {
      const folded = tokens(name[language] ?? '').join(' ');
      return folded === wanted || `${at + 1} ${folded}` === wanted || `${at + 1}` === wanted;
    });
  return film.scenes.find(({ id, name }, at) => id === typed || named(name, at))?.id ?? 'unknown';
}
