import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Concepts, parseConcepts } from './concepts.ts';
import type { Film } from './film.ts';
import { type PackFiles, parseFilm } from './parse.ts';
import type { Parsed, Problem } from './problem.ts';

/** A pack that cannot be used, with everything that is wrong in it. */
export class PackError extends Error {
  override readonly name = 'PackError';
  readonly problems: readonly Problem[];

  constructor(folder: string, problems: readonly Problem[]) {
    const lines = problems.map(({ file, line, message }) => `  ${join(folder, file)}:${line} ${message}`);
    super(`the film pack ${folder} has ${problems.length} problems:\n${lines.join('\n')}`);
    this.problems = problems;
  }
}

/** The ids of the packs in a folder, sorted. */
export async function listFilms(filmsDir: string): Promise<string[]> {
  const entries = await readdir(filmsDir, { withFileTypes: true });
  return entries
    .filter(entry => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** Reads one pack. Throws a `PackError` that lists every problem. */
export async function loadFilm(folder: string): Promise<Film> {
  const parsed = await readFilm(folder);
  if (!parsed.ok)
    throw new PackError(
      folder,
      parsed.problems.filter(({ level }) => level === 'error'),
    );
  return parsed.value;
}

/** Reads one pack; the folder's name is the film's id. */
export async function readFilm(folder: string): Promise<Parsed<Film>> {
  return parseFilm(basename(folder), await readPackFiles(folder));
}

export async function readPackFiles(folder: string): Promise<PackFiles> {
  const names = (await readdir(folder, { recursive: true })).filter(name => name.endsWith('.yaml')).sort();
  const texts = names.map(
    async name => [name.replaceAll('\\', '/'), await readFile(join(folder, name), 'utf8')] as const,
  );
  return new Map(await Promise.all(texts));
}

/** The thesaurus of film talk that all packs share: `concepts.yaml` in the folder of the packs. */
export async function loadConcepts(filmsDir: string): Promise<Concepts> {
  const file = 'concepts.yaml';
  const text = await readFile(join(filmsDir, file), 'utf8').catch(() => '[]');
  const parsed = parseConcepts(file, text);
  if (!parsed.ok) throw new PackError(filmsDir, parsed.problems);
  return parsed.value;
}
