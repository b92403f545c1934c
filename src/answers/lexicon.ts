import type { Concepts } from '../films/concepts.ts';
import type { EntityId, Film, Localized } from '../films/film.ts';
import { type Language, languages } from '../text/language.ts';
import { stem } from '../text/stem.ts';
import { tokens } from '../text/tokens.ts';

/** What a run of words names: a concept of film talk, or somebody or something in this film. */
export interface Meaning {
  readonly kind: 'concept' | 'entity';
  readonly id: string;
}

/** A run of words with a meaning: `length` words from `start`. */
export interface Mention {
  readonly start: number;
  readonly length: number;
  readonly meaning: Meaning;
}

export interface Lexicon {
  /** Every concept named by words with these stems, and the entities by their longest names. */
  mentions(stems: readonly string[], language: Language): readonly Mention[];
  /** Every word that the lexicon knows, folded. */
  readonly words: ReadonlySet<string>;
}

/** No name or expression is longer: "Mr. Merry's wife", "for a living". */
const longestRun = 4;

export function createLexicon(film: Film, concepts: Concepts): Lexicon {
  const known: Record<Language, Map<string, Meaning[]>> = { en: new Map(), id: new Map(), fr: new Map() };
  const vocabulary = new Set<string>();
  /** The words that longer names begin with, and how long these are: most words begin none. */
  const longest: Record<Language, Map<string, number>> = { en: new Map(), id: new Map(), fr: new Map() };

  function add(language: Language, text: string, meaning: Meaning): void {
    const words = withoutArticle(tokens(text), language);
    if (words.length === 0 || words.length > longestRun) return;
    for (const word of words) vocabulary.add(word);
    const stems = words.map(word => stem(word, language));
    const [first = ''] = stems;
    longest[language].set(first, Math.max(stems.length, longest[language].get(first) ?? 0));
    const key = stems.join(' ');
    const meanings = known[language].get(key) ?? [];
    if (!meanings.some(({ id }) => id === meaning.id)) known[language].set(key, [...meanings, meaning]);
  }
  function addAll(texts: Localized<readonly string[]>, meaning: Meaning): void {
    for (const language of languages) for (const text of texts[language] ?? []) add(language, text, meaning);
  }

  for (const { id, words } of concepts) addAll(words, { kind: 'concept', id });
  for (const { id, names } of entities(film)) addAll(names, { kind: 'entity', id });

  function mentions(stems: readonly string[], language: Language): readonly Mention[] {
    const found: Mention[] = [];
    let named = 0;
    for (let start = 0; start < stems.length; start++) {
      const most = longest[language].get(stems[start] ?? '') ?? 0;
      for (let length = Math.min(most, stems.length - start); length > 0; length--) {
        const key = length === 1 ? (stems[start] ?? '') : stems.slice(start, start + length).join(' ');
        const meanings = known[language].get(key);
        if (meanings === undefined) continue;
        const entities = start < named ? [] : meanings.filter(({ kind }) => kind === 'entity');
        if (entities.length > 0) named = start + length;
        const concepts = meanings.filter(({ kind }) => kind === 'concept');
        for (const meaning of [...concepts, ...entities]) found.push({ start, length, meaning });
      }
    }
    return found;
  }
  return { mentions, words: vocabulary };
}

/** Everybody and everything that the film's pack names, in every language. */
function entities(film: Film): { id: EntityId; names: Localized<readonly string[]> }[] {
  const everywhere = (texts: readonly string[]) => Object.fromEntries(languages.map(language => [language, texts]));
  const join = (name: Localized<string>, aliases: Localized<readonly string[]>) =>
    Object.fromEntries(
      languages.map(language => [
        language,
        [name[language] ?? '', ...(aliases[language] ?? [])].filter(text => text !== ''),
      ]),
    );
  return [
    ...film.people.map(({ id, name, aliases, roles }) => ({
      id,
      names: join(name, Object.fromEntries(languages.map(l => [l, [...aliases, ...(roles[l] ?? [])]]))),
    })),
    ...film.terms.map(({ id, name, aliases }) => ({ id, names: join(name, aliases) })),
    { id: 'film', names: everywhere([film.title]) },
  ];
}

/** By language: folded, the French "à" would be an English article. */
const articles: Record<Language, readonly string[]> = {
  en: ['the', 'a', 'an'],
  id: [],
  fr: ['le', 'la', 'les', 'l', 'un', 'une'],
};

function withoutArticle(words: readonly string[], language: Language): readonly string[] {
  return words.length > 1 && articles[language].includes(words[0] ?? '') ? words.slice(1) : words;
}
