import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { readPackFiles } from '../../src/films/load.ts';
import { parsePlaced } from '../../src/films/parse.ts';
import { checkProvenance, sentencesOf } from '../../src/films/provenance.ts';

const lantern = await readPackFiles('tests/fixtures/films/lantern');
const documents = new Map(
  await Promise.all(
    ['programme', 'diary'].map(
      async id => [id, await readFile(`tests/fixtures/documents/${id}.txt`, 'utf8')] as const,
    ),
  ),
);

function check(file?: string, from?: string, to = '') {
  const files = new Map(lantern);
  if (file !== undefined && from !== undefined) files.set(file, (files.get(file) ?? '').replace(from, to));
  const { placed } = parsePlaced('lantern', files);
  if (placed === undefined) throw new Error('the pack has no shape');
  const { problems, coverage } = checkProvenance(placed, documents);
  return { messages: problems.map(({ message }) => message), coverage };
}

test('a pack whose every sentence is used is covered whole', () => {
  const { messages, coverage } = check();
  expect(messages).toEqual([]);
  expect(coverage).toEqual([
    { document: 'programme', sentences: 6, used: 6, left: [] },
    { document: 'diary', sentences: 3, used: 3, left: [] },
  ]);
});

test.each([
  ['a place that does not exist', 'facts/film.yaml', '["1.1"]', '["9.1"]', 'programme has no sentence 9.1'],
  [
    'a number that stands nowhere',
    'facts/film.yaml',
    'prize of 1987.',
    'prize of 1988.',
    '"1988" stands in none of its places',
  ],
  [
    'a name that stands nowhere',
    'facts/film.yaml',
    'The Lantern won the',
    'Ana Dorsey won the',
    '"Ana Dorsey" stands in none',
  ],
  [
    'a sentence that nobody used',
    'film.yaml',
    'at: ["4.1"]',
    'at: ["3.1"]',
    'programme 4.1 is neither a source nor under nothing-to-ask',
  ],
])('%s is told', (_, file, from, to, expected) => {
  expect(check(file, from, to).messages.join('\n')).toContain(expected);
});

test('what is declared as inferred may differ', () => {
  expect(check('facts/film.yaml', 'prize of 1987.', 'prize of 1988.').messages).not.toEqual([]);
  const files = new Map(lantern);
  const changed = (files.get('facts/film.yaml') ?? '')
    .replace('prize of 1987.', 'prize of 1988.')
    .replace('at: ["3.1"] }]\n', 'at: ["3.1"] }]\n  inferred: ["1988"]\n');
  const { placed } = parsePlaced('lantern', files.set('facts/film.yaml', changed));
  expect(placed && checkProvenance(placed, documents).problems).toEqual([]);
});

test('sentences are counted in their line, both from 1', () => {
  expect([...sentencesOf('One. Two!\n\nThree?', 'en')]).toEqual([
    ['1.1', 'One.'],
    ['1.2', 'Two!'],
    ['3.1', 'Three?'],
  ]);
});
