import { z } from 'zod';

/** Where a bot on Discord remembers, unless `DATABASE_URL` says otherwise. */
export const defaultDatabase = 'sqlite:var/amour.db';

/** The settings of README's table. Nothing else reads the environment. */
export type Config = z.output<typeof settings>;

const flag = z
  .enum(['true', 'false'])
  .default('false')
  .transform(value => value === 'true');

const settings = z
  .object({
    DISCORD_TOKEN: z.string().trim().min(1).optional(),
    DISCORD_API_URL: z
      .url({ protocol: /^https?$/, error: 'must be an http or https address' })
      .default('https://discord.com/api'),
    DISCORD_API_URL_TRUSTED: flag,
    DATABASE_URL: z
      .string()
      .regex(/^(sqlite:.+|postgres(ql)?:\/\/.+)$/, 'must be sqlite:<file>, sqlite::memory: or postgres://…')
      .optional(),
    BOT_SHARDS: z
      .string()
      .refine(isShards, 'must be auto, a number or a range such as 0-3, the lower one first')
      .default('auto'),
    BOT_SHARD_COUNT: z
      .string()
      .regex(/^(auto|[1-9]\d*)$/, 'must be auto or a number from 1')
      .default('auto'),
    PORT: wholeNumber(0, 65_535).default(3000),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    FILMS_DIR: z.string().min(1).default('data'),
    KEEP_UNANSWERED: flag,
    LOADED_FILMS: wholeNumber(1, 1_000_000).default(50),
  })
  .transform(env => ({
    token: env.DISCORD_TOKEN,
    apiUrl: env.DISCORD_API_URL.replace(/\/$/, ''),
    apiUrlTrusted: env.DISCORD_API_URL_TRUSTED,
    databaseUrl: env.DATABASE_URL,
    shards: env.BOT_SHARDS === 'auto' ? undefined : shardList(env.BOT_SHARDS),
    shardCount: env.BOT_SHARD_COUNT === 'auto' ? undefined : Number(env.BOT_SHARD_COUNT),
    port: env.PORT,
    logLevel: env.LOG_LEVEL,
    filmsDir: env.FILMS_DIR,
    keepUnanswered: env.KEEP_UNANSWERED,
    loadedFilms: env.LOADED_FILMS,
  }))
  .refine(({ apiUrl, apiUrlTrusted }) => apiUrlTrusted || isSafe(apiUrl), {
    path: ['DISCORD_API_URL'],
    message:
      'would send the token to somebody who is neither Discord nor on this machine; set DISCORD_API_URL_TRUSTED=true if that is meant',
  })
  .refine(({ shards = [], shardCount = Number.POSITIVE_INFINITY }) => (shards.at(-1) ?? 0) < shardCount, {
    path: ['BOT_SHARDS'],
    message: 'must be below BOT_SHARD_COUNT, as shards count from 0: the last of 16 is 15',
  });

/** A setting that cannot be used; the message lists every one with the values it takes. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Reads the settings; an empty value counts as not set. Throws a `ConfigError` that names every problem. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const result = settings.safeParse(given);
  if (result.success) return result.data;
  const lines = result.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  throw new ConfigError(`these settings cannot be used:\n${lines.join('\n')}`);
}

function wholeNumber(least: number, most: number) {
  return z
    .string()
    .trim()
    .refine(
      value => /^\d+$/.test(value) && Number(value) >= least && Number(value) <= most,
      `must be a whole number from ${least} to ${most}`,
    )
    .transform(Number);
}

function isSafe(url: string): boolean {
  const { protocol, hostname, pathname } = new URL(url);
  const isDiscord = protocol === 'https:' && hostname === 'discord.com' && pathname === '/api';
  return isDiscord || ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}

function isShards(value: string): boolean {
  if (value === 'auto') return true;
  const [first = 0, last = first] = value.split('-').map(Number);
  return /^\d{1,5}(-\d{1,5})?$/.test(value) && first <= last;
}

function shardList(range: string): number[] {
  const [first = 0, last = first] = range.split('-').map(Number);
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
