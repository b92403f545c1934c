import { expect, test } from 'vitest';
import { clausesOf, questionsForEach, questionsOf } from '../../src/answers/clauses.ts';

test.each([
  ['who turned it off', []],
  ['who turned it off?', []],
  ['hi! who turned it off?', ['who turned it off?']],
  ['hi! who turned it off?! great evening, thanks', ['hi! who turned it off?!', 'who turned it off?!']],
  ['hi, who turned it off', ['who turned it off', 'hi,']],
  ['sorry... the tap, who turned it off?', ['the tap, who turned it off?', 'who turned it off?']],
  ['hi, did it make 6,738,954.5 dollars?', ['did it make 6,738,954.5 dollars?']],
  ['one? two two, three', ['one?']],
  ['one, two? three, four?', ['three, four?', 'one, two?', 'four?']],
  ['one two, one two three four', ['one two three four', 'one two,']],
  ['a, b, c, d, e, f?', ['b, c, d, e, f?', 'c, d, e, f?', 'f?']],
  ['what an evening 🎬 who turned it off?', ['who turned it off?']],
  ['not that it matters but who turned it off?', ['but who turned it off?']],
  ['...', []],
])('%s has the clauses %j: the longest two ends, and the last question alone', (message, clauses) => {
  expect(clausesOf(message)).toEqual(clauses);
});

test.each([
  ['who turned it off', ['who turned it off']],
  ['who turned it off? and why?! thanks', ['who turned it off?', 'and why?!', 'thanks']],
  ['Who are Georges and Anne?', ['Who are Georges and Anne?']],
  ['when was it made and who made it', ['when was it made', 'and who made it']],
  ['siapa dia dan anaknya terus kapan mati', ['siapa dia dan anaknya', 'terus kapan mati']],
  ['??', []],
])('%s asks %j', (message, questions) => {
  expect(questionsOf(message, true)).toEqual(questions);
});

test.each([
  ['who plays Anne and Eva', ['who plays Anne', 'who plays Eva']],
  ['when do Anne and the Pupil leave home', ['when do Anne leave home', 'when do the Pupil leave home']],
  ['siapa pemeran Anne dan Eva Laurent', ['siapa pemeran Anne', 'siapa pemeran Eva Laurent']],
  ['qui joue Anne et Eva ici', ['qui joue Anne ici', 'qui joue Eva ici']],
  ['who plays Anne and who leaves', []],
  ['who plays Anne and leaves', []],
  ['who plays Anne', []],
  ['and Anne', []],
  ['Anne and', []],
  ['', []],
])('%s asks %j, where what begins with a capital is a name', (question, questions) => {
  const words = question.split(' ').map(word => ({
    word,
    isName: /^\p{Lu}/u.test(word),
    isFunction: ['and', 'dan', 'et', 'the', 'who'].includes(word),
  }));
  expect(questionsForEach(words)).toEqual(questions);
});

test('of a message without end only the beginning is read', () => {
  expect(clausesOf('a,'.repeat(100_000))[0]?.length).toBeLessThan(2_000);
});
