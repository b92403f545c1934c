import { expect, test } from 'vitest';
import { clausesOf } from '../../src/answers/clauses.ts';

test.each([
  ['who turned it off', []],
  ['who turned it off?', []],
  ['hi! who turned it off?', ['who turned it off?', 'hi']],
  ['so, one two, one two three, one two three four', ['one two three four', 'one two three', 'one two']],
  ['...', []],
])('%s has the clauses %j, the longest three', (message, clauses) => {
  expect(clausesOf(message)).toEqual(clauses);
});
