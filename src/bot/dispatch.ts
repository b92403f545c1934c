import type { FilmId } from '../films/film.ts';
import { detectLanguage } from '../text/language.ts';
import { saidIn } from '../text/markup.ts';
import { tokens } from '../text/tokens.ts';
import { answerMessage } from '../views/answer.ts';
import { privateSentence, tooOftenMessage, whichFilmMessage } from '../views/general.ts';
import type { AnyValues, Choice, Command, Pressed, Request } from './command.ts';

/** What somebody did, as Discord told it, without anything of Discord in it. */
export type Incoming =
  | { readonly kind: 'command'; readonly film: FilmId; readonly command: string; readonly values: AnyValues }
  /** A button, or a select with what was selected. */
  | { readonly kind: 'button'; readonly id: string; readonly values?: readonly string[] }
  /** A mention, a reply or a private message; or the message command on somebody's message (`isMenu`). */
  | { readonly kind: 'question'; readonly text: string; readonly isMenu?: boolean };

export type Commands = ReadonlyMap<string, Command>;

/** Every command by its name. Throws where two have the same. */
export function commandsByName(list: readonly Command[]): Commands {
  const byName = new Map(list.map(command => [command.name, command]));
  if (byName.size !== list.length) throw new Error('two commands have the same name');
  return byName;
}

/** What the bot does about it. A button or command that is no longer there gets a kind sentence. */
export async function dispatch(commands: Commands, request: Request, incoming: Incoming): Promise<Pressed> {
  const outdated: Pressed = { kind: 'say', message: privateSentence('outdated', request.asker.language) };
  switch (incoming.kind) {
    case 'command': {
      const command = commands.get(incoming.command);
      if (command === undefined) return outdated;
      const message = await command.run({ ...request, film: incoming.film }, incoming.values);
      return message === undefined ? { kind: 'nothing' } : { kind: 'say', message };
    }
    case 'button': {
      const [name = '', action = '', ...args] = incoming.id.split(':');
      const press = commands.get(name)?.buttons?.[action];
      return press === undefined ? outdated : await press(request, args, incoming.values ?? []);
    }
    case 'question':
      return answerQuestion(request, incoming.text, incoming.isMenu ?? false);
  }
}

/** Choices for the option that is being typed. */
export async function complete(
  commands: Commands,
  request: Request,
  film: FilmId,
  command: string,
  typed: string,
): Promise<readonly Choice[]> {
  return (await commands.get(command)?.complete?.({ ...request, film }, typed)) ?? [];
}

async function answerQuestion(request: Request, text: string, isMenu: boolean): Promise<Pressed> {
  const { app, asker, place, settings, readerAt, mustWait, last } = request;
  const { film: usual, mentionChannels, language: fixed } = await settings.of(place.guild);
  const isElsewhere =
    place.guild !== undefined && mentionChannels.length > 0 && !mentionChannels.includes(place.room);
  if (!isMenu && isElsewhere) return { kind: 'nothing' };
  // Messages do not tell whose language is which; what is said about a question comes in its own, like the answer.
  const language = fixed ?? detectLanguage(tokens(saidIn(text)), isMenu ? asker.language : undefined);
  const wait = await mustWait();
  // In a channel everybody would read each reminder: one is enough.
  if (wait !== undefined && !isMenu && !wait.isFirst) return { kind: 'nothing' };
  if (wait !== undefined) return { kind: 'say', message: tooOftenMessage(wait.until, language) };
  const film = app.filmOf(text, usual ?? last?.film);
  if (film === undefined) return { kind: 'say', message: whichFilmMessage(app.shelf, text, language) };
  const before = last?.film === film.id ? last.fact : undefined;
  const reader = await readerAt(film.id);
  const told = await app.ask(film.id, text, reader, before);
  return { kind: 'say', message: answerMessage(told, asker, reader.isAlone) };
}
