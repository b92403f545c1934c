import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LRUCache } from 'lru-cache';
import { type AnswerEngine, createAnswerEngine } from '../answers/engine.ts';
import type { Film, FilmId } from '../films/film.ts';
import { listFilms, loadConcepts, PackError } from '../films/load.ts';
import { filmFile } from '../films/schema.ts';
import { parseYaml, readYaml } from '../films/yaml-file.ts';
import type { Language } from '../text/language.ts';
import { openPack } from './readings.ts';

/** A film as it stands on the shelf: enough to register its command and to recognise its title. */
export interface Shelved {
  readonly id: FilmId;
  readonly title: string;
  readonly year: number;
  readonly languages: readonly [Language, ...Language[]];
}

/** A film that has been taken down and read. */
export interface Opened {
  /** With only the first phrasing of each language, see `read-pack.ts`. */
  readonly film: Film;
  readonly engine: AnswerEngine;
}

export interface Library {
  readonly shelf: readonly Shelved[];
  /** Reads the pack when it is first asked for, off the event loop. Throws a `PackError` where the pack is broken. */
  open(id: FilmId): Promise<Opened>;
}

/** All packs of a folder; at most `loaded` of them are kept in memory, those last asked, and all in the folder `keep`. */
export async function openLibrary(filmsDir: string, loaded: number, keep: string): Promise<Library> {
  const concepts = await loadConcepts(filmsDir);
  const ids = await listFilms(filmsDir);
  if (ids.length === 0) throw new Error('there is none');
  const shelf = await Promise.all(ids.map(id => shelve(filmsDir, id)));
  const opened = new LRUCache<FilmId, Promise<Opened>>({ max: loaded });

  async function read(id: FilmId): Promise<Opened> {
    const { film, index } = await openPack(join(filmsDir, id), concepts, keep);
    return { film, engine: createAnswerEngine(film, index) };
  }

  function open(id: FilmId): Promise<Opened> {
    const known = opened.get(id);
    if (known !== undefined) return known;
    const reading = read(id);
    opened.set(id, reading);
    reading.catch(() => opened.delete(id));
    return reading;
  }

  return { shelf, open };
}

async function shelve(filmsDir: string, id: FilmId): Promise<Shelved> {
  const name = 'film.yaml';
  const text = await readFile(join(filmsDir, id, name), 'utf8');
  const read = readYaml(name, text);
  const parsed = parseYaml(read.file, filmFile);
  if (parsed.value === undefined) throw new PackError(join(filmsDir, id), [...read.problems, ...parsed.problems]);
  const { title, year, languages } = parsed.value;
  return { id, title, year, languages };
}
