import { escapeMarkdown } from '@discordjs/formatters';
import { type APIComponentInContainer, ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { Language } from '../text/language.ts';
import { button, card, type Message, subtext, text } from './message.ts';
import { counted, words } from './words/words.ts';

/** What is kept about somebody, counted and in full. */
export interface KeptAbout {
  /** By film: its title and where the reader is in it. */
  readonly horizons: readonly { readonly title: string; readonly place: string }[];
  readonly started: number;
  readonly guesses: number;
  /** All of it, as JSON. */
  readonly all: string;
}

/** Longer lists are sent as a file. */
const mostInMessage = 1_000;

export function privacyMessage(kept: KeptAbout, isAsking: boolean, reader: string, language: Language): Message {
  const say = words(language);
  const lines = [
    ...kept.horizons.map(({ title, place }) => say.privacyHorizon(escapeMarkdown(title), place)),
    ...(kept.started === 0 ? [] : [say.privacyStarted(counted(kept.started, say.quizzes, language))]),
    ...(kept.guesses === 0 ? [] : [say.privacyGuesses(counted(kept.guesses, say.guesses, language))]),
  ];
  const isEmpty = lines.length === 0;
  const isLong = kept.all.length > mostInMessage;
  const listed = isEmpty ? say.privacyNothing : lines.map(line => `- ${line}`).join('\n');
  const name = 'amour-privacy.json';
  const file: APIComponentInContainer = { type: ComponentType.File, file: { url: `attachment://${name}` } };
  const details = isEmpty
    ? []
    : isLong
      ? [subtext(say.privacyFile), file]
      : [text(`\`\`\`json\n${kept.all}\n\`\`\``)];
  return {
    private: true,
    components: card(
      [
        text(`### ${say.privacyTitle}\n${listed}`),
        ...details,
        isAsking && !isEmpty ? text(say.privacyAsk) : subtext(say.privacyHow),
      ],
      isAsking && !isEmpty ? [button('privacy', 'delete', [reader], say.privacyDelete, ButtonStyle.Danger)] : [],
    ),
    ...(isLong ? { file: { name, text: kept.all } } : {}),
  };
}
