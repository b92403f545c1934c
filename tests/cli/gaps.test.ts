import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { gapWords } from '../../src/app/gaps.ts';
import { mostGaps } from '../../src/store/gaps.ts';
import { openStore } from '../../src/store/store.ts';

const run = promisify(execFile);

test.each([
  ['Who drives the BUS?', 'who drives the bus'],
  ['<@123456789012345678> where is <#123456789012345678>', 'where is'],
  ['call me at +49 30 1234567 or a.b@c.de', 'call me at or'],
  ['see https://example.org/x?y=1 please', 'see please'],
  ['12 34', undefined],
  ['', undefined],
])('of "%s" is counted: %s', (question, words) => expect(gapWords(question)).toBe(words));

test('the curator sees what was asked most, the nearest facts and a stub', async () => {
  const url = `sqlite:${join(mkdtempSync(join(tmpdir(), 'gaps-')), 'gaps.db')}`;
  const store = await openStore(url);
  for (let time = 0; time < 3; time++) await store.gaps.count('lantern', 'how many days does the fog last');
  await store.gaps.count('lantern', 'berapa umur oskar');
  await store.close();
  const { stdout } = await run(
    process.execPath,
    ['src/cli/pack.ts', 'gaps', 'tests/fixtures/films/lantern', '--json'],
    {
      env: { PATH: process.env.PATH, DATABASE_URL: url },
    },
  );
  const reports = JSON.parse(stdout);
  expect(reports.map(({ words, times }: { words: string; times: number }) => [words, times])).toEqual([
    ['how many days does the fog last', 3],
    ['berapa umur oskar', 1],
  ]);
  expect(reports[0].nearest[0].fact).toBe('storm-length');
  expect(reports[1].stub).toContain('    id: [berapa umur oskar]\n    fr: [TODO]');
});

test('at most a thousand are kept, those asked most', async () => {
  const store = await openStore('sqlite::memory:');
  await store.gaps.count('f', 'asked twice');
  await store.gaps.count('f', 'asked twice');
  for (let at = 0; at < mostGaps + 5; at++) await store.gaps.count('f', `word ${at}`);
  const list = await store.gaps.list('f');
  expect(list).toHaveLength(mostGaps);
  expect(list[0]).toEqual({ words: 'asked twice', times: 2 });
  await store.close();
});
