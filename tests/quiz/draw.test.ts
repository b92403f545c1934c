import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seeded } from '../../src/cli/train/random.ts';
import { isDisputed } from '../../src/films/film.ts';
import { loadFilm } from '../../src/films/load.ts';
import { drawQuestion, poolOf } from '../../src/quiz/draw.ts';

const film = await loadFilm('data/amour');
const settings = { rounds: 5, seconds: 20, difficulty: 'mixed', spoilers: false } as const;
const random = fc.integer().map(seeded);

test('without spoilers the pool of strangers spoils nothing and disputes nothing', () => {
  const { facts, heldBack } = poolOf(film, settings, [undefined]);
  expect(facts.length).toBeGreaterThanOrEqual(60);
  expect(
    facts.filter(
      fact => fact.spoils && fact.scene !== undefined && !film.scenes.find(({ id }) => id === fact.scene)?.premise,
    ),
  ).toEqual([]);
  expect(facts.filter(isDisputed)).toEqual([]);
  expect(heldBack).toBe(poolOf(film, { ...settings, spoilers: true }, []).facts.length - facts.length);
});

test('the pool is what everybody who plays may know: the least advanced decides', () => {
  const ids = (horizons: (string | undefined)[]) => poolOf(film, settings, horizons).facts.map(({ id }) => id);
  const [early, late] = [film.scenes[5]?.id, film.scenes[20]?.id];
  expect(ids(['finished'])).toHaveLength(poolOf(film, { ...settings, spoilers: true }, []).facts.length);
  expect(ids(['finished', early, late])).toEqual(ids([early]));
  expect(ids([late, undefined])).toEqual(ids([undefined]));
});

test('a difficulty asks only of its kind', () => {
  for (const difficulty of ['easy', 'medium', 'hard'] as const) {
    const { facts } = poolOf(film, { ...settings, difficulty, spoilers: true }, []);
    expect(facts.length).toBeGreaterThan(0);
    expect(facts.every(({ quiz }) => quiz?.difficulty === difficulty)).toBe(true);
  }
});

test('no question repeats in a room until the whole pool has had its turn', () => {
  const pool = poolOf(film, settings, [undefined]);
  fc.assert(
    fc.property(random, chance => {
      const asked: string[] = [];
      for (let round = 0; round < pool.facts.length * 2; round++) {
        const question = drawQuestion(film, pool, asked, 'en', chance);
        if (question !== undefined) asked.push(question.fact);
      }
      expect(new Set(asked.slice(0, pool.facts.length)).size).toBe(pool.facts.length);
      expect(new Set(asked.slice(pool.facts.length)).size).toBe(pool.facts.length);
    }),
    { numRuns: 5 },
  );
});

test('every question has four different choices in its language, the right one among them, at every place', () => {
  const pool = poolOf(film, { ...settings, spoilers: true }, []);
  const places = new Set<number>();
  fc.assert(
    fc.property(random, fc.constantFrom('en', 'id', 'fr'), (chance, language) => {
      const question = drawQuestion(film, pool, [], language as 'en', chance);
      const fact = film.facts.find(({ id }) => id === question?.fact);
      expect(new Set(question?.choices).size).toBe(4);
      expect(question?.choices[question.right]).toBe(fact?.quiz?.option[language as 'en']);
      places.add(question?.right ?? -1);
    }),
  );
  expect([...places].sort()).toEqual([0, 1, 2, 3]);
});

test('a fact of the same answer does not follow at once while there is another', () => {
  const [one] = poolOf(film, settings, [undefined]).facts;
  if (one === undefined) throw new Error('the pool is empty');
  const twin = { ...one, id: 'twin' };
  const other = film.facts.find(fact => fact.quiz !== undefined && fact.quiz.option.en !== one.quiz?.option.en);
  if (other === undefined) throw new Error('all answers are the same');
  const small = { ...film, facts: [one, twin, other] };
  const pool = { facts: small.facts, heldBack: 0 };
  fc.assert(
    fc.property(random, chance => {
      expect(drawQuestion(small, pool, [one.id], 'en', chance)?.fact).toBe(other.id);
    }),
  );
});

test('an empty pool has no question', () => {
  expect(drawQuestion(film, { facts: [], heldBack: 3 }, [], 'en', () => 0)).toBeUndefined();
});
