import type { Localized } from './film.ts';
import type { Parsed } from './problem.ts';
import { conceptsFile } from './schema.ts';
import { parseYaml, readYaml } from './yaml-file.ts';

/** A set of words that mean the same in film talk: job, profession, métier, pekerjaan. */
export interface Concept {
  readonly id: string;
  readonly words: Localized<readonly string[]>;
}

export type Concepts = readonly Concept[];

export function parseConcepts(name: string, text: string): Parsed<Concepts> {
  const { file, problems } = readYaml(name, text);
  if (problems.length > 0) return { ok: false, problems };
  const parsed = parseYaml(file, conceptsFile);
  if (parsed.value === undefined) return { ok: false, problems: parsed.problems };
  return { ok: true, value: parsed.value, advice: [] };
}
