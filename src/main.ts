import 'dotenv/config';
import { parseArgs } from 'node:util';
import { commands } from '../commands/index.ts';
import { openLibrary } from './app/library.ts';
import { defaultKeep } from './app/readings.ts';
import { startBot } from './bot/bot.ts';
import { type Config, ConfigError, defaultDatabase, readConfig } from './config.ts';
import { PackError } from './films/load.ts';
import { createLocalDiscord } from './local/server.ts';
import { createLog } from './log.ts';
import { StoreBusy } from './store/database.ts';
import { openStore } from './store/store.ts';

/** The composition root: settings → packs → store → bot, on Discord or on its stand-in on this machine. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { local: { type: 'boolean', default: false } } });
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  const library = await opened(
    openLibrary(config.filmsDir, config.loadedFilms, defaultKeep),
    why =>
      `No film packs can be read from FILMS_DIR=${config.filmsDir} (${why}): set it to the folder that has them.`,
  );
  // Reading a large pack takes about as long as Discord waits for a first answer.
  const [first, ...others] = library.shelf.slice(0, config.loadedFilms);
  if (first !== undefined) await library.open(first.id);
  const isLocal = values.local || config.token === undefined;
  // Trying the bot leaves nothing behind, unless somebody says where.
  const store = await opened(
    openStore(config.databaseUrl ?? (isLocal ? 'sqlite::memory:' : defaultDatabase)),
    why =>
      `The database cannot be opened (${why}): set DATABASE_URL to sqlite:<file> or postgres://… of one that can.`,
  );
  const local = isLocal ? await createLocalDiscord({ port: config.port }) : undefined;
  const connection = connectionOf(config, local);
  const bot = await startBot({ library, store, commands, connection, keepUnanswered: config.keepUnanswered, log });
  void others
    .reduce((before, { id }) => before.then(async () => void (await library.open(id))), Promise.resolve())
    .catch(fail);
  if (local !== undefined) console.log(`\n  No account needed: try the bot at ${local.url}\n`);

  async function stop(): Promise<void> {
    await bot.close();
    await store.close();
    await local?.close();
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
  void bot.lost.then(error => fail(error));
}

function connectionOf(
  { token, apiUrl, shards, shardCount }: Config,
  local: { url: string; token: string } | undefined,
) {
  if (local !== undefined)
    return { token: local.token, apiUrl: `${local.url}/api`, shards: undefined, shardCount: undefined };
  return { token: token ?? '', apiUrl, shards, shardCount };
}

/**
 * What a setting names, once it is open; where that fails, a sentence that says why and what to set. A database's
 * address is not repeated: it may hold a password.
 */
async function opened<T>(opening: Promise<T>, sentence: (why: string) => string): Promise<T> {
  try {
    return await opening;
  } catch (error) {
    if (error instanceof PackError || !(error instanceof Error)) throw error;
    const { message, code } = (error instanceof StoreBusy ? error.cause : error) as NodeJS.ErrnoException;
    throw new ConfigError(sentence(message.split('\n')[0] || `${code}`), { cause: error });
  }
}

/** One clear sentence for what somebody can mend; the whole error for what only we can. */
function fail(error: unknown): never {
  console.error(error instanceof ConfigError || error instanceof PackError ? error.message : reasonOf(error));
  process.exit(1);
}

function reasonOf(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = 'code' in error ? error.code : undefined;
  if (code === 'TokenInvalid')
    return 'Discord does not accept DISCORD_TOKEN: copy the token once more from the developer portal, "Bot".';
  if (code === 'DisallowedIntents' || /code 4014/.test(error.message)) {
    return 'Discord refused the intents. This bot needs none that is privileged: check that nobody changed the list.';
  }
  if (/code 4004/.test(error.message))
    return 'Discord no longer accepts DISCORD_TOKEN: it was reset. Set the new one and start again.';
  if ('syscall' in error && error.syscall === 'listen' && 'port' in error)
    return `The local page cannot have port ${error.port} (${code}): set PORT to another one, or to 0 for any free one.`;
  if (error.message.startsWith('Discord closed'))
    return `${error.message}. Start the bot again; if it repeats, look at the developer portal.`;
  return error;
}

await main().catch(fail);
