import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LRUCache } from 'lru-cache';
import { type AnswerEngine, createAnswerEngine } from '../answers/engine.ts';
import type { Concepts } from '../films/concepts.ts';
import type { Film, FilmId } from '../films/film.ts';
import { listFilms, loadConcepts, PackError } from '../films/load.ts';
import { filmFile } from '../films/schema.ts';
import { parseYaml, readYaml } from '../films/yaml-file.ts';
import type { Language } from '../text/language.ts';
import type { BrokenPack, PackToRead, ReadPack } from './read-pack.ts';

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
  /** Reads the pack when it is first asked for, in another process. Throws a `PackError` where the pack is broken. */
  open(id: FilmId): Promise<Opened>;
}

/** All packs of a folder; at most `loaded` of them are kept in memory, those last asked. */
export async function openLibrary(filmsDir: string, loaded: number): Promise<Library> {
  const concepts = await loadConcepts(filmsDir);
  const ids = await listFilms(filmsDir);
  const shelf = await Promise.all(ids.map(id => shelve(filmsDir, id)));
  const opened = new LRUCache<FilmId, Promise<Opened>>({ max: loaded });

  async function read(id: FilmId): Promise<Opened> {
    const { film, index } = await readApart(join(filmsDir, id), concepts);
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

/**
 * Reads a pack in a process of its own: a large one takes longer than a running quiz can be kept waiting, and more
 * memory than a small machine can spare for good. A thread's memory would stay with this process.
 */
async function readApart(folder: string, concepts: Concepts): Promise<ReadPack> {
  const reader = fork(fileURLToPath(new URL('./read-pack.ts', import.meta.url)), [], {
    serialization: 'advanced',
    execArgv: ['--disable-warning=ExperimentalWarning', `--max-semi-space-size=${semiSpace}`],
  });
  const exited = once(reader, 'exit').then(([code, signal]) => {
    throw new Error(`the film pack ${folder} could not be read: its process ended with ${code ?? signal}`);
  });
  reader.send({ folder, concepts } satisfies PackToRead);
  const [read] = (await Promise.race([once(reader, 'message'), exited])) as [ReadPack | BrokenPack];
  if ('problems' in read) throw new PackError(folder, read.problems);
  return read;
}

/** In megabytes: what is short-lived is thrown away sooner, which takes half the memory and as much time. */
const semiSpace = 4;

async function shelve(filmsDir: string, id: FilmId): Promise<Shelved> {
  const name = 'film.yaml';
  const text = await readFile(join(filmsDir, id, name), 'utf8');
  const read = readYaml(name, text);
  const parsed = parseYaml(read.file, filmFile);
  if (parsed.value === undefined) throw new PackError(join(filmsDir, id), [...read.problems, ...parsed.problems]);
  const { title, year, languages } = parsed.value;
  return { id, title, year, languages };
}
