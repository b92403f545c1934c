import { describe, expect, test } from 'vitest';
import { spelledOut } from '../../src/text/chat-spelling.ts';
import { isFunctionWord } from '../../src/text/function-words.ts';
import { detectLanguage } from '../../src/text/language.ts';

describe('chat spellings', () => {
  test.each([
    ['y', 'en', 'why'],
    ['y', 'fr', 'y'],
    ['koi', 'fr', 'quoi'],
    ['spa', 'id', 'siapa'],
    ['window', 'en', 'window'],
  ] as const)('%s in %s is %s', (word, language, meant) => {
    expect(spelledOut(word, language)).toBe(meant);
    expect(spelledOut(meant, language)).toBe(meant);
  });

  test('tell the language as the words do that they stand for', () => {
    expect(isFunctionWord('koi', 'fr')).toBe(true);
    expect(isFunctionWord('koi', 'en')).toBe(false);
    expect(detectLanguage(['koi', 'prk'], 'en')).toBe('fr');
    expect(detectLanguage(['sapa', 'knapa'], 'en')).toBe('id');
  });
});
