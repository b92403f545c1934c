import { analyse } from '../../answers/analyse.ts';
import { type Candidate, findCandidates } from '../../answers/features.ts';
import { createFilmIndex } from '../../answers/film-index.ts';
import type { Concepts } from '../../films/concepts.ts';
import type { Fact, FactId, Film, Unknown } from '../../films/film.ts';
import { isFunctionWord } from '../../text/function-words.ts';
import { type Language, languages } from '../../text/language.ts';
import { tokens } from '../../text/tokens.ts';
import type { Random } from './random.ts';

/** A question whose answer is known, with what the index finds for it. */
export interface Sample {
  readonly question: string;
  readonly language: Language;
  /** `undefined` where the fact was left out of the index: the question must be refused. */
  readonly right: FactId | undefined;
  readonly candidates: readonly Candidate[];
}

/**
 * Each phrasing asked of an index that has never seen it: a third of all phrasings is left out at a time, so that
 * what is left is as thin as a real question finds it.
 */
export function leaveOnePhrasingOut(film: Film, concepts: Concepts, random: Random, folds = 3): Sample[] {
  const fold = new Map(phrasingsOf(film).map(({ text }) => [text, Math.floor(random() * folds)]));
  return Array.from({ length: folds }, (_, left) => {
    const index = createFilmIndex(
      withoutPhrasings(film, text => fold.get(text) === left),
      concepts,
    );
    return phrasingsOf(film)
      .filter(({ text }) => fold.get(text) === left)
      .map(({ entry, language, text }): Sample => {
        const question = disguise(text, language, random);
        const { candidates } = findCandidates(index, analyse(index, question, language));
        return { question, language, right: entry.id, candidates };
      });
  }).flat();
}

/** Phrasings of facts that are not in the index at all: a fifth of the facts is left out at a time. */
export function leaveOneFactOut(film: Film, concepts: Concepts, random: Random, folds = 5): Sample[] {
  const fold = new Map(film.facts.map(({ id }) => [id, Math.floor(random() * folds)]));
  return Array.from({ length: folds }, (_, left) => {
    const rest = { ...film, facts: film.facts.filter(({ id }) => fold.get(id) !== left) };
    const index = createFilmIndex(rest, concepts);
    return phrasingsOf({ ...film, unknowns: [] })
      .filter(({ entry }) => fold.get(entry.id) === left && random() < 0.4)
      .map(({ language, text }): Sample => {
        const question = disguise(text, language, random);
        const { candidates } = findCandidates(index, analyse(index, question, language));
        return { question, language, right: undefined, candidates };
      });
  }).flat();
}

interface Phrasing {
  readonly entry: Fact | Unknown;
  readonly language: Language;
  readonly text: string;
}

function phrasingsOf(film: Film): Phrasing[] {
  return [...film.facts, ...film.unknowns].flatMap(entry =>
    languages.flatMap(language => (entry.questions[language] ?? []).map(text => ({ entry, language, text }))),
  );
}

function withoutPhrasings(film: Film, leaves: (text: string) => boolean): Film {
  const thin = <E extends Fact | Unknown>(entry: E): E => {
    const questions = languages.map(language => {
      const kept = (entry.questions[language] ?? []).filter(text => !leaves(text));
      return [language, kept];
    });
    return { ...entry, questions: Object.fromEntries(questions) };
  };
  return { ...film, facts: film.facts.map(thin), unknowns: film.unknowns.map(thin) };
}

/** As people write: one in four with slips of the fingers, one in eight as keywords only. */
function disguise(text: string, language: Language, random: Random): string {
  const draw = random();
  if (draw < 0.25) return misspell(text, random);
  if (draw < 0.375)
    return (
      tokens(text)
        .filter(word => !isFunctionWord(word, language))
        .join(' ') || text
    );
  return text;
}

/** One slip in one or two of the longer words: a letter left out, doubled, swapped or hit beside. */
export function misspell(text: string, random: Random): string {
  const words = text.split(' ');
  const long = words.flatMap((word, at) => (word.length >= 5 ? [at] : []));
  const slips = Math.min(long.length, random() < 0.5 ? 1 : 2);
  for (let slip = 0; slip < slips; slip++) {
    const at = long[Math.floor(random() * long.length)] ?? 0;
    words[at] = slipIn(words[at] ?? '', random);
  }
  return words.join(' ');
}

function slipIn(word: string, random: Random): string {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const letter = word[at] ?? '';
  const next = word[at + 1] ?? '';
  switch (Math.floor(random() * 4)) {
    case 0:
      return word.slice(0, at) + word.slice(at + 1);
    case 1:
      return word.slice(0, at) + letter + word.slice(at);
    case 2:
      return word.slice(0, at) + next + letter + word.slice(at + 2);
    default:
      return word.slice(0, at) + String.fromCharCode(97 + Math.floor(random() * 26)) + word.slice(at + 1);
  }
}
