import type { Language } from '../text/language.ts';
import { button, card, type Message, text } from './message.ts';
import { words } from './words/words.ts';

/** The sentences that say all there is to say. */
type PlainSentence =
  | 'wrongNoted'
  | 'notYours'
  | 'hiddenForgotten'
  | 'outdated'
  | 'emptyQuestion'
  | 'busy'
  | 'youAreLate'
  | 'quizEmpty'
  | 'quizNotHere'
  | 'quizNone'
  | 'quizNotYours'
  | 'quizSeenItYours'
  | 'quizSeenItLate'
  | 'quizStopped'
  | 'progressUnknown'
  | 'progressForgotten'
  | 'privacyDeleted'
  | 'settingsNoServer'
  | 'settingsNotYours';

/** One sentence to the one who pressed or asked. */
export function privateSentence(sentence: PlainSentence, language: Language): Message {
  return { private: true, components: card([text(words(language)[sentence])]) };
}

/** When somebody who has asked too often may ask again. */
export function tooOftenMessage(until: number, language: Language): Message {
  return {
    private: true,
    components: card([text(words(language).tooOften(`<t:${Math.ceil(until / 1000)}:R>`))]),
  };
}

/** What people get when something broke: a short id, the same as in the log. */
export function failedMessage(id: string, language: Language): Message {
  return { private: true, components: card([text(words(language).failed(`\`${id}\``))]) };
}

/** Asked where a question does not say which film it is about; the question waits for the answer. */
export function whichFilmMessage(
  films: readonly { id: string; title: string; year: number }[],
  question: string,
  language: Language,
): Message {
  const buttons = films
    .slice(0, mostFilms)
    .map(({ id, title, year }) => button('ask', 'film', [id], `${title} (${year})`));
  return {
    components: card([text(words(language).whichFilm)], buttons),
    keeps: { kind: 'question', text: question },
  };
}

/** Five rows of five; who has more films names the one they mean. */
const mostFilms = 25;
