import { randomBytes } from 'node:crypto';
import { Routes } from 'discord.js';
import type { App } from '../app/app.ts';
import type { Log } from '../log.ts';
import { languageOf } from '../text/language.ts';
import { failedMessage } from '../views/general.ts';
import type { Command, Request } from './command.ts';
import { type Bot, type Connection, connect, type Handler, type Sender } from './discord.ts';
import { commandsByName, complete, dispatch } from './dispatch.ts';
import { createMemory } from './memory.ts';
import { isRegistered, registration } from './registration.ts';

/** Runs the bot: logs in, registers its commands where they changed, and answers until it is closed. */
export async function startBot(app: App, list: readonly Command[], connection: Connection, log: Log): Promise<Bot> {
  const bodies = registration(app.shelf, list);
  const bot = await connect(connection, createHandler(app, list, log));
  await register(bot, bodies, log);
  log.info({ name: bot.name, films: app.shelf.map(({ id }) => id) }, 'ready');
  return bot;
}

function createHandler(app: App, list: readonly Command[], log: Log): Handler {
  const commands = commandsByName(list);
  const memory = createMemory();

  function requestOf({ userId, locale, pressedOn }: Sender): Request {
    return {
      app,
      reader: { locale, horizon: undefined },
      asker: { id: userId, language: languageOf(locale) ?? 'en' },
      kept: pressedOn === undefined ? undefined : memory.find(pressedOn),
      report: (what, details) => log.warn(details, what),
    };
  }

  return {
    async handle(incoming, sender) {
      const pressed = await dispatch(commands, requestOf(sender), incoming);
      const kept = pressed.kind === 'say' ? pressed.message.keeps : undefined;
      if (kept !== undefined) memory.keep(sender.eventId, kept);
      return pressed;
    },
    complete: (film, command, typed, sender) => complete(commands, requestOf(sender), film, command, typed),
    failed(error, { locale }) {
      const id = randomBytes(3).toString('hex');
      log.error({ err: error, id }, 'something failed');
      return failedMessage(id, languageOf(locale) ?? 'en');
    },
  };
}

/** Discord allows few registrations a day: nothing is sent where nothing changed. */
async function register({ client }: Bot, bodies: ReturnType<typeof registration>, log: Log): Promise<void> {
  const route = Routes.applicationCommands(client.application.id);
  const known = await client.rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) });
  if (Array.isArray(known) && isRegistered(bodies, known)) return;
  await client.rest.put(route, { body: bodies });
  log.info({ commands: bodies.length }, 'commands registered');
}
