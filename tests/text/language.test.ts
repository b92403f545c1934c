import { describe, expect, test } from 'vitest';
import { detectLanguage, type Language, languageOf } from '../../src/text/language.ts';
import { questionType } from '../../src/text/question-type.ts';
import { tokens } from '../../src/text/tokens.ts';

describe('detectLanguage', () => {
  test.each<[string, Language]>([
    ['who keeps the lighthouse', 'en'],
    ['siapa yang menjaga mercusuar itu', 'id'],
    ['qui garde le phare', 'fr'],
    ['jadwal rilis', 'id'],
    ['date de sortie', 'fr'],
    ['release date', 'en'],
    ['pekerjaan penjaga', 'id'],
  ])('%s is %s', (text, expected) => {
    expect(detectLanguage(tokens(text), undefined)).toBe(expected);
  });

  test('where the words do not tell, the reader does, and then English', () => {
    expect(detectLanguage(['budget'], 'id')).toBe('id');
    expect(detectLanguage(['budget'], undefined)).toBe('en');
    expect(detectLanguage(tokens('qui garde le phare'), 'en')).toBe('fr');
    expect(detectLanguage(['mirela'], 'fr')).toBe('fr');
    expect(detectLanguage(['mirela'], undefined)).toBe('en');
  });
});

test.each([
  ['en-GB', 'en'],
  ['fr', 'fr'],
  ['id', 'id'],
  ['de', undefined],
  [undefined, undefined],
])('the locale %s means %s', (locale, expected) => {
  expect(languageOf(locale)).toBe(expected);
});

describe('questionType', () => {
  test.each([
    ['Why is she on the floor when he comes home?', 'why'],
    ['When does he come home?', 'when'],
    ['how many pigeons', 'how-many'],
    ['At what time do they jump?', 'when'],
    ['where was she', 'where'],
    ['whose coat is it', 'who'],
    ['Does she die?', 'whether'],
    ['kenapa dia menangis', 'why'],
    ['berapa jumlahnya', 'how-many'],
    ['di mana ia duduk', 'where'],
    ['Où est-elle ?', 'where'],
    ['Qui joue Mirela ?', 'who'],
    ['Est-ce qu’elle meurt ?', 'whether'],
    ['lighthouse keeper', undefined],
  ])('%s asks %s', (text, expected) => {
    expect(questionType(tokens(text))).toBe(expected);
  });
});
