import { expect, test } from 'vitest';
import { createFilmIndex } from '../../src/answers/film-index.ts';
import { createScopeReader } from '../../src/answers/scope.ts';
import { loadConcepts, loadFilm } from '../../src/films/load.ts';
import type { Language } from '../../src/text/language.ts';

const film = await loadFilm('tests/fixtures/films/lantern');
const withoutScope = createScopeReader(film, createFilmIndex(film, await loadConcepts('data')));

test.each<[string, Language, string]>([
  ["In Lindqvist's The Lantern, who is Oskar?", 'en', 'who is Oskar?'],
  ['In the film The Lantern (1987): who is Oskar?', 'en', 'who is Oskar?'],
  ['who is Oskar in the 1987 movie?', 'en', 'who is Oskar'],
  ['According to the diary, who is Oskar in the film?', 'en', 'who is Oskar'],
  ['Menurut program festival, siapa Oskar di film The Lantern?', 'id', 'siapa Oskar'],
  ['Dans le film The Lantern, qui est Oskar ?', 'fr', 'qui est Oskar ?'],
  ["qui est Oskar d'après le journal ?", 'fr', 'qui est Oskar'],
])('of “%s” is asked “%s”', (question, language, expected) => {
  expect(withoutScope(question, language)).toBe(expected);
});

test.each<[string, Language]>([
  ['Who is Oskar?', 'en'],
  ['Who directed The Lantern?', 'en'],
  ['In the storm, who is Oskar?', 'en'],
  ['Who is Oskar in the storm?', 'en'],
  ['In Titanic, who is Oskar?', 'en'],
  ['Lindqvist, is he dead?', 'en'],
  ['Not Lindqvist: who directed it?', 'en'],
  ['After the film, where does Oskar live?', 'en'],
  ['who died in 1987?', 'en'],
  ['who is it in the film?', 'en'],
  ['siapa yang pertama di festival?', 'id'],
  ['', 'en'],
])('nothing of “%s” says only which film is meant', (question, language) => {
  expect(withoutScope(question, language)).toBeUndefined();
});
