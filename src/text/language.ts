import { rankOf } from './common-words.ts';
import { isFunctionWord } from './function-words.ts';

export const languages = ['en', 'id', 'fr'] as const;
export type Language = (typeof languages)[number];

/** Which of our languages a BCP 47 tag names (Discord's `en-GB`, `fr`, `id`). */
export function languageOf(locale: string | undefined): Language | undefined {
  const primary = locale?.toLowerCase().split(/[-_]/)[0];
  return languages.find(language => language === primary);
}

/** Which language's texts a word stands in, where somebody has such texts; 'several' for names and loanwords. */
export type Tongue = (word: string) => Language | 'several' | undefined;

/**
 * The language that most words vote for. A function word counts 1; a word of one language's texts 0.5, and a word that
 * no text has up to 0.5, by how common it is in a language, so that keywords without grammar ("jadwal rilis") are told,
 * too. The reader's language wins where it is nearly as likely, and then English: a single word such as "budget"
 * belongs to several.
 */
export function detectLanguage(
  words: readonly string[],
  preferred: Language | undefined,
  tongue: Tongue = () => undefined,
): Language {
  const votes = languages.map(language => ({
    language,
    votes: words.reduce((sum, word) => sum + vote(word, language, tongue), 0),
  }));
  const most = Math.max(...votes.map(({ votes }) => votes));
  const isNear = (language: Language | undefined, slack: number) =>
    votes.some(candidate => candidate.language === language && candidate.votes > most - slack);
  if (preferred !== undefined && isNear(preferred, readerSlack)) return preferred;
  return languages.find(language => isNear(language, slack)) ?? 'en';
}

/** Less than a function word, so that a sentence in another language stays in that language. */
const readerSlack = 0.6;
/** What two languages' frequencies of one shared word differ by. */
const slack = 0.2;

function vote(word: string, language: Language, tongue: Tongue): number {
  if (isFunctionWord(word, language)) return 1;
  const own = tongue(word);
  if (own !== undefined) return own === language ? 0.5 : 0;
  const rank = rankOf(word, language);
  return rank === undefined ? 0 : 0.5 / (1 + rank / 2000);
}
