import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from '../src/config.ts';

test('without any setting the defaults hold', () => {
  expect(readConfig({})).toEqual({
    token: undefined,
    apiUrl: 'https://discord.com/api',
    apiUrlTrusted: false,
    databaseUrl: undefined,
    keepUnanswered: false,
    shards: undefined,
    shardCount: undefined,
    port: 3000,
    logLevel: 'info',
    filmsDir: 'data',
    loadedFilms: 50,
  });
});

test('an empty value counts as not set, shards may be a range, and a final slash goes', () => {
  const config = readConfig({
    DISCORD_TOKEN: ' ',
    BOT_SHARDS: '2-4',
    BOT_SHARD_COUNT: '16',
    DISCORD_API_URL: 'http://127.0.0.1:9/api/',
  });
  expect(config).toMatchObject({
    token: undefined,
    shards: [2, 3, 4],
    shardCount: 16,
    apiUrl: 'http://127.0.0.1:9/api',
  });
});

describe('a wrong setting names itself', () => {
  test.each([
    [{ PORT: 'many' }, 'PORT: must be a whole number from 0 to 65535'],
    [{ PORT: '65536' }, 'PORT: must be a whole number from 0 to 65535'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
    [{ BOT_SHARDS: 'all' }, 'BOT_SHARDS: must be auto, a number or a range such as 0-3'],
    [{ BOT_SHARDS: '3-1' }, 'BOT_SHARDS: must be auto, a number or a range such as 0-3, the lower one first'],
    [{ BOT_SHARDS: '0-20', BOT_SHARD_COUNT: '16' }, 'BOT_SHARDS: must be below BOT_SHARD_COUNT'],
    [{ BOT_SHARDS: '16', BOT_SHARD_COUNT: '16' }, 'BOT_SHARDS: must be below BOT_SHARD_COUNT'],
    [{ BOT_SHARD_COUNT: '0' }, 'BOT_SHARD_COUNT: must be auto or a number from 1'],
    [{ DATABASE_URL: 'mysql://here' }, 'DATABASE_URL: must be sqlite:<file>, sqlite::memory: or postgres://…'],
    [{ LOADED_FILMS: '0' }, 'LOADED_FILMS: must be a whole number from 1 to 1000000'],
    [{ DISCORD_API_URL: 'https://example.com/api' }, 'DISCORD_API_URL_TRUSTED=true'],
    [{ DISCORD_API_URL: 'https://discord.com.example.com/api' }, 'DISCORD_API_URL'],
    [{ DISCORD_API_URL: 'http://discord.com/api' }, 'DISCORD_API_URL'],
    [{ DISCORD_API_URL: 'ftp://127.0.0.1/api' }, 'DISCORD_API_URL'],
  ])('%j', (env, expected) => {
    expect(() => readConfig(env)).toThrow(ConfigError);
    expect(() => readConfig(env)).toThrow(expected);
  });

  test('and all wrong ones are named at once', () => {
    expect(() => readConfig({ PORT: 'x', LOG_LEVEL: 'y' })).toThrow(/PORT.*\n.*LOG_LEVEL/s);
  });
});

test('shards are taken up to the last one', () => {
  expect(readConfig({ BOT_SHARDS: '0-15', BOT_SHARD_COUNT: '16' }).shards).toHaveLength(16);
});

test('another base is taken where it is trusted', () => {
  expect(readConfig({ DISCORD_API_URL: 'https://proxy.example/api', DISCORD_API_URL_TRUSTED: 'true' }).apiUrl).toBe(
    'https://proxy.example/api',
  );
});
