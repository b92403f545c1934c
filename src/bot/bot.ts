import { randomBytes } from 'node:crypto';
import { Routes } from 'discord.js';
import { createApp } from '../app/app.ts';
import type { Library } from '../app/library.ts';
import { createQuizzes } from '../app/quizzes.ts';
import { createScores } from '../app/scores.ts';
import type { Log } from '../log.ts';
import { StoreBusy } from '../store/database.ts';
import type { Store } from '../store/store.ts';
import { languageOf } from '../text/language.ts';
import { failedMessage, privateSentence } from '../views/general.ts';
import { createClock, timeOf } from './clock.ts';
import type { Command, Made, Request } from './command.ts';
import { type Bot, type Connection, connect, type Handler, type Sender } from './discord.ts';
import { commandsByName, complete, dispatch } from './dispatch.ts';
import { createHost } from './host.ts';
import { createMemory } from './memory.ts';
import { isRegistered, registration } from './registration.ts';

/** What the bot works with, made by the composition root. */
export interface Parts {
  readonly library: Library;
  readonly store: Store;
  readonly commands: readonly Command[];
  readonly connection: Connection;
  readonly log: Log;
}

/**
 * For so many milliseconds a quiz counts as listened to after its process was last heard of. Longer, and a killed
 * process keeps its players waiting; shorter, and a moment's pause looks like a death.
 */
const lease = 3_000;

/** Runs the bot: logs in, registers its commands where they changed, hosts quizzes and answers until it is closed. */
export async function startBot({ library, store, commands, connection, log }: Parts): Promise<Bot> {
  const bodies = registration(library.shelf, commands);
  const clock = createClock();
  const app = createApp(library);
  const quizzes = createQuizzes({ store, library, now: clock.now, random: Math.random, lease });
  const services = { app, quizzes, scores: createScores(store, clock.now) };
  const bot = await connect(connection, clock, createHandler(services, commands, log));
  const host = createHost(quizzes, library.shelf, bot.rooms, log, lease);
  await register(bot, bodies, log);
  log.info({ name: bot.name, films: library.shelf.map(({ id }) => id) }, 'ready');
  return {
    ...bot,
    async close() {
      await host.close();
      await bot.close();
    },
  };
}

function made(id: string): Made {
  return { id, at: timeOf(id) };
}

type Services = Pick<Request, 'app' | 'quizzes' | 'scores'>;

function createHandler(services: Services, list: readonly Command[], log: Log): Handler {
  const commands = commandsByName(list);
  const memory = createMemory();

  function requestOf({ userId, locale, managesMessages, place, eventId, pressed }: Sender): Request {
    return {
      ...services,
      reader: { locale, horizon: undefined },
      asker: { id: userId, language: languageOf(locale) ?? 'en', managesMessages },
      place,
      event: made(eventId),
      pressed: pressed && made(pressed.message),
      kept: pressed?.answers === undefined ? undefined : memory.find(pressed.answers),
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
      const language = languageOf(locale) ?? 'en';
      if (error instanceof StoreBusy) {
        log.warn({ err: error }, 'the store is busy');
        return privateSentence('busy', language);
      }
      const id = randomBytes(3).toString('hex');
      log.error({ err: error, id }, 'something failed');
      return failedMessage(id, language);
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
