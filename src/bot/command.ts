import type { App, Reader } from '../app/app.ts';
import type { FilmId, Localized } from '../films/film.ts';
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
  run(request: FilmRequest, values: V): Promise<Message> | Message;
  /** Choices while somebody types an option that has `autocomplete`. */
  complete?(request: FilmRequest, typed: string): Promise<readonly Choice[]>;
  /** What its buttons do, by the action in their id. */
  readonly buttons?: Readonly<
    Record<string, (request: Request, args: readonly string[]) => Promise<Pressed> | Pressed>
  >;
}

/** Keeps the types of a command's options for its `run`. */
export function defineCommand<const O extends Options>(command: Command<Values<O>, O>): Command {
  return { ...command, run: (request, values) => command.run(request, values as Values<O>) };
}

export type Options = Readonly<Record<string, Option>>;

export interface Option {
  readonly type: 'text' | 'flag';
  readonly names: Localized<string>;
  readonly descriptions: Localized<string> & { readonly en: string };
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly maxLength?: number;
}

export type Values<O extends Options> = { readonly [K in keyof O]: Value<O[K]> };
/** What arrived, before a command's own types are known. Discord has checked it against the registration. */
export type AnyValues = Readonly<Record<string, string | boolean | undefined>>;
type Value<T extends Option> = T['required'] extends true ? Kind<T> : Kind<T> | undefined;
type Kind<T extends Option> = T['type'] extends 'flag' ? boolean : string;

export interface Choice {
  readonly name: string;
  readonly value: string;
}

/** What came from Discord, without Discord: who asks, where, and what they may know. */
export interface Request {
  readonly app: App;
  readonly reader: Reader;
  readonly asker: { readonly id: string; readonly language: Language };
  /** What the pressed message kept, where that is still remembered. */
  readonly kept?: Kept | undefined;
  /** Tells the operator; never shown to people. */
  report(what: string, details: Readonly<Record<string, string>>): void;
}

export interface FilmRequest extends Request {
  readonly film: FilmId;
}

/** What comes of pressing a button. */
export type Pressed = { readonly kind: 'say'; readonly message: Message } | { readonly kind: 'remove' };
