import { once } from 'node:events';
import { createFilmIndex, type FilmIndex } from '../answers/film-index.ts';
import type { Concepts } from '../films/concepts.ts';
import type { Film } from '../films/film.ts';
import { loadFilm, PackError } from '../films/load.ts';
import type { Problem } from '../films/problem.ts';

export interface PackToRead {
  readonly folder: string;
  readonly concepts: Concepts;
}

export interface ReadPack {
  readonly film: Film;
  readonly index: FilmIndex;
}

export interface BrokenPack {
  readonly problems: readonly Problem[];
}

/** A process of its own: reads, checks and indexes one pack, and hands over both or everything that is wrong with it. */
const [asked] = await once(process, 'message');
process.send?.(await read(asked), () => {
  // Who asked may be gone by now.
  if (process.connected) process.disconnect();
});

async function read({ folder, concepts }: PackToRead): Promise<ReadPack | BrokenPack> {
  try {
    const film = await loadFilm(folder);
    return { film, index: createFilmIndex(film, concepts) };
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    return { problems: error.problems };
  }
}
