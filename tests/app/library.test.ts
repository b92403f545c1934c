import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openLibrary } from '../../src/app/library.ts';
import type { Fact, Film, Unknown } from '../../src/films/film.ts';
import { loadFilm, PackError } from '../../src/films/load.ts';

const fixtures = 'tests/fixtures/films/lantern';

/** A folder with copies of the fixture pack under these names. */
function shelfOf(...names: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'library-'));
  for (const name of names) cpSync(fixtures, join(folder, name), { recursive: true });
  return folder;
}

function newKeep(): string {
  return mkdtempSync(join(tmpdir(), 'kept-'));
}

/** From now on every process that would read a pack ends at once. */
function letReadersFail(): void {
  const { NODE_OPTIONS } = process.env;
  process.env.NODE_OPTIONS = '--import=data:text/javascript,process.exit(3)';
  onTestFinished(() => {
    if (NODE_OPTIONS === undefined) delete process.env.NODE_OPTIONS;
    else process.env.NODE_OPTIONS = NODE_OPTIONS;
  });
}

test('the shelf knows every film before any is read', async () => {
  const { shelf } = await openLibrary(shelfOf('beacon', 'lantern'), 1, newKeep());
  expect(shelf.map(({ id, title, year }) => [id, title, year])).toEqual([
    ['beacon', 'The Lantern', 1987],
    ['lantern', 'The Lantern', 1987],
  ]);
});

test('a film is read once while it is kept, however many ask at once, and again when others have taken its place', async () => {
  const library = await openLibrary(shelfOf('a', 'b'), 1, newKeep());
  const [one, other] = await Promise.all([library.open('a'), library.open('a')]);
  expect(other).toBe(one);
  await library.open('b');
  const again = await library.open('a');
  expect(again).not.toBe(one);
  expect(again.film).toEqual(one.film);
});

test('of all phrasings the film keeps those that people are shown, and answers what the others ask', async () => {
  const folder = shelfOf('lantern');
  const whole = await loadFilm(join(folder, 'lantern'));
  const { film, engine } = await (await openLibrary(folder, 1, newKeep())).open('lantern');
  const firsts = (entries: readonly (Fact | Unknown)[]) =>
    entries.map(({ id, questions: { en, id: indonesian, fr } }) => [id, en?.[0], indonesian?.[0], fr?.[0]]);
  const all = ({ facts, unknowns }: Film) => [...facts, ...unknowns];
  expect(firsts(all(film))).toEqual(firsts(all(whole)));
  expect(
    all(film)
      .flatMap(({ questions }) => Object.values(questions))
      .every(({ length }) => length === 1),
  ).toBe(true);
  for (const fact of whole.facts) {
    const answer = engine.answer(fact.questions.en?.at(-1) ?? '', 'en');
    expect(answer).toMatchObject({ kind: 'answered', fact: { id: fact.id } });
    expect(answer.kind === 'answered' && film.facts.includes(answer.fact)).toBe(true);
  }
});

test('a broken pack is refused with its problems, and read anew when it has been mended', async () => {
  const folder = shelfOf('lantern');
  const library = await openLibrary(folder, 1, newKeep());
  const people = join(folder, 'lantern', 'people.yaml');
  writeFileSync(people, '- { id: oskar }\n');
  const error = await library.open('lantern').catch((error: unknown) => error);
  expect(error).toBeInstanceOf(PackError);
  expect((error as PackError).problems.length).toBeGreaterThan(0);
  cpSync(join(fixtures, 'people.yaml'), people);
  expect((await library.open('lantern')).film.people.length).toBeGreaterThan(0);
});

test('a pack that is not there is reported with its folder, and read when it is', async () => {
  const folder = shelfOf('lantern');
  const library = await openLibrary(folder, 1, newKeep());
  rmSync(join(folder, 'lantern'), { recursive: true });
  await expect(library.open('lantern')).rejects.toThrow(/lantern could not be read/);
  cpSync(fixtures, join(folder, 'lantern'), { recursive: true });
  expect((await library.open('lantern')).film.people.length).toBeGreaterThan(0);
});

test('a pack whose reader ends without a word is reported with its folder', async () => {
  const folder = shelfOf('lantern');
  const library = await openLibrary(folder, 1, newKeep());
  letReadersFail();
  await expect(library.open('lantern')).rejects.toThrow(/lantern could not be read: its process ended with 3/);
});

describe('what was read is kept', () => {
  const open = async (folder: string, keep: string) => (await openLibrary(folder, 1, keep)).open('lantern');

  test('and opened by the next process, which reads nothing', async () => {
    const [folder, keep] = [shelfOf('lantern'), newKeep()];
    const first = await open(folder, keep);
    letReadersFail();
    const next = await open(folder, keep);
    expect(next.film).toEqual(first.film);
    for (const { questions } of first.film.facts) {
      const question = questions.en?.[0] ?? '';
      expect(next.engine.answer(question, 'en')).toEqual(first.engine.answer(question, 'en'));
    }
  });

  test.for<[string, (folder: string) => void]>([
    ['what a file of the pack says', folder => appendFileSync(join(folder, 'lantern', 'film.yaml'), '\n')],
    ['the list of its files', folder => writeFileSync(join(folder, 'lantern', 'facts', 'more.yaml'), '[]\n')],
    [
      'the concepts',
      folder => writeFileSync(join(folder, 'concepts.yaml'), '- { id: sea, words: { en: [sea] } }\n'),
    ],
  ])('until %s changes', async ([, change]) => {
    const [folder, keep] = [shelfOf('lantern'), newKeep()];
    await open(folder, keep);
    change(folder);
    letReadersFail();
    await expect(open(folder, keep)).rejects.toThrow(/its process ended with 3/);
  });

  test('and not used where it is damaged or cut short', async () => {
    const [folder, keep] = [shelfOf('lantern'), newKeep()];
    const { film } = await open(folder, keep);
    const file = join(keep, 'lantern.reading');
    const kept = readFileSync(file);
    const damaged = Buffer.from(kept);
    damaged[kept.length >> 1] = (damaged[kept.length >> 1] ?? 0) ^ 1;
    for (const bytes of [damaged, kept.subarray(0, -1), kept.subarray(0, 40), Buffer.alloc(0)]) {
      writeFileSync(file, bytes);
      expect((await open(folder, keep)).film).toEqual(film);
      expect(readFileSync(file).equals(kept)).toBe(true);
    }
  });

  test('where it can be, and where it cannot the film is opened all the same', async () => {
    const keep = join(newKeep(), 'a file');
    writeFileSync(keep, '');
    expect((await open(shelfOf('lantern'), keep)).film.id).toBe('lantern');
  });
});

test('a large pack is read by a process of its own, and the event loop goes on meanwhile', async () => {
  const library = await openLibrary('data', 1, newKeep());
  const processes = () => process.getActiveResourcesInfo().filter(resource => resource === 'ProcessWrap').length;
  const before = processes();
  let ticks = 0;
  let most = 0;
  const timer = setInterval(() => {
    ticks++;
    most = Math.max(most, processes());
  }, 5);
  await library.open('amour');
  clearInterval(timer);
  expect(most).toBe(before + 1);
  expect(ticks).toBeGreaterThan(20);
});
