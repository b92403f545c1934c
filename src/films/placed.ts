import type { Fact, Film, Unknown } from './film.ts';
import type { Problem } from './problem.ts';
import type { YamlFile } from './yaml-file.ts';

/** A film with the place of everything in it, for whoever has to report a problem. */
export interface PlacedFilm {
  readonly film: Film;
  readonly entries: readonly PlacedEntry[];
  readonly files: ReadonlyMap<string, YamlFile>;
}

/** A fact or known unknown with the file that holds it and its number there. */
export interface PlacedEntry<E extends Fact | Unknown = Fact | Unknown> {
  readonly entry: E;
  readonly file: YamlFile;
  readonly index: number;
}

export type Level = Problem['level'];

/** A problem of an entry, at a path inside it. */
export function problemOf(
  { entry, file, index }: PlacedEntry,
  path: readonly PropertyKey[],
  message: string,
  level: Level = 'error',
): Problem {
  return { level, file: file.name, line: file.lineOf([index, ...path]), message: `${entry.id}: ${message}` };
}

/** A problem in one of the pack's other files. */
export function problemIn(
  { files }: PlacedFilm,
  name: string,
  path: readonly PropertyKey[],
  message: string,
): Problem {
  return { level: 'error', file: name, line: files.get(name)?.lineOf(path) ?? 1, message };
}

export function placedFacts({ entries }: PlacedFilm): PlacedEntry<Fact>[] {
  return entries.filter((placed): placed is PlacedEntry<Fact> => placed.entry.kind === 'fact');
}
