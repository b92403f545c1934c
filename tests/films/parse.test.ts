import { describe, expect, test } from 'vitest';
import { readPackFiles } from '../../src/films/load.ts';
import { type PackFiles, parseFilm } from '../../src/films/parse.ts';

const lantern = await readPackFiles('tests/fixtures/films/lantern');

/** The fixture pack with one change in one file. */
function withChange(file: string, from: string | RegExp, to: string): PackFiles {
  const text = lantern.get(file) ?? '';
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`nothing to change in ${file}: ${from}`);
  return new Map([...lantern, [file, changed]]);
}

function problems(files: PackFiles): string[] {
  const parsed = parseFilm('lantern', files);
  const all = parsed.ok ? parsed.advice : parsed.problems;
  return all
    .filter(({ level }) => level === 'error')
    .map(({ file, line, message }) => `${file}:${line} ${message}`);
}

test('every line that is no YAML is reported, not only the first', () => {
  const broken = withChange('people.yaml', 'kind: character, name: Mirela', 'kind: @, name: Mirela');
  const twice = new Map([...broken, ['people.yaml', `${broken.get('people.yaml')}- { id: anna, kind: @ }\n`]]);
  expect(problems(twice).map(problem => problem.split(' is not')[0])).toEqual(['people.yaml:9', 'people.yaml:13']);
});

test('a sound pack becomes a film', () => {
  const parsed = parseFilm('lantern', lantern);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  expect(parsed.value).toMatchObject({ id: 'lantern', title: 'The Lantern', languages: ['en', 'id', 'fr'] });
  expect(parsed.value.facts.map(({ id }) => id)).toContain('oskar-gift');
  expect(parsed.value.unknowns.map(({ id }) => id)).toEqual(['composer']);
  expect(parsed.value.facts.find(({ id }) => id === 'storm-length')).toMatchObject({
    topic: 'story',
    scene: 'storm',
  });
});

