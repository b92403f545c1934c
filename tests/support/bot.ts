import { afterAll, beforeAll, expect } from 'vitest';
import { commands } from '../../commands/index.ts';
import { openLibrary } from '../../src/app/library.ts';
import { defaultKeep } from '../../src/app/readings.ts';
import { createSettings, type Settings } from '../../src/app/settings.ts';
import { startBot } from '../../src/bot/bot.ts';
import type { Bot } from '../../src/bot/discord.ts';
import type { Outcome } from '../../src/local/interactions.ts';
import { buttonsOf, textOf, until } from '../../src/local/people.ts';
import { createLocalDiscord, type LocalDiscord, type LocalOptions } from '../../src/local/server.ts';
import type { StoredMessage } from '../../src/local/world.ts';
import { createLog } from '../../src/log.ts';
import { openStore } from '../../src/store/store.ts';
import { validate, warmUp } from './spec.ts';

export const fixtureFilms = 'tests/fixtures/films';

/** The real bot, through the real discord.js, on a stand-in of its own. Any breach of Discord's rules fails the file. */
export function useBot(options: LocalOptions & Start & { filmsDir?: string } = {}) {
  let local: LocalDiscord | undefined;
  let bot: Bot | undefined;

  beforeAll(async () => {
    warmUp();
    local = await createLocalDiscord({ validate, messageLimit: 1000, ...options });
    bot = await start(local, options.filmsDir ?? fixtureFilms, options);
  });
  afterAll(async () => {
    await bot?.close();
    await local?.close();
    expect(local?.violations).toEqual([]);
  });

  const running = () => {
    if (local === undefined || bot === undefined) throw new Error('the bot is not running yet');
    return { local, bot };
  };
  return {
    get local() {
      return running().local;
    },
    get bot() {
      return running().bot;
    },
    person: (name: string) => running().local.person(name),
    channel: (name: string) => running().local.channel(name).id,
    /** What the bot says to a message, once it has. */
    replyTo: (message: StoredMessage): Promise<Said> =>
      until(() => {
        const reply = [...running().local.world.messages.values()].find(({ replyTo }) => replyTo === message.id);
        return reply === undefined ? undefined : said(reply);
      }),
  };
}

export interface Start {
  /** Memory of its own unless it is named. */
  readonly database?: string;
  readonly keepUnanswered?: boolean;
  /** How often one person may ask; tests ask as often as they like. */
  readonly cooldown?: Settings['cooldown'];
}

/** The bot on a local Discord. */
export async function start(local: LocalDiscord, filmsDir: string, options: Start = {}): Promise<Bot> {
  const { database = 'sqlite::memory:', keepUnanswered = false, cooldown = 'off' } = options;
  const library = await openLibrary(filmsDir, 5, defaultKeep);
  for (const { id } of library.shelf) await library.open(id);
  const store = await openStore(database);
  const settings = createSettings(store);
  for (const { id } of local.world.guilds) await settings.change(id, { cooldown });
  const connection = { token: local.token, apiUrl: `${local.url}/api`, shards: undefined, shardCount: undefined };
  const log = createLog(process.env.DEBUG_LOG ?? 'silent');
  const bot = await startBot({ library, store, commands, connection, keepUnanswered, log });
  return {
    ...bot,
    async close() {
      await bot.close();
      await store.close();
    },
  };
}

export interface Said {
  readonly text: string;
  readonly buttons: readonly string[];
  readonly message: StoredMessage;
  readonly onlyFor: string | undefined;
}

export function said(message: StoredMessage): Said {
  return { text: textOf(message), buttons: buttonsOf(message), message, onlyFor: message.onlyFor };
}

/** What an interaction was answered with. */
export function reply(outcome: Outcome): Said {
  if (outcome.message === undefined) throw new Error(`the bot said nothing: ${outcome.kind}`);
  return said(outcome.message);
}
