import { once } from 'node:events';
import { serialize } from 'node:v8';
import { createFilmIndex, type FilmIndex } from '../answers/film-index.ts';
import type { Concepts } from '../films/concepts.ts';
import type { Fact, Film, Unknown } from '../films/film.ts';
import { loadFilm, PackError } from '../films/load.ts';
import type { Problem } from '../films/problem.ts';

export interface PackToRead {
  readonly folder: string;
  readonly concepts: Concepts;
}

export interface ReadPack {
  /** With only the first phrasing of each language. */
  readonly film: Film;
  readonly index: FilmIndex;
}

/**
 * A `ReadPack` in bytes, to be kept and handed over: the film with the entries of its index, and each other part of the
 * index by itself, so that who takes it over can do something else in between.
 */
export type PackBytes = Buffer;

export interface BrokenPack {
  readonly problems: readonly Problem[];
}

/**
 * A process of its own: reads, checks and indexes one pack, and hands over the film as it is shown and its index, or all
 * that is wrong.
 */
const [asked] = await once(process, 'message');
process.send?.(await read(asked), () => {
  // Who asked may be gone by now.
  if (process.connected) process.disconnect();
});

async function read({ folder, concepts }: PackToRead): Promise<PackBytes | BrokenPack> {
  try {
    const film = await loadFilm(folder);
    return bytesOf(withShownQuestions(film, createFilmIndex(film, concepts)));
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    return { problems: error.problems };
  }
}

function bytesOf({ film, index: { entries, ...others } }: ReadPack): PackBytes {
  const parts = Object.entries(others).map(([name, part]) => ({ [name]: part }));
  return serialize([{ film, entries }, ...parts].map(part => serialize(part)));
}

/**
 * Of all phrasings only those that people are shown, the first of each language: the others are in the index by now, and
 * tens of thousands of texts would stop the process that takes them over, and stay in its memory.
 */
function withShownQuestions(film: Film, index: FilmIndex): ReadPack {
  const facts = film.facts.map(shownOf);
  const unknowns = film.unknowns.map(shownOf);
  const shown = new Map([...facts, ...unknowns].map(entry => [entry.id, entry]));
  const entries = index.entries.map(indexed => ({
    ...indexed,
    entry: shown.get(indexed.entry.id) ?? indexed.entry,
  }));
  return { film: { ...film, facts, unknowns }, index: { ...index, entries } };
}

function shownOf<Entry extends Fact | Unknown>(entry: Entry): Entry {
  const firsts = Object.entries(entry.questions).map(([language, [first]]) => [language, [first]]);
  return { ...entry, questions: Object.fromEntries(firsts) };
}
