import { expect, test } from 'vitest';
import { clausesOf } from '../../src/answers/clauses.ts';

test.each([
  ['who turned it off', []],
  ['who turned it off?', []],
  ['hi! who turned it off?', ['who turned it off?']],
  ['hi, who turned it off', ['who turned it off', 'hi']],
  ['one? two two, three', ['one?']],
  ['so, one two, one two three, one two three four', ['one two three four', 'one two three', 'one two']],
  ['...', []],
])('%s has the clauses %j, those with a question mark or else the longest three', (message, clauses) => {
  expect(clausesOf(message)).toEqual(clauses);
});
