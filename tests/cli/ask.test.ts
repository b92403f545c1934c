import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';

function ask(args: readonly string[], input = ''): { out: string; err: string; code: number | null } {
  const env = { PATH: process.env.PATH ?? '', FILMS_DIR: 'tests/fixtures/films', NO_COLOR: '1' };
  const { stdout, stderr, status } = spawnSync(process.execPath, ['src/cli/ask.ts', '--film', 'lantern', ...args], {
    env,
    input,
    encoding: 'utf8',
  });
  return { out: stdout, err: stderr, code: status };
}

const lines = (input: readonly (object | string)[]) =>
  ask(['--jsonl'], input.map(line => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'))
    .out.trim()
    .split('\n')
    .map(line => JSON.parse(line));

test('for people: the answer, its fact and source, and the candidates', () => {
  const { out } = ask(['who plays Mirela?']);
  expect(out).toContain('Ana Dorsey plays Mirela.');
  expect(out).toMatch(/mirela-actress, \d+ % · programme 1\.2/);
});

test('for people: why there is no answer, in the words of the bot', () => {
  expect(ask(['wie heißt der film']).out).toContain('I speak English, Indonesian and French.\n');
  expect(ask(['thanks!']).out).toContain('With pleasure.');
});

test('--explain shows language, words, features and why', () => {
  const { out } = ask(['--explain', 'who plays Mirella?']);
  expect(out).toContain('language en, asks who, names Mirela');
  expect(out).toContain('mirella → mirela');
  expect(out).toMatch(/coverage .*→/);
  expect(out).toMatch(/confidence 0\.\d+ → answered/);
});

describe('--jsonl', () => {
  test('answers line by line in order, and reads on after a line that is not JSON', () => {
    const [first, second, third] = lines([
      { id: 'a', question: 'who plays Mirela?' },
      'not json',
      { id: 'b', question: 'who wrote the music?' },
    ]);
    expect(first).toMatchObject({
      id: 'a',
      status: 'answered',
      answer: 'Ana Dorsey plays Mirela.',
      language: 'en',
      fact: 'mirela-actress',
      spoiler: false,
      hidden: false,
      sources: [{ document: 'programme', at: '1.2' }],
    });
    expect(first.confidence).toBeGreaterThan(0.5);
    expect(second).toMatchObject({ id: null, error: expect.stringContaining('not JSON') });
    expect(third).toMatchObject({ id: 'b', status: 'unknown', answer: null, fact: null });
  });

  test('hides what lies beyond a horizon, and nothing where none is given', () => {
    const question = 'What does Oskar give Mirela when she leaves?';
    const [open, hidden, seen] = lines([
      { id: '1', question },
      { id: '2', question, horizon: 'storm' },
      { id: '3', question, horizon: 'farewell' },
    ]);
    expect(open).toMatchObject({ status: 'answered', hidden: false, spoiler: true, fact: 'oskar-gift' });
    expect(hidden).toMatchObject({ hidden: true, answer: null, fact: null, sources: [] });
    expect(hidden.candidates.map(({ fact }: { fact: string }) => fact)).not.toContain('oskar-gift');
    expect(seen).toMatchObject({ hidden: false, fact: 'oskar-gift' });
  });

  test.each([
    [{ id: 'x' }, /question/],
    [{ id: 'x', question: 'who', horizon: 'nowhere' }, /there is no scene nowhere/],
    [{ id: 'x', question: 'who', film: 'casablanca' }, /there is no film casablanca/],
    [{ id: 'x', question: 'who', locale: 'de' }, /locale/],
  ])('%j gets an error that says what is wrong', (line, expected) => {
    expect(lines([line])[0].error).toMatch(expected);
  });
});

describe('it says how it is used', () => {
  const usage = /usage: npm run ask -- "question" .+\n$/;
  test('without a question', () => {
    const { code, err } = ask([]);
    expect(code).toBe(1);
    expect(err).toMatch(usage);
  });

  test.each([
    [['--bogus'], "Unknown option '--bogus'."],
    [['who', '--locale'], "Option '--locale <value>' argument missing."],
  ])('and what is wrong with %j', (args, expected) => {
    const { code, err } = ask(args);
    expect(code).toBe(1);
    expect(err).toMatch(usage);
    expect(err.split('\n').slice(0, -2)).toEqual([expected]);
  });
});
