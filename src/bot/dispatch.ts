import type { FilmId } from '../films/film.ts';
import { answerMessage } from '../views/answer.ts';
import { privateSentence, whichFilmMessage } from '../views/general.ts';
import type { Message } from '../views/message.ts';
import type { AnyValues, Choice, Command, Pressed, Request } from './command.ts';

/** What somebody did, as Discord told it, without anything of Discord in it. */
export type Incoming =
  | { readonly kind: 'command'; readonly film: FilmId; readonly command: string; readonly values: AnyValues }
  | { readonly kind: 'button'; readonly id: string }
  /** A mention, a reply, a private message, or the message command on somebody's message. */
  | { readonly kind: 'question'; readonly text: string };

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
      return press === undefined ? outdated : await press(request, args);
    }
    case 'question':
      return { kind: 'say', message: await answerQuestion(request, incoming.text) };
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

async function answerQuestion({ app, reader, asker }: Request, text: string): Promise<Message> {
  const film = app.filmOf(text);
  if (film === undefined) return whichFilmMessage(app.shelf, text, asker.language);
  return answerMessage(await app.ask(film.id, text, reader), asker);
}
