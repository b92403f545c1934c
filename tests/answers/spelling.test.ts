import fc from 'fast-check';
import { expect, test } from 'vitest';
import { correct, createSpelling } from '../../src/answers/spelling.ts';
import { editDistance } from '../../src/text/edit-distance.ts';

const spelling = spellingOf({ lighthouse: 3, lantern: 5, latern: 1, boat: 2, boot: 9, wheelchair: 1 });

/** Of words with the number of times that each stands in the index. */
function spellingOf(counts: Record<string, number>) {
  const places = new Map(Object.keys(counts).map((word, place) => [word, place]));
  return createSpelling(places, Uint32Array.from(Object.values(counts)));
}

const any = () => true;
const corrections = (word: string) => correct(spelling, word, any).map(({ word }) => word);

test.each([
  ['lighthuose', ['lighthouse']],
  ['ligthouse', ['lighthouse']],
  ['wheelchaair', ['wheelchair']],
  ['lanterm', ['lantern']],
  ['bxat', ['boat']],
  ['boxt', ['boot', 'boat']],
  ['lantern', []],
  ['ab', []],
  ['zzzzzz', []],
  ['1987', []],
])('%s is corrected to %j, closest and commonest first', (word, expected) => {
  expect(corrections(word)).toEqual(expected);
});

test('every word of five letters or more is found within two slips, wherever they are', () => {
  const letter = fc.constantFrom(...'abcdefgh');
  const word = fc.string({ unit: letter, minLength: 5, maxLength: 12 });
  const slip = fc.record({ at: fc.nat(11), letter, kind: fc.constantFrom('drop', 'add', 'change') });
  fc.assert(
    fc.property(word, fc.array(slip, { minLength: 1, maxLength: 2 }), (word, slips) => {
      const typed = slips.reduce((text, { at, letter, kind }) => {
        const place = at % text.length;
        return (
          text.slice(0, place) + (kind === 'drop' ? '' : letter) + text.slice(kind === 'add' ? place : place + 1)
        );
      }, word);
      if (typed.length < 5 || typed === word || editDistance(typed, word, 2) === undefined) return;
      expect(correct(spellingOf({ [word]: 1 }), typed, any).map(found => found.word)).toEqual([word]);
    }),
  );
});
