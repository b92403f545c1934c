import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance } from '../../src/text/edit-distance.ts';

describe('editDistance', () => {
  test.each([
    ['haneke', 'haneke', 2, 0],
    ['hanake', 'haneke', 2, 1],
    ['hanke', 'haneke', 2, 1],
    ['hanekke', 'haneke', 2, 1],
    ['hnaeke', 'haneke', 2, 1],
    ['pigoen', 'pigeon', 2, 1],
    ['wheelcair', 'wheelchair', 2, 1],
    ['abc', 'xyz', 2, undefined],
    ['', 'ab', 2, 2],
  ])('%s and %s within %i slips: %s', (a, b, limit, expected) => {
    expect(editDistance(a, b, limit)).toBe(expected);
  });

  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });

  test('it is symmetric, and zero only for the same word', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b, 9)).toBe(editDistance(b, a, 9));
        expect(editDistance(a, b, 9) === 0).toBe(a === b);
      }),
    );
  });

  test('a limit only ever hides distances beyond it', () => {
    fc.assert(
      fc.property(word, word, fc.nat(4), (a, b, limit) => {
        const full = editDistance(a, b, 9) ?? 0;
        expect(editDistance(a, b, limit)).toBe(full <= limit ? full : undefined);
      }),
    );
  });
});
