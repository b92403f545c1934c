import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
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

test('the shelf knows every film before any is read', async () => {
  const { shelf } = await openLibrary(shelfOf('beacon', 'lantern'), 1);
  expect(shelf.map(({ id, title, year }) => [id, title, year])).toEqual([
    ['beacon', 'The Lantern', 1987],
    ['lantern', 'The Lantern', 1987],
  ]);
});

test('a film is read once while it is kept, however many ask at once, and again when others have taken its place', async () => {
  const library = await openLibrary(shelfOf('a', 'b'), 1);
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
  const { film, engine } = await (await openLibrary(folder, 1)).open('lantern');
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
  const library = await openLibrary(folder, 1);
  const people = join(folder, 'lantern', 'people.yaml');
  writeFileSync(people, '- { id: oskar }\n');
  const error = await library.open('lantern').catch((error: unknown) => error);
  expect(error).toBeInstanceOf(PackError);
  expect((error as PackError).problems.length).toBeGreaterThan(0);
  cpSync(join(fixtures, 'people.yaml'), people);
  expect((await library.open('lantern')).film.people.length).toBeGreaterThan(0);
});

test('a pack whose reader fails is reported with its folder, and read anew when that has been mended', async () => {
  const folder = shelfOf('lantern');
  const library = await openLibrary(folder, 1);
  rmSync(join(folder, 'lantern'), { recursive: true });
  await expect(library.open('lantern')).rejects.toThrow(/lantern could not be read: its process ended with 1/);
  cpSync(fixtures, join(folder, 'lantern'), { recursive: true });
  expect((await library.open('lantern')).film.people.length).toBeGreaterThan(0);
});

test('a large pack is read by a process of its own, and the event loop goes on meanwhile', async () => {
  const library = await openLibrary('data', 1);
  const processes = () => process.getActiveResourcesInfo().filter(resource => resource === 'ProcessWrap').length;
  const before = processes();
  let ticks = 0;
  const timer = setInterval(() => ticks++, 5);
  const opening = library.open('amour');
  expect(processes()).toBe(before + 1);
  await opening;
  clearInterval(timer);
  expect(ticks).toBeGreaterThan(20);
});
