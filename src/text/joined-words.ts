import type { Language } from './language.ts';

/**
 * Small words that people write in one with the next: French ones without their apostrophe (leau, jusquou), Indonesian
 * prepositions (difilm).
 */
const joined: Partial<Record<Language, RegExp>> = {
  fr: /^(?:(?:jus|lors|puis)?qu|[cdjlmnst])(?=[aeiouyh].)/,
  id: /^(?:di|ke)(?=...)/,
};

/** What is left of a word that may begin with such a small one; the word itself where it does not. */
export function behindJoined(word: string, language: Language): string {
  const small = joined[language];
  return small === undefined ? word : word.replace(small, '');
}
