import type { Language } from '../text/language.ts';
import { button, card, type Message, text } from './message.ts';
import { words } from './words/words.ts';

type PlainSentence = 'wrongNoted' | 'notYours' | 'hiddenForgotten' | 'outdated' | 'emptyQuestion';

/** One sentence to the one who pressed or asked. */
export function privateSentence(sentence: PlainSentence, language: Language): Message {
  return { private: true, components: card([text(words(language)[sentence])]) };
}

/** What people get when something broke: a short id, the same as in the log. */
export function failedMessage(id: string, language: Language): Message {
  return { private: true, components: card([text(words(language).failed(`\`${id}\``))]) };
}

/** Asked where a question does not say which film it is about. */
export function whichFilmMessage(
  films: readonly { id: string; title: string; year: number }[],
  language: Language,
): Message {
  const buttons = films
    .slice(0, 25)
    .map(({ id, title, year }) => button('about', 'film', [id], `${title} (${year})`));
  return { components: card([text(words(language).whichFilm)], buttons) };
}
