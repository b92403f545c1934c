import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Who may import whom: imports point from plumbing towards thought. A folder may always import itself. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'src/text': [],
  'src/films': ['src/text'],
  'src/answers': ['src/text', 'src/films'],
  'src/quiz': ['src/text', 'src/films'],
  'src/store': ['src/text', 'src/films', 'src/quiz'],
  'src/views': ['src/text', 'src/films', 'src/answers', 'src/quiz'],
  'src/app': ['src/text', 'src/films', 'src/answers', 'src/quiz', 'src/store'],
  'src/bot': ['src/text', 'src/films', 'src/quiz', 'src/store', 'src/views', 'src/app', 'src/log.ts'],
  commands: ['src/text', 'src/films', 'src/answers', 'src/quiz', 'src/views', 'src/app', 'src/bot'],
  'src/local': [],
  'src/cli': [
    'src/text',
    'src/films',
    'src/answers',
    'src/store',
    'src/views',
    'src/app',
    'src/local',
    'src/config.ts',
  ],
  'src/config.ts': [],
  'src/log.ts': [],
  'src/main.ts': [
    'src/app',
    'src/bot',
    'src/films',
    'src/local',
    'src/store',
    'src/config.ts',
    'src/log.ts',
    'commands',
  ],
};

const files = ['src', 'commands'].flatMap(folder =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => join(folder, name)),
);

describe('imports', () => {
  test.each(files)('%s imports only what its layer may', file => {
    const layer = layerOf(file);
    const allowed = [layer, ...(mayImport[layer] ?? [])];
    const imported = importsOf(file).map(target => layerOf(relative('.', join(dirname(file), target))));
    expect(imported.filter(target => !allowed.includes(target))).toEqual([]);
  });

  test('only src/config.ts and the composition roots read the environment', () => {
    const readers = files.filter(file => /process\.env/.test(readFileSync(file, 'utf8')));
    expect(readers.filter(file => file !== 'src/main.ts' && !file.startsWith('src/cli/'))).toEqual([]);
  });

  test('only src/bot/discord.ts knows discord.js as more than routes', () => {
    const knowing = files.filter(file => /from 'discord\.js'/.test(readFileSync(file, 'utf8')));
    expect(knowing.sort()).toEqual(['src/bot/bot.ts', 'src/bot/discord.ts', 'src/cli/bench/pong.ts']);
  });
});

test('no file of code is longer than 300 lines', () => {
  const long = files.filter(file => readFileSync(file, 'utf8').split('\n').length > 301);
  expect(long).toEqual([]);
});

/** The key of the table that a path belongs to. */
function layerOf(path: string): string {
  const key = Object.keys(mayImport).find(key => path === key || path.startsWith(`${key}/`));
  if (key === undefined) throw new Error(`${path} belongs to no layer: add it to the table`);
  return key;
}

function importsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s+'(\.[^']+)'/g)].flatMap(
    ([, target]) => target ?? [],
  );
}
