import { expect, test } from 'vitest';
import { readFilm } from '../../src/films/load.ts';

const parsed = await readFilm('data/amour');

test('the Amour pack has no problem, and nothing is advised', () => {
  expect(parsed.ok ? parsed.advice : parsed.problems).toEqual([]);
});

test('it covers every scene with facts', () => {
  if (!parsed.ok) throw new Error('the pack has problems');
  const { facts, scenes } = parsed.value;
  const told = new Set(facts.map(({ scene }) => scene));
  expect(scenes.map(({ id }) => id).filter(id => !told.has(id))).toEqual([]);
});
