import { expect, test } from 'vitest';
import { createAnswerEngine } from '../../src/answers/engine.ts';
import { createFilmIndex } from '../../src/answers/film-index.ts';
import { tell } from '../../src/answers/told.ts';
import { loadConcepts, loadFilm } from '../../src/films/load.ts';

const film = await loadFilm('tests/fixtures/films/lantern');
const engine = createAnswerEngine(film, createFilmIndex(film, await loadConcepts('tests/fixtures/films')));
const told = (question: string, horizon: string | undefined) => tell(film, engine.answer(question), horizon);

test('what lies beyond the horizon is hidden, and open to whoever has got there', () => {
  const question = 'What does Oskar give Mirela when she leaves?';
  expect(told(question, undefined)).toMatchObject({ kind: 'hidden', sure: true });
  expect(told(question, 'storm')).toMatchObject({ kind: 'hidden', sure: true });
  expect(told(question, 'farewell')).toMatchObject({ kind: 'open', answer: { kind: 'answered' } });
  expect(told(question, 'finished')).toMatchObject({ kind: 'open', answer: { kind: 'answered' } });
});

test('of two answers the open ones are told, and where both are hidden, both are', () => {
  const safe = 'Who directed The Lantern?';
  const spoiler = 'What does Oskar give Mirela when she leaves?';
  const [director, gift] = ['director', 'oskar-gift'].map(id => film.facts.find(fact => fact.id === id));
  expect(told(`${safe} ${spoiler}`, 'finished')).toMatchObject({ answer: { fact: director, also: gift } });
  const first = told(`${safe} ${spoiler}`, undefined);
  expect(first).toMatchObject({ kind: 'open', answer: { fact: director } });
  expect(first.kind === 'open' && 'also' in first.answer).toBe(false);
  expect(told(`${spoiler} ${safe}`, undefined)).toMatchObject({ kind: 'open', answer: { fact: director } });
  const both = { kind: 'answered', language: 'en', confidence: 1, candidates: [] } as const;
  if (gift === undefined) throw new Error('no such fact');
  expect(tell(film, { ...both, fact: gift, also: gift }, undefined)).toMatchObject({
    kind: 'hidden',
    facts: [gift, gift],
  });
});

test('what spoils nothing is open to everybody', () => {
  expect(told('Who directed The Lantern?', undefined)).toMatchObject({
    kind: 'open',
    answer: { kind: 'answered' },
  });
});

test('a question that is near something hidden is met like one that hits it', () => {
  const gift = film.facts.find(({ id }) => id === 'oskar-gift');
  if (gift === undefined) throw new Error('no such fact');
  const candidates = [{ fact: gift, confidence: 0.3 }];
  expect(tell(film, { kind: 'unsure', language: 'en', candidates }, undefined)).toMatchObject({
    kind: 'hidden',
    sure: false,
  });
  const unknown = { kind: 'unknown', language: 'en', reason: { because: 'not-known' }, candidates } as const;
  expect(tell(film, unknown, undefined)).toMatchObject({ kind: 'hidden', sure: false });
  expect(tell(film, unknown, 'finished')).toMatchObject({ kind: 'open' });
});

test('nothing hidden is among the candidates', () => {
  const [director, gift] = ['director', 'oskar-gift'].flatMap(id => film.facts.find(fact => fact.id === id) ?? []);
  if (director === undefined || gift === undefined) throw new Error('no such fact');
  const candidates = [director, gift].map(fact => ({ fact, confidence: 0.5 }));
  const answer = { kind: 'answered', language: 'en', fact: director, confidence: 0.9, candidates } as const;
  expect(tell(film, answer, undefined)).toMatchObject({ answer: { candidates: [{ fact: director }] } });
  expect(tell(film, answer, 'finished')).toMatchObject({ answer: { candidates } });
});
