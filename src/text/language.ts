import { rankOf } from './common-words.ts';
import { isFunctionWord } from './function-words.ts';

export const languages = ['en', 'id', 'fr'] as const;
export type Language = (typeof languages)[number];

/** Which of our languages a BCP 47 tag names (Discord's `en-GB`, `fr`, `id`). */
export function languageOf(locale: string | undefined): Language | undefined {
  const primary = locale?.toLowerCase().split(/[-_]/)[0];
  return languages.find(language => language === primary);
}

/**
 * The language that most words vote for. A function word counts 1; a word that is common in one language and
 * not in the others counts up to 0.5, so that keywords without grammar ("jadwal rilis") are told too. A tie goes to `preferred`,
 * then to English.
 */
export function detectLanguage(words: readonly string[], preferred: Language | undefined): Language {
  const votes = languages.map(language => ({
    language,
    votes: words.reduce((sum, word) => sum + vote(word, language), 0),
  }));
  const most = Math.max(...votes.map(({ votes }) => votes));
  const first = votes.filter(({ votes }) => votes > most - 0.01).map(({ language }) => language);
  return first.find(language => language === preferred) ?? first[0] ?? 'en';
}

function vote(word: string, language: Language): number {
  if (isFunctionWord(word, language)) return 1;
  const rank = rankOf(word, language);
  return rank === undefined ? 0 : 0.5 / (1 + rank / 2000);
}
