import { escapeMarkdown } from '@discordjs/formatters';
import type { Language } from '../text/language.ts';
import { card, type Message, placeOf, subtext, text } from './message.ts';
import { counted, words } from './words/words.ts';

export type Period = 'week' | 'month' | 'all';

export interface ScoreLine {
  readonly player: string;
  readonly place: number;
  readonly points: number;
  readonly right: number;
  readonly guesses: number;
}

/** The best of a server, and where the one who asks stands. */
export function scoresMessage(
  title: string,
  period: Period,
  scores: readonly ScoreLine[],
  reader: string,
  language: Language,
): Message {
  const say = words(language);
  const line = (score: ScoreLine) => `${placeOf(score.place)} <@${score.player}> · ${sumOf(score, language)}`;
  const top = scores.slice(0, mostShown);
  const own = scores.find(({ player }) => player === reader);
  const heading = `### ${say.scoresTitle(escapeMarkdown(title), say.periods[period] ?? '')}`;
  const lines = top.length === 0 ? say.scoresEmpty : top.map(line).join('\n');
  return {
    components: card([
      text(`${heading}\n${lines}`),
      ...(own === undefined || top.includes(own) ? [] : [subtext(say.scoresYou(line(own)))]),
    ]),
  };
}

/** In a private chat: one person's own record. */
export function recordMessage(
  title: string,
  period: Period,
  score: ScoreLine | undefined,
  language: Language,
): Message {
  const say = words(language);
  const heading = `### ${say.scoresOwnTitle(escapeMarkdown(title), say.periods[period] ?? '')}`;
  return {
    components: card([text(`${heading}\n${score === undefined ? say.scoresEmpty : sumOf(score, language)}`)]),
  };
}

const mostShown = 10;

function sumOf({ points, right, guesses }: ScoreLine, language: Language): string {
  const say = words(language);
  const number = new Intl.NumberFormat(language);
  return `${counted(points, say.points, language)} · ${say.scoresOf(number.format(right), number.format(guesses))}`;
}
