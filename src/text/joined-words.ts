import type { Language } from './language.ts';

/**
 * Small words that people write in one with the next: French ones without their apostrophe (leau, jusquou), Indonesian
 * prepositions (difilm).
 */
const joined: Partial<Record<Language, RegExp>> = {
  fr: /^(?:(?:jus|lors|puis)?qu|[cdjlmnst])(?=[aeiouyh].)/,
  id: /^(?:di|ke)(?=...)/,
};

/** The small word that one may begin with and what is left of it; the word alone where it begins with none. */
export function unjoined(word: string, language: Language): readonly string[] {
  const [small] = joined[language]?.exec(word) ?? [];
  return small === undefined ? [word] : [small, word.slice(small.length)];
}
