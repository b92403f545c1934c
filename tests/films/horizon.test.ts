import { expect, test } from 'vitest';
import { isHidden } from '../../src/films/horizon.ts';
import { loadFilm } from '../../src/films/load.ts';

const film = await loadFilm('tests/fixtures/films/lantern');

/** Which facts a reader with this horizon must not see. */
function hidden(horizon: string | undefined): string[] {
  return film.facts.filter(fact => isHidden(film, fact, horizon)).map(({ id }) => id);
}

test.each([
  [undefined, ['storm-length', 'oskar-gift', 'light-goes-out']],
  ['arrival', ['storm-length', 'oskar-gift', 'light-goes-out']],
  ['storm', ['oskar-gift', 'light-goes-out']],
  ['farewell', []],
  ['finished', []],
])('up to %s, %j is hidden', (horizon, expected) => {
  expect(hidden(horizon)).toEqual(expected);
});
