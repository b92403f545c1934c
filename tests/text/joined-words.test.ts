import { expect, test } from 'vitest';
import { behindJoined } from '../../src/text/joined-words.ts';
import type { Language } from '../../src/text/language.ts';

test.each<[string, Language, string]>([
  ['leau', 'fr', 'eau'],
  ['deva', 'fr', 'eva'],
  ['quanne', 'fr', 'anne'],
  ['jusquou', 'fr', 'ou'],
  ['lhopital', 'fr', 'hopital'],
  ['lune', 'fr', 'une'],
  ['livre', 'fr', 'ivre'],
  ['lampe', 'fr', 'ampe'],
  ['grand', 'fr', 'grand'],
  ['la', 'fr', 'la'],
  ['difilm', 'id', 'film'],
  ['kerumah', 'id', 'rumah'],
  ['dia', 'id', 'dia'],
  ['dito', 'id', 'dito'],
  ['difilm', 'en', 'difilm'],
])('%s in %s may end with %s', (word, language, expected) => {
  expect(behindJoined(word, language)).toBe(expected);
});
