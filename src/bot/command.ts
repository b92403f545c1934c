import type { App } from '../app/app.ts';
import type { Quizzes } from '../app/quizzes.ts';
import type { Reader, Readers } from '../app/readers.ts';
import type { Scores } from '../app/scores.ts';
import type { ServerSettings } from '../app/settings.ts';
import type { FilmId, Localized } from '../films/film.ts';
import type { PeopleStore } from '../store/people.ts';
import type { Language } from '../text/language.ts';
import type { Kept, Message } from '../views/message.ts';

/**
 * One subcommand of every film's command. `commands/index.ts` lists them all; registration, dispatch and button
 * ids follow from that list.
 */
export interface Command<V = AnyValues, O extends Options = Options> {
  readonly name: string;
  /** In the other languages, what people type; English is `name`. */
  readonly names: Localized<string>;
  readonly descriptions: Localized<string> & { readonly en: string };
  readonly options?: O;
  /** Nothing is said where another process has answered the same command. */
  run(request: FilmRequest, values: V): Promise<Message | undefined> | Message | undefined;
  /** Choices while somebody types an option that has `autocomplete`. */
  complete?(request: FilmRequest, typed: string): Promise<readonly Choice[]>;
  /** What its buttons and selects do, by the action in their id; `values` is what was selected. */
  readonly buttons?: Readonly<Record<string, Press>>;
}

type Press = (request: Request, args: readonly string[], values: readonly string[]) => Promise<Pressed> | Pressed;

/** Keeps the types of a command's options for its `run`. */
export function defineCommand<const O extends Options>(command: Command<Values<O>, O>): Command {
  return { ...command, run: (request, values) => command.run(request, values as Values<O>) };
}

export type Options = Readonly<Record<string, Option>>;

export type Option = TextOption | NumberOption | FlagOption | ChoiceOption;

interface Described {
  readonly names: Localized<string>;
  readonly descriptions: Localized<string> & { readonly en: string };
  readonly required?: boolean;
}

interface TextOption extends Described {
  readonly type: 'text';
  readonly autocomplete?: boolean;
  readonly maxLength?: number;
}

interface NumberOption extends Described {
  readonly type: 'number';
  readonly min: number;
  readonly max: number;
}

interface FlagOption extends Described {
  readonly type: 'flag';
}

interface ChoiceOption extends Described {
  readonly type: 'choice';
  /** What is picked, and how it reads in each language. */
  readonly choices: Readonly<Record<string, Localized<string> & { readonly en: string }>>;
}

export type Values<O extends Options> = { readonly [K in keyof O]: Value<O[K]> };
/** What arrived, before a command's own types are known. Discord has checked it against the registration. */
export type AnyValues = Readonly<Record<string, string | number | boolean | undefined>>;
type Value<T extends Option> = T['required'] extends true ? Kind<T> : Kind<T> | undefined;
type Kind<T extends Option> = T extends ChoiceOption
  ? keyof T['choices']
  : { text: string; number: number; flag: boolean; choice: string }[T['type']];

export interface Choice {
  readonly name: string;
  readonly value: string;
}

/** What came from Discord, without Discord: who asks, where, and what they may know. */
export interface Request {
  readonly app: App;
  readonly quizzes: Quizzes;
  readonly scores: Scores;
  readonly readers: Readers;
  readonly settings: ServerSettings;
  readonly privacy: PeopleStore;
  /** Who reads what is said here; with `privately`, they alone. */
  readerAt(film: FilmId, privately?: boolean): Promise<Reader>;
  /** What everybody here reads comes in this language: the server's, where it has chosen one, else the asker's. */
  sharedLanguage(): Promise<Language>;
  /** Until when somebody who has asked too often has to wait; asking counts. */
  mustWait(): Promise<{ readonly until: number; readonly isFirst: boolean } | undefined>;
  readonly asker: Asker;
  readonly place: Place;
  /** The interaction or message this is about, and when Discord made it. */
  readonly event: Made;
  /** The message whose button was pressed. */
  readonly pressed?: Made | undefined;
  /** The fact that was told before, in this private chat or in the message replied to. */
  readonly last?: Message['tells'];
  /** What the pressed message kept, where that is still remembered. */
  readonly kept?: Kept | undefined;
  /** Tells the operator; never shown to people. */
  report(what: string, details: Readonly<Record<string, string>>): void;
}

/** Something that Discord has made: its id and when, in milliseconds since 1970. */
export interface Made {
  readonly id: string;
  readonly at: number;
}

export interface Asker {
  readonly id: string;
  readonly language: Language;
  /** Whether they may delete other people's messages here. */
  readonly managesMessages: boolean;
  /** Whether they may change how the bot behaves here. */
  readonly managesServer: boolean;
}

/** Where something was said or pressed. */
export interface Place {
  /** The channel, thread or private chat. */
  readonly room: string;
  readonly guild: string | undefined;
  /** The bot's private chat with one person. */
  readonly isPrivate: boolean;
  /** False where somebody brought the bot along who has installed it for themselves. */
  readonly isMember: boolean;
  /** Whether everybody in the channel has agreed to be spoiled. */
  hasSpoilers(): Promise<boolean>;
  /** What the bot is not allowed to do here and needs for writing of its own accord. */
  readonly lacks: readonly string[];
}

export interface FilmRequest extends Request {
  readonly film: FilmId;
}

/** What comes of pressing a button; `nothing` where another process has answered the same press. */
export type Pressed =
  | { readonly kind: 'say'; readonly message: Message }
  /** The pressed message becomes this. */
  | { readonly kind: 'change'; readonly message: Message }
  | { readonly kind: 'remove' }
  | { readonly kind: 'nothing' };