describe('a broken pack tells the file, the line and what to do', () => {
  const cases: [string, PackFiles, string][] = [
    ['not YAML', withChange('people.yaml', 'id: mirela', 'id: [mirela'), 'people.yaml:9 is not YAML'],
    [
      'a key twice',
      withChange('people.yaml', '- { id: mirela,', '- { id: mirela, id: mirela,'),
      'people.yaml:9 is not YAML',
    ],
    [
      'a file with nothing in it',
      new Map([...lantern, ['people.yaml', '# nobody\n']]),
      'people.yaml:1 Invalid input: expected array',
    ],
    [
      'a missing file',
      new Map([...lantern].filter(([name]) => name !== 'scenes.yaml')),
      'scenes.yaml:1 is missing',
    ],
    [
      'an unknown field',
      withChange('facts/story.yaml', 'spoils: false', 'spoils: false\n  colour: red'),
      'Unrecognized key: "colour"',
    ],
    [
      'a fact without a source',
      withChange('facts/film.yaml', 'claims: [{ document: programme, at: ["1.1"] }]', 'claims: []'),
      'facts/film.yaml:13 0.claims',
    ],
    ['a place that is none', withChange('facts/film.yaml', '["1.1"]', '[1]'), '0.claims.0.at.0'],
    [
      'an unknown document',
      withChange('facts/film.yaml', 'document: programme', 'document: poster'),
      'facts/film.yaml:13 director: there is no document poster',
    ],
    [
      'an unknown person',
      withChange('facts/story.yaml', '[oskar, boat]', '[oscar, boat]'),
      'oskar-gift: nobody and nothing is called oscar',
    ],
    [
      'an unknown scene',
      withChange('facts/story.yaml', 'scene: storm', 'scene: hail'),
      'storm-length: there is no scene hail',
    ],
    [
      'an unknown actor',
      withChange('people.yaml', 'played-by: ana-dorsey', 'played-by: anna'),
      'people.yaml:9 there is nobody anna',
    ],
    [
      'a fact that film.yaml names and nobody wrote',
      withChange('film.yaml', 'reception: [audience-prize]', 'reception: [oscars]'),
      'film.yaml:17 there is no fact oscars',
    ],
    [
      'the same id twice',
      withChange('facts/film.yaml', 'id: audience-prize', 'id: director'),
      'the id stands twice',
    ],
    [
      'two facts about the same',
      withChange('facts/film.yaml', 'attribute: audience-prize', 'attribute: director'),
      'is about the same as director',
    ],
    [
      'a phrasing in two facts',
      withChange('facts/film.yaml', 'what trophy did it get', 'WHOSE film is this?!'),
      'stands in director, too',
    ],
    [
      'a phrasing twice in a fact',
      withChange('facts/film.yaml', 'who made this picture', 'Whose film is this'),
      'stands twice here',
    ],
    [
      'a missing language of the phrasings',
      withChange('facts/film.yaml', /\n {4}fr: \[Qui a réalisé.*/, ''),
      'director: has no phrasings in fr',
    ],
    [
      'a missing language of the answer',
      withChange('facts/film.yaml', /\n {6}fr: Tove Lindqvist a réalisé The Lantern.,/, ''),
      'director: has no answer in fr',
    ],
    [
      'an answer that is too long',
      withChange('facts/film.yaml', 'Tove Lindqvist directed The Lantern.', 'x'.repeat(301)),
      'the answer has 301 characters',
    ],
    [
      'a phrasing that is too long',
      withChange('facts/film.yaml', 'what trophy did it get', 'x'.repeat(101)),
      'more than 100 characters',
    ],
    [
      'an option that is too long',
      withChange('facts/story.yaml', 'His only boat', 'x'.repeat(61)),
      'has more than 60 characters',
    ],
    ['too few decoys', withChange('facts/story.yaml', ', Map painter, Ferry captain]', ']'), 'has 2 decoys in en'],
    [
      'two options that are the same',
      withChange('facts/story.yaml', 'Village doctor', 'lighthouse keeper'),
      'two options in en are the same',
    ],
    [
      'an option that is longer than the others by half',
      withChange('facts/story.yaml', 'His only boat', 'His only boat and both of its oars'),
      'tells itself',
    ],
    [
      'a quiz about what is disputed',
      withChange(
        'facts/story.yaml',
        '    - { document: diary, at: ["1.1"], says: { en: four days, id: empat hari, fr: quatre jours } }',
        '    - { document: diary, at: ["1.1"], says: { en: four days, id: empat hari, fr: quatre jours } }\n  quiz: { option: { en: Three, id: Tiga, fr: Trois }, decoys: { en: [Two, Five, Six, Nine], id: [Dua, Lima, Enam, Sembilan], fr: [Deux, Cinq, Six, Neuf] }, difficulty: easy }',
      ),
      'cannot be asked in a quiz',
    ],
    [
      'a dispute of which one side is silent',
      withChange('facts/story.yaml', ', says: { en: four days, id: empat hari, fr: quatre jours }', ''),
      'this claim must say its version in en, id, fr',
    ],
    [
      'a decoy that a document claims',
      withChange(
        'facts/story.yaml',
        'claims: [{ document: programme, at: ["1.2"] }]',
        'claims: [{ document: programme, at: ["1.2"], says: { en: Village doctor, id: x, fr: x } }]',
      ),
      'is what a document claims',
    ],
    [
      'an answer that names what comes later',
      withChange(
        'facts/story.yaml',
        'Oskar keeps the lighthouse.',
        'Oskar keeps the lighthouse until Mirela comes.',
      ),
      'oskar-job: the answer names mirela',
    ],
    [
      'a phrasing that holds its answer',
      withChange('facts/story.yaml', 'what does Oskar do for a living', 'tell me of Oskar the lighthouse keeper'),
      'holds its own answer',
    ],
  ];
  test.each(cases)('%s', (_, files, expected) => {
    expect(problems(files).join('\n')).toContain(expected);
  });

  test('all problems are told at once', () => {
    const files = new Map([...lantern, ['people.yaml', '- { id: X }'], ['scenes.yaml', '- { id: arrival }']]);
    expect(problems(files).map(line => line.split(':')[0])).toEqual(
      expect.arrayContaining(['people.yaml', 'scenes.yaml']),
    );
  });
});

test('a yes/no phrasing may name what it asks about', () => {
  const files = withChange('facts/story.yaml', 'what does Oskar do for a living', 'is Oskar a lighthouse keeper');
  expect(problems(files)).toEqual([]);
});

test('numbers that only make a pack better are advice, and the pack works', () => {
  const parsed = parseFilm('lantern', lantern);
  expect(parsed.ok && parsed.advice.length).toBeGreaterThan(0);
});
