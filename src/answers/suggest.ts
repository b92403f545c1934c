import Fuse from 'fuse.js';
import type { Fact, Film } from '../films/film.ts';
import type { Language } from '../text/language.ts';
import { fold } from '../text/tokens.ts';

/**
 * Suggestions while somebody types: first the questions that begin with what was typed, then those with words
 * that begin so, then what Fuse.js finds in spite of slips. One question a fact, the one people are shown: over
 * all phrasings Fuse would take twenty times as long.
 */
export function createSuggestions(film: Film) {
  const lists = new Map(film.languages.map(language => [language, createList(film, language)] as const));
  return (typed: string, language: Language, limit: number): readonly Fact[] =>
    (lists.get(language) ?? lists.get(film.languages[0]))?.(typed, limit) ?? [];
}

function createList(film: Film, language: Language) {
  const rows = film.facts.flatMap(fact => {
    const question = fact.questions[language]?.[0];
    return question === undefined ? [] : [{ fact, question, folded: fold(question) }];
  });
  const fuse = new Fuse(rows, { keys: ['folded'], threshold: 0.4, ignoreLocation: true, minMatchCharLength: 2 });

  return function suggest(typed: string, limit: number): readonly Fact[] {
    const start = fold(typed).trim().slice(0, longestPattern);
    if (start === '')
      return film.starters.flatMap(id => film.facts.find(fact => fact.id === id) ?? []).slice(0, limit);
    const words = start.split(/\s+/);
    const beginning = rows.filter(({ folded }) => folded.startsWith(start));
    const holding = rows.filter(({ folded }) => words.every(word => ` ${folded}`.includes(` ${word}`)));
    const exact = new Set([...beginning, ...holding].map(({ fact }) => fact));
    if (exact.size < limit) for (const { item } of fuse.search(start, { limit })) exact.add(item.fact);
    return [...exact].slice(0, limit);
  };
}

/** Fuse.js cuts patterns here anyway. */
const longestPattern = 32;
