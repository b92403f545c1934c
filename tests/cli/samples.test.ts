import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seeded } from '../../src/cli/train/random.ts';
import { leavePhrasingsOut, misspell, type Sample } from '../../src/cli/train/samples.ts';
import type { Film } from '../../src/films/film.ts';
import { loadConcepts, loadFilm } from '../../src/films/load.ts';
import { editDistance } from '../../src/text/edit-distance.ts';

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

test('at most two words of five letters or more are misspelt, each by one slip, and nothing else is touched', () => {
  const written = 'Which side of Anne’s body is paralysed, and who helps "Georges"?';
  fc.assert(
    fc.property(fc.integer(), seed => {
      const words = misspell(written, seeded(seed)).split(/(\P{L}+)/u);
      const changed = written
        .split(/(\P{L}+)/u)
        .flatMap((word, at) => (word === words[at] ? [] : [[word, words[at]]]));
      expect(changed.length).toBeLessThanOrEqual(2);
      for (const [word = '', slipped = ''] of changed) {
        expect(word.length).toBeGreaterThanOrEqual(5);
        expect(editDistance(word, slipped, 1)).toBe(1);
      }
    }),
  );
});
