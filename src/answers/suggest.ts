import Fuse from 'fuse.js';
import type { Fact, Film } from '../films/film.ts';
import type { Language } from '../text/language.ts';
import { fold, tokens } from '../text/tokens.ts';

/**
 * Suggestions while somebody types: first the questions that begin with what was typed, then those that hold most of its
 * words, rare ones before common ones: words that begin so, or else what Fuse.js finds for them in spite of slips. One
 * question a fact, the one people are shown. Fuse looks through the words of the questions, which are few and short;
 * through the questions themselves it would take ten times as long.
 */
export function createSuggestions(film: Film) {
  const lists = new Map<Language, ReturnType<typeof createList>>();
  return (typed: string, reader: Language, limit: number): readonly Fact[] => {
    const language = film.languages.includes(reader) ? reader : film.languages[0];
    // Each language's when somebody first types in it: most servers have one.
    const list = lists.get(language) ?? createList(film, language);
    lists.set(language, list);
    return list(typed, limit);
  };
}

interface Row {
  readonly fact: Fact;
  readonly folded: string;
}

function createList(film: Film, language: Language) {
  const rows = film.facts.flatMap((fact): Row[] => {
    const question = fact.questions[language]?.[0];
    return question === undefined ? [] : [{ fact, folded: fold(question) }];
  });
  /** Each word with the questions that hold it. */
  const holders = new Map<string, Row[]>();
  for (const row of rows) {
    for (const word of new Set(tokens(row.folded))) {
      const holding = holders.get(word);
      if (holding === undefined) holders.set(word, [row]);
      else holding.push(row);
    }
  }
  const vocabulary = [...holders.keys()];
  const fuse = new Fuse(vocabulary, { threshold: 0.4, minMatchCharLength: 2, includeScore: true });

  /** The words that begin so, or else those that are nearest, and how near each is, from 0 to 1. */
  function meant(word: string): readonly (readonly [string, number])[] {
    const beginning = vocabulary.filter(known => known.startsWith(word));
    if (beginning.length > 0) return beginning.map(known => [known, 1]);
    return fuse.search(word, { limit: nearest }).map(({ item, score = 1 }) => [item, 1 - score]);
  }

  return function suggest(typed: string, limit: number): readonly Fact[] {
    const start = fold(typed).trim();
    if (start === '')
      return film.starters.flatMap(id => film.facts.find(fact => fact.id === id) ?? []).slice(0, limit);
    const found = new Map<Row, number>();
    let all = 0;
    for (const word of new Set(tokens(start).slice(0, mostWords))) {
      const holding = new Map<Row, number>();
      for (const [known, nearness] of meant(word))
        for (const row of holders.get(known) ?? []) holding.set(row, Math.max(nearness, holding.get(row) ?? 0));
      const rarity = Math.log(1 + rows.length / Math.max(1, holding.size));
      all += rarity;
      for (const [row, nearness] of holding) found.set(row, (found.get(row) ?? 0) + rarity * nearness);
    }
    const met = (row: Row) => found.get(row) ?? 0;
    const holding = rows.filter(row => met(row) > 0 && met(row) >= leastMet * all);
    holding.sort((a, b) => met(b) - met(a));
    const beginning = rows.filter(({ folded }) => folded.startsWith(start));
    return [...new Set([...beginning, ...holding].map(({ fact }) => fact))].slice(0, limit);
  };
}

/** So many near words are taken: a short word with a slip is near to many. */
const nearest = 8;
/** The share of what was typed that a question must hold. */
const leastMet = 0.4;
/** Nobody types more before looking at what is offered. */
const mostWords = 12;
