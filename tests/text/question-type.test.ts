import { expect, test } from 'vitest';
import { questionType } from '../../src/text/question-type.ts';
import { tokens } from '../../src/text/tokens.ts';

test.each([
  ['Who plays Eva?', 'who'],
  ['Siapa pemeran Eva?', 'who'],
  ['When was it released?', 'when'],
  ['Quand le film est-il sorti ?', 'when'],
  ['When she wakes, what does he say?', 'what'],
  ['quand ils partent, pourquoi elle pleure ?', 'why'],
  ['Quand est-ce que le film est sorti ?', 'when'],
  ['how many strokes', 'how-many'],
  ['di mana mereka tinggal', 'where'],
  ['Did he die?', 'whether'],
  ['budget', undefined],
])('"%s" asks %s', (question, type) => {
  expect(questionType(tokens(question))).toBe(type);
});
