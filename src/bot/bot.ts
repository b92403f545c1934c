import { randomBytes } from 'node:crypto';
import { Routes } from 'discord.js';
import { createApp } from '../app/app.ts';
import { createCooldown } from '../app/cooldown.ts';
import type { Library } from '../app/library.ts';
import { createQuizzes } from '../app/quizzes.ts';
import { createReaders } from '../app/readers.ts';
import { createScores } from '../app/scores.ts';
import { createSettings } from '../app/settings.ts';
import type { Log } from '../log.ts';
import { StoreBusy } from '../store/database.ts';
import type { Store } from '../store/store.ts';
import { languageOf } from '../text/language.ts';
import { failedMessage, privateSentence } from '../views/general.ts';
import { type Clock, createClock, timeOf } from './clock.ts';
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
  /** Whether questions that nobody could answer are counted. */
  readonly keepUnanswered: boolean;
  readonly log: Log;
}

/**
 * For so many milliseconds a quiz counts as listened to after its process was last heard of. Longer, and a killed
 * process keeps its players waiting; shorter, and a moment's pause looks like a death.
 */
const lease = 3_000;

/** Runs the bot: logs in, registers its commands where they changed, hosts quizzes and answers until it is closed. */
export async function startBot({ library, store, commands, connection, keepUnanswered, log }: Parts): Promise<Bot> {
  const bodies = registration(library.shelf, commands);
  const clock = createClock();
  const settings = createSettings(store);
  const readers = createReaders(store, settings);
  const quizzes = createQuizzes({ store, library, readers, now: clock.now, random: Math.random, lease });
  const services: Services = {
    app: createApp(library, keepUnanswered ? store.gaps : undefined),
    quizzes,
    scores: createScores(store, clock.now),
    readers,
    settings,
    privacy: store.people,
  };
  const bot = await connect(connection, clock, createHandler(services, clock, commands, log));
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

type Services = Pick<Request, 'app' | 'quizzes' | 'scores' | 'readers' | 'settings' | 'privacy'>;

function createHandler(services: Services, clock: Clock, list: readonly Command[], log: Log): Handler {
  const commands = commandsByName(list);
  const memory = createMemory();

  const cooldown = createCooldown(clock.now);

  function requestOf({
    userId,
    locale,
    managesMessages,
    managesServer,
    place,
    eventId,
    pressed,
    repliesTo,
  }: Sender): Request {
    const language = languageOf(locale) ?? 'en';
    return {
      ...services,
      asker: { id: userId, language, managesMessages, managesServer },
      readerAt: async (film, privately = false) => {
        const room = { guild: place.guild, isPrivate: place.isPrivate || privately };
        return services.readers.at(film, userId, locale, { ...room, hasSpoilers: await place.hasSpoilers() });
      },
      sharedLanguage: async () => (await services.settings.of(place.guild)).language ?? language,
      mustWait: async () => {
        if (place.guild === undefined) return undefined;
        return cooldown(place.guild, userId, (await services.settings.of(place.guild)).cooldown);
      },
      place,
      event: made(eventId),
      pressed: pressed && made(pressed.message),
      last: memory.toldIn(place.isPrivate ? place.room : (repliesTo ?? '')),
      kept: pressed?.answers === undefined ? undefined : memory.find(pressed.answers),
      report: (what, details) => log.warn(details, what),
    };
  }

  return {
    async handle(incoming, sender) {
      const pressed = await dispatch(commands, requestOf(sender), incoming);
      const { keeps, tells } = pressed.kind === 'say' ? pressed.message : {};
      if (keeps !== undefined) memory.keep(sender.eventId, keeps);
      if (tells !== undefined && sender.place.isPrivate) memory.tell(sender.place.room, tells);
      return pressed;
    },
    complete: (film, command, typed, sender) => complete(commands, requestOf(sender), film, command, typed),
    async said(id, { tells, announces }) {
      if (tells !== undefined) memory.tell(id, tells);
      if (announces !== undefined) await services.quizzes.announced(announces, id);
    },
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
