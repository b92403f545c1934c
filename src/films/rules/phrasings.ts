import { isFunctionWord } from '../../text/function-words.ts';
import type { Language } from '../../text/language.ts';
import { tokens } from '../../text/tokens.ts';
import { type PlacedEntry, type PlacedFilm, problemOf } from '../placed.ts';
import type { Problem } from '../problem.ts';

/** Below these a fact is found by few of the people who look for it (ANSWERING: the dataset matters most). */
const enough: Record<Language, number> = { en: 10, id: 6, fr: 6 };
/** Templates are not phrasings: with fewer different words they say the same thing again. */
export const enoughWords = 15;
/** Discord shows no more of a choice or a button. */
const longestPhrasing = 100;

/** Every language has phrasings, enough of them and different, and none stands in two facts. */
export function checkPhrasings(placed: PlacedFilm): Problem[] {
  return [...missing(placed), ...tooFew(placed), ...tooLong(placed), ...twice(placed)];
}

interface PlacedPhrasing {
  readonly placed: PlacedEntry;
  readonly language: Language;
  readonly at: number;
  readonly text: string;
}

function phrasings({ film, entries }: PlacedFilm): PlacedPhrasing[] {
  return entries.flatMap(placed =>
    film.languages.flatMap(language =>
      (placed.entry.questions[language] ?? []).map((text, at) => ({ placed, language, at, text })),
    ),
  );
}

function missing({ film, entries }: PlacedFilm): Problem[] {
  return entries.flatMap(placed =>
    film.languages.flatMap(language =>
      placed.entry.questions[language] === undefined
        ? [problemOf(placed, ['questions'], `has no phrasings in ${language}`)]
        : [],
    ),
  );
}

function tooFew({ film, entries }: PlacedFilm): Problem[] {
  return entries
    .filter(({ entry }) => entry.kind === 'fact')
    .flatMap(placed => {
      const counts = film.languages.flatMap(language => {
        const count = placed.entry.questions[language]?.length ?? 0;
        const path = ['questions', language];
        return count >= enough[language]
          ? []
          : [
              problemOf(
                placed,
                path,
                `has ${count} phrasings in ${language}, better are ${enough[language]}`,
                'advice',
              ),
            ];
      });
      const words = contentWords(placed.entry.questions.en ?? [], 'en').size;
      if (!film.languages.includes('en') || words >= enoughWords) return counts;
      return [
        ...counts,
        problemOf(
          placed,
          ['questions', 'en'],
          `its phrasings use ${words} different content words, better are ${enoughWords}`,
          'advice',
        ),
      ];
    });
}

function tooLong(placed: PlacedFilm): Problem[] {
  return phrasings(placed)
    .filter(({ text }) => [...text].length > longestPhrasing)
    .map(({ placed, language, at }) =>
      problemOf(
        placed,
        ['questions', language, at],
        `a phrasing has more than ${longestPhrasing} characters: shorten it`,
      ),
    );
}

/** Words in the same order are the same phrasing, whatever the case and punctuation. */
function twice(placed: PlacedFilm): Problem[] {
  const seen = new Map<string, PlacedEntry>();
  return phrasings(placed).flatMap(({ placed, language, at, text }) => {
    const key = `${language} ${tokens(text).join(' ')}`;
    const first = seen.get(key);
    seen.set(key, first ?? placed);
    if (first === undefined) return [];
    const message =
      first === placed ? 'stands twice here' : `stands in ${first.entry.id}, too: say what tells them apart`;
    return [problemOf(placed, ['questions', language, at], `the phrasing "${text}" ${message}`)];
  });
}

/** The different words that carry something. */
export function contentWords(texts: readonly string[], language: Language): Set<string> {
  return new Set(texts.flatMap(text => tokens(text)).filter(word => !isFunctionWord(word, language)));
}
