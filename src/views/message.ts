import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import type { FactId, FilmId } from '../films/film.ts';
import type { QuizId } from '../quiz/quiz.ts';

/** What the bot says: Components V2, ready to be sent. */
export interface Message {
  readonly components: readonly APIMessageTopLevelComponent[];
  /** Only the one who asked or pressed sees it. */
  readonly private?: boolean;
  /** A text that is too long to be read in a message. */
  readonly file?: { readonly name: string; readonly text: string };
  /** The fact that it tells: the next question may lean on it. */
  readonly tells?: { readonly film: FilmId; readonly fact: FactId };
  /** The quiz that it announces: it changes as the quiz goes on. */
  readonly announces?: QuizId;
  /** What its buttons need to know and must not tell: kept apart from the message, in memory only. */
  readonly keeps?: Kept;
}

export type Kept =
  /** What **Show me** shows: one fact where it was the answer, several where the bot was not sure which was meant. */
  | { readonly kind: 'hidden'; readonly film: FilmId; readonly facts: readonly FactId[]; readonly sure: boolean }
  /** A question that waits for its film to be chosen. */
  | { readonly kind: 'question'; readonly text: string };

/** Discord's limits that views fit their texts to (resources/message, components/reference). */
export const limits = { label: 80, text: 4000, buttonsInRow: 5, choice: 100 } as const;

export function text(content: string): APIComponentInContainer {
  return { type: ComponentType.TextDisplay, content: shorten(content, limits.text) };
}

/** Small and grey, for what stands below the answer. */
export function subtext(content: string): APIComponentInContainer {
  return text(
    content
      .split('\n')
      .map(line => `-# ${line}`)
      .join('\n'),
  );
}

/** One card: a frame around texts, with rows of buttons below. */
export function card(
  parts: readonly APIComponentInContainer[],
  buttons: readonly APIButtonComponent[] = [],
): APIMessageTopLevelComponent[] {
  return [{ type: ComponentType.Container, components: [...parts, ...rows(buttons)] }];
}

export function rows(buttons: readonly APIButtonComponent[]): APIActionRowComponent<APIButtonComponent>[] {
  const size = limits.buttonsInRow;
  return Array.from({ length: Math.ceil(buttons.length / size) }, (_, row) => ({
    type: ComponentType.ActionRow,
    components: buttons.slice(row * size, (row + 1) * size),
  }));
}

/** A button; its id says which command hears it and with what arguments. */
export function button(
  command: string,
  action: string,
  args: readonly string[],
  label: string,
  style: ButtonStyle.Primary | ButtonStyle.Secondary | ButtonStyle.Danger = ButtonStyle.Secondary,
): APIButtonComponent {
  return {
    type: ComponentType.Button,
    style,
    label: shorten(label, limits.label),
    custom_id: [command, action, ...args].join(':'),
  };
}

/** "2." where a line begins. Escaped: Discord would number a list anew, and nobody would see who shares a place. */
export function placeOf(place: number): string {
  return `${place}\\.`;
}

/** At most `length` characters; what is cut ends in an ellipsis. */
export function shorten(content: string, length: number): string {
  const characters = [...content];
  return characters.length <= length
    ? content
    : `${characters
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`;
}
