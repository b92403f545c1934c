import type { Concepts } from '../films/concepts.ts';
import type { EntityId, Film, Localized } from '../films/film.ts';
import { filmTitles } from '../text/film-titles.ts';
import { type Language, languages } from '../text/language.ts';
import { stem } from '../text/stem.ts';
import { tokens } from '../text/tokens.ts';

/** What a run of words names: a concept of film talk, somebody or something in this film, or some other film. */
export interface Meaning {
  readonly kind: 'concept' | 'entity' | 'title';
  readonly id: string;
  /** Its place among all meanings of the lexicon. */
  readonly number: number;
  /** Whether it is a proper name: Jean-Louis Trintignant is one thing, the first pigeon is a pigeon. */
  readonly isProper: boolean;
}

/** How the index names a meaning, apart from stems: `#profession`, `@anne`, `~titanic`. */
export function nameOf({ kind, id }: Pick<Meaning, 'kind' | 'id'>): string {
  return `${signs[kind]}${id}`;
}

const signs: Record<Meaning['kind'], string> = { concept: '#', entity: '@', title: '~' };

/** What is called by each meaning that a run of words has: `length` words from `start`. */
export type Visit = (start: number, length: number, meaning: Meaning) => void;

export interface Lexicon {
  /** Where every run begins. */
  readonly roots: Readonly<Record<Language, Run>>;
  /** Every word that the lexicon knows, folded. */
  readonly words: ReadonlySet<string>;
}

export interface StartingWord {
  readonly stem: string;
  readonly start: Run | undefined;
}

/** Hardly a name or expression is longer: "Mr. Merry's wife", "the lord of the rings". */
const longestRun = 6;

export function createLexicon(film: Film, concepts: Concepts): Lexicon {
  const roots: Record<Language, Run> = { en: newRun(), id: newRun(), fr: newRun() };
  const vocabulary = new Set<string>();

  /** `alone` is the meaning by itself: most runs mean one thing, and share that list. */
  function add(language: Language, text: string, meaning: Meaning, alone: readonly Meaning[]): void {
    // A piano teacher is nobody special, The Piano Teacher is a film.
    const words = meaning.kind === 'title' ? tokens(text) : withoutArticle(tokens(text), language);
    if (words.length === 0 || words.length > longestRun) return;
    let run = roots[language];
    for (const word of words) {
      vocabulary.add(word);
      const stemmed = stem(word, language);
      run.next ??= new Map();
      const next = run.next.get(stemmed) ?? newRun();
      run.next.set(stemmed, next);
      run = next;
    }
    const kind = meaning.kind === 'entity' ? 'entities' : 'others';
    if (run[kind].includes(meaning)) return;
    run[kind] = run[kind].length === 0 ? alone : [...run[kind], meaning];
  }
  function addAll(texts: Localized<readonly string[]>, meaning: Meaning): void {
    const alone = [meaning];
    for (const language of languages) for (const text of texts[language] ?? []) add(language, text, meaning, alone);
  }

  let number = 0;
  for (const { id, words } of concepts) addAll(words, { kind: 'concept', id, number: number++, isProper: false });
  for (const title of filmTitles)
    addAll(
      { en: [title], id: [title], fr: [title] },
      { kind: 'title', id: title, number: number++, isProper: true },
    );
  for (const { id, names, isProper } of entities(film))
    addAll(names, { kind: 'entity', id, number: number++, isProper });

  return { roots, words: vocabulary };
}

/** What begins with a word of this stem; nothing for most words without a meaning of their own. */
export function startOf({ roots }: Lexicon, stem: string, language: Language): Run | undefined {
  return roots[language].next?.get(stem);
}

/** Visits every concept and title that words name, and the entities by their longest names. */
export function forEachMention(words: readonly StartingWord[], visit: Visit): void {
  let named = 0;
  for (let start = 0; start < words.length; start++) {
    let run = words[start]?.start;
    let name: Run | undefined;
    let longest = 0;
    for (let length = 1; run !== undefined; length++) {
      if (run.entities.length > 0) [name, longest] = [run, length];
      for (const meaning of run.others) visit(start, length, meaning);
      run = run.next?.get(words[start + length]?.stem ?? '');
    }
    if (name === undefined || start < named) continue;
    named = start + longest;
    for (const meaning of name.entities) visit(start, longest, meaning);
  }
}

/** What a run of words means, and the longer runs that begin with it: most begin none and mean one thing. */
export interface Run {
  entities: readonly Meaning[];
  /** Concepts and titles. */
  others: readonly Meaning[];
  next: Map<string, Run> | undefined;
}

function newRun(): Run {
  return { entities: none, others: none, next: undefined };
}

const none: readonly Meaning[] = [];

/** Everybody and everything that the film's pack names, in every language; people by their names and by their roles. */
function entities(film: Film): { id: EntityId; names: Localized<readonly string[]>; isProper: boolean }[] {
  const everywhere = (texts: readonly string[]) => Object.fromEntries(languages.map(language => [language, texts]));
  const join = (name: Localized<string>, aliases: Localized<readonly string[]>) =>
    Object.fromEntries(
      languages.map(language => [
        language,
        [name[language] ?? '', ...(aliases[language] ?? [])].filter(text => text !== ''),
      ]),
    );
  return [
    ...film.people.flatMap(({ id, name, aliases, roles }) => [
      { id, names: join(name, everywhere(aliases)), isProper: true },
      { id, names: roles, isProper: false },
    ]),
    ...film.terms.map(({ id, name, aliases }) => ({ id, names: join(name, aliases), isProper: false })),
    { id: 'film', names: everywhere([film.title]), isProper: true },
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
