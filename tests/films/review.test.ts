import { expect, test } from 'vitest';
import { readPackFiles } from '../../src/films/load.ts';
import { parsePlaced } from '../../src/films/parse.ts';
import { checkReview, fingerprint } from '../../src/films/review.ts';

const lantern = await readPackFiles('tests/fixtures/films/lantern');

function placedWith(files: ReadonlyMap<string, string>) {
  const { placed } = parsePlaced('lantern', files);
  if (placed === undefined) throw new Error('the pack has no shape');
  return placed;
}

/** A review of every fact as it is in the fixture. */
const verdicts = { en: 'good', id: 'good', fr: 'mended' };
const review = JSON.stringify(
  placedWith(lantern).film.facts.map(fact => ({ id: fact.id, of: fingerprint(fact), verdicts })),
);

function problems(change: (text: string) => string, reviewed = review): string[] {
  const story = change(lantern.get('facts/story.yaml') ?? '');
  const placed = placedWith(new Map([...lantern, ['facts/story.yaml', story], ['review.yaml', reviewed]]));
  return checkReview(placed).map(({ message }) => message);
}

test('a pack whose every fact was read as it is has no problem', () => {
  expect(problems(text => text)).toEqual([]);
});

test('a pack without a review is advised to have one', () => {
  expect(checkReview(placedWith(lantern))).toMatchObject([{ level: 'advice', file: 'review.yaml' }]);
});

test.each([
  [
    'an answer',
    (text: string) => text.replace('Oskar keeps the lighthouse.', 'Oskar is a lighthouse keeper.'),
    'oskar-job: it changed after its review',
  ],
  [
    'a spoiler mark',
    (text: string) => text.replace('spoils: false', 'spoils: true'),
    'oskar-job: it changed after its review',
  ],
  [
    'a source',
    (text: string) => text.replace('at: ["2.1"]', 'at: ["2.2"]'),
    'oskar-gift: it changed after its review',
  ],
])('%s that changed has to be read again', (_, change, expected) => {
  expect(problems(change).join('\n')).toContain(expected);
});

test('a phrasing that only helps to find a fact may change', () => {
  expect(
    problems(text => text.replace('what does Oskar do for a living', 'what does Oskar do all day long')),
  ).toEqual([]);
});

test('what nobody has read, and what is gone, is told', () => {
  expect(problems(text => text, '[]')).toHaveLength(8);
  const gone = JSON.stringify([...JSON.parse(review), { id: 'gone', of: '00000000', verdicts }]);
  expect(problems(text => text, gone)).toEqual(['there is no fact gone']);
});
