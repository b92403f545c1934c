import { expect, test } from 'vitest';
import { clausesOf } from '../../src/answers/clauses.ts';

test.each([
  ['who turned it off', []],
  ['who turned it off?', []],
  ['hi! who turned it off?', ['who turned it off?']],
  ['hi, who turned it off', ['who turned it off', 'hi,']],
  [
    'I missed it, sorry... the tap, who turned it off?',
    ['sorry... the tap, who turned it off?', 'the tap, who turned it off?', 'who turned it off?'],
  ],
  ['one? two two, three', ['one?']],
  ['one, two? three, four?', ['three, four?', 'one, two?', 'four?']],
  ['one two, one two three four', ['one two three four', 'one two,']],
  ['...', []],
])('%s has the clauses %j: up to a question mark, from any part on, the longest three', (message, clauses) => {
  expect(clausesOf(message)).toEqual(clauses);
});
