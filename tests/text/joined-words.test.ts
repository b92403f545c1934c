import { expect, test } from 'vitest';
import { unjoined } from '../../src/text/joined-words.ts';
import type { Language } from '../../src/text/language.ts';

test.each<[string, Language, string[]]>([
  ['leau', 'fr', ['l', 'eau']],
  ['deva', 'fr', ['d', 'eva']],
  ['quanne', 'fr', ['qu', 'anne']],
  ['jusquou', 'fr', ['jusqu', 'ou']],
  ['lhopital', 'fr', ['l', 'hopital']],
  ['lune', 'fr', ['l', 'une']],
  ['livre', 'fr', ['l', 'ivre']],
  ['lampe', 'fr', ['l', 'ampe']],
  ['grand', 'fr', ['grand']],
  ['la', 'fr', ['la']],
  ['difilm', 'id', ['di', 'film']],
  ['kerumah', 'id', ['ke', 'rumah']],
  ['dia', 'id', ['dia']],
  ['dito', 'id', ['dito']],
  ['difilm', 'en', ['difilm']],
])('%s in %s may be %j', (word, language, expected) => {
  expect(unjoined(word, language)).toEqual(expected);
});
