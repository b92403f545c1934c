import { expect, test } from 'vitest';
import { castFor } from '../../src/films/cast.ts';
import type { Film } from '../../src/films/film.ts';
import { loadFilm } from '../../src/films/load.ts';

const lantern = await loadFilm('tests/fixtures/films/lantern');
const namesOf = (film: Film, horizon: string | undefined) => castFor(film, horizon).map(({ id }) => id);
/** The Lantern with one of its facts changed, or without it. */
const withFact = (id: string, change: Partial<Film['facts'][number]> | undefined): Film => ({
  ...lantern,
  facts: lantern.facts.flatMap(fact =>
    fact.id !== id ? [fact] : change === undefined ? [] : { ...fact, ...change },
  ),
});

test('whoever is played by somebody is in it, also before the film introduces them', () => {
  expect(namesOf(lantern, undefined)).toEqual(['oskar', 'mirela']);
});

test('the leading parts of Amour are in it for a stranger', async () => {
  expect(namesOf(await loadFilm('data/amour'), undefined)).toEqual([
    'georges',
    'anne',
    'eva',
    'alexandre',
    'geoff',
  ]);
});

test('who plays whom is left out where the fact that says so is hidden', () => {
  const secret = withFact('mirela-actress', { spoils: true, scene: 'farewell' });
  expect(namesOf(secret, undefined)).toEqual(['oskar']);
  expect(namesOf(secret, 'storm')).toEqual(['oskar']);
  expect(namesOf(secret, 'farewell')).toEqual(['oskar', 'mirela']);
});

test('where no fact says who plays whom, they are left out until the film introduces them', () => {
  const silent = withFact('mirela-actress', undefined);
  expect(namesOf(silent, undefined)).toEqual(['oskar']);
  expect(namesOf(silent, 'storm')).toEqual(['oskar', 'mirela']);
});
