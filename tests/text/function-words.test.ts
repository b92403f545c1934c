import { expect, test } from 'vitest';
import { isFiller } from '../../src/text/function-words.ts';

test.each([
  'pls',
  'hmmm',
  'mmm',
  'heyyy',
  'ehh',
  'haloo',
  'haha',
  'ahahah',
  'hehehe',
  'wkwkwkwk',
  'xixixi',
  'mdrrr',
  'eh',
  'aduh',
  'euh',
])('%s says nothing', word => {
  expect(isFiller(word)).toBe(true);
});

test.each(['he', 'ha', 'hihi1', 'who', 'heavy', 'hahn', 'bee', 'mass', 'wk', 'sad'])(
  '%s may say something',
  word => {
    expect(isFiller(word)).toBe(false);
  },
);
