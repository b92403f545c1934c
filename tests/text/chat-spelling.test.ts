import { describe, expect, test } from 'vitest';
import { loadConcepts } from '../../src/films/load.ts';
import { spelledOut } from '../../src/text/chat-spelling.ts';
import { isFunctionWord } from '../../src/text/function-words.ts';
import { detectLanguage, languages } from '../../src/text/language.ts';
import { tokens } from '../../src/text/tokens.ts';

describe('chat spellings', () => {
  test.each([
    ['y', 'en', 'why'],
    ['y', 'fr', 'y'],
    ['koi', 'fr', 'quoi'],
    ['spa', 'id', 'siapa'],
    ['window', 'en', 'window'],
    ['whyyyy', 'en', 'why'],
    ['siapaaa', 'id', 'siapa'],
    ['goood', 'en', 'good'],
    ['anak2', 'id', 'anak'],
    ['buku2nya', 'id', 'bukunya'],
    ['shrek2', 'en', 'shrek2'],
    ['xviii', 'en', 'xviii'],
    ['creee', 'fr', 'creee'],
  ] as const)('%s in %s is %s', (word, language, meant) => {
    expect(spelledOut(word, language)).toBe(meant);
    expect(spelledOut(meant, language)).toBe(meant);
  });

  test('are no words of film talk: AVC is a stroke and not avec', async () => {
    const words = (await loadConcepts('data')).flatMap(({ words }) =>
      languages.flatMap(language =>
        (words[language] ?? []).flatMap(text => tokens(text).map(word => ({ word, language }))),
      ),
    );
    expect(words).toContainEqual({ word: 'avc', language: 'fr' });
    expect(words.filter(({ word, language }) => spelledOut(word, language) !== word)).toEqual([]);
  });

  test('tell the language as the words do that they stand for', () => {
    expect(isFunctionWord('koi', 'fr')).toBe(true);
    expect(isFunctionWord('koi', 'en')).toBe(false);
    expect(detectLanguage(['koi', 'prk'], 'en')).toBe('fr');
    expect(detectLanguage(['sapa', 'knapa'], 'en')).toBe('id');
  });
});
