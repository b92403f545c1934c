import { expect, test } from 'vitest';
import { leavePhrasingsOut, type Sample } from '../../src/cli/train/samples.ts';
import type { Film } from '../../src/films/film.ts';
import { loadConcepts, loadFilm } from '../../src/films/load.ts';

const film = await loadFilm('tests/fixtures/films/lantern');
const concepts = await loadConcepts('tests/fixtures/films');

test('a phrasing more changes nothing that is drawn for other entries', () => {
  const [first, ...others] = film.facts;
  if (first === undefined) throw new Error('a film without facts');
  const en = ['Whose lamp is it that burns?', ...(first.questions.en ?? [])] as const;
  const more: Film = { ...film, facts: [{ ...first, questions: { ...first.questions, en } }, ...others] };
  const drawn = (film: Film) => leavePhrasingsOut(film, concepts).filter(({ meant }) => meant !== first.id);
  const asked = ({ meant, analysis }: Sample) => [meant, ...analysis.words.map(({ word }) => word)].join(' ');
  const before = drawn(film).map(asked);
  expect(before.length).toBeGreaterThan(3);
  expect(drawn(more).map(asked)).toEqual(before);
});
