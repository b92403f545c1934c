import type { z } from 'zod';
import { type Language, languages } from '../text/language.ts';
import type { Film, FilmId, Localized } from './film.ts';
import type { PlacedEntry, PlacedFilm } from './placed.ts';
import type { Parsed, Problem } from './problem.ts';
import { checkRules } from './rules/rules.ts';
import { factsFile, filmFile, peopleFile, scenesFile, termsFile } from './schema.ts';
import { parseYaml, readYaml, type YamlFile } from './yaml-file.ts';

/** A pack's files by name, relative to its folder: `film.yaml`, `facts/cast.yaml`. */
export type PackFiles = ReadonlyMap<string, string>;

/** The film that a pack's files describe, or every problem in them at once. */
export function parseFilm(id: FilmId, texts: PackFiles): Parsed<Film> {
  const { placed, problems } = parsePlaced(id, texts);
  const all = placed === undefined ? problems : [...problems, ...checkRules(placed)];
  const errors = all.filter(({ level }) => level === 'error');
  if (placed === undefined || errors.length > 0) return { ok: false, problems: all };
  return { ok: true, value: placed.film, advice: all };
}

/** The shapes alone, before any rule that looks at more than one value. */
export function parsePlaced(id: FilmId, texts: PackFiles): { placed: PlacedFilm | undefined; problems: Problem[] } {
  const problems: Problem[] = [];
  const files = new Map<string, YamlFile>();
  for (const [name, text] of texts) {
    const read = readYaml(name, text);
    problems.push(...read.problems);
    if (read.problems.length === 0) files.set(name, read.file);
  }
  function parse<S extends z.ZodType>(name: string, schema: S): z.output<S> | undefined {
    const file = files.get(name);
    if (file === undefined) {
      if (!texts.has(name)) problems.push(missing(name));
      return undefined;
    }
    const result = parseYaml(file, schema);
    problems.push(...result.problems);
    return result.value;
  }

  const about = parse('film.yaml', filmFile);
  const people = parse('people.yaml', peopleFile);
  const scenes = parse('scenes.yaml', scenesFile);
  const terms = texts.has('terms.yaml') ? parse('terms.yaml', termsFile) : [];
  const entries: PlacedEntry[] = [];
  for (const [name, file] of files) {
    const topic = /^facts\/(.+)\.yaml$/.exec(name)?.[1];
    if (topic === undefined) continue;
    parse(name, factsFile)?.forEach((entry, index) => {
      entries.push({ entry: { topic, ...entry }, file, index });
    });
  }
  if (!about || !people || !scenes || !terms) return { placed: undefined, problems };

  const film: Film = {
    id,
    ...about,
    people: people.map(person => ({ ...person, name: everywhere(person.name) })),
    terms: terms.map(term => ({ ...term, name: everywhere(term.name) })),
    scenes,
    facts: entries.map(({ entry }) => entry).filter(entry => entry.kind === 'fact'),
    unknowns: entries.map(({ entry }) => entry).filter(entry => entry.kind === 'unknown'),
  };
  return { placed: { film, entries, files }, problems };
}

/** A name written once is the same in every language. */
function everywhere(name: string | Localized<string>): Localized<string> {
  if (typeof name !== 'string') return name;
  return Object.fromEntries(languages.map((language): [Language, string] => [language, name]));
}

function missing(name: string): Problem {
  return { level: 'error', file: name, line: 1, message: 'is missing: every pack has one, see docs/packs.md' };
}
