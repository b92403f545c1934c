import type { Fact, Film, Horizon } from '../../src/films/film.ts';
import { isBeyond, isHidden } from '../../src/films/horizon.ts';
import { languages } from '../../src/text/language.ts';
import { tokens } from '../../src/text/tokens.ts';
import { listed, words } from '../../src/views/words/words.ts';

const runLength = 5;

/** What a reader must not be told, at one horizon. */
export interface Forbidden {
  readonly facts: readonly Fact[];
  /** What of these stands in a message that is read by somebody who asked in these words. */
  leaksOf(message: unknown, asked: string): string[];
}

/** Everything that tells a hidden fact, and nothing that may be said anyway because something else says it. */
export function forbiddenAt(film: Film, horizon: Horizon): Forbidden {
  const hidden = film.facts.filter(fact => isHidden(film, fact, horizon));
  const open = film.facts.filter(fact => !isHidden(film, fact, horizon));
  const beyond = film.scenes.filter(({ id }) => isBeyond(film, id, horizon));
  const seen = film.scenes.filter(({ id }) => !isBeyond(film, id, horizon));
  const said = new Set([
    ...open.flatMap(fact => textsOf(fact).flatMap(runsOf)),
    ...sourceLines(film).flatMap(runsOf),
    ...film.unknowns.flatMap(({ questions }) => Object.values(questions).flat().flatMap(runsOf)),
    ...seen.flatMap(({ name, summary }) => [...Object.values(name), ...Object.values(summary)].flatMap(runsOf)),
  ]);
  const runs = new Map<string, string>();
  const forbid = (run: string, id: string) => {
    if (!said.has(run)) runs.set(run, id);
  };
  for (const { id, answer, questions } of hidden) {
    for (const text of Object.values(answer)) for (const run of runsOf(text)) forbid(run, `the answer of ${id}`);
    for (const language of languages)
      for (const text of questions[language] ?? [])
        for (const run of runsOf(text)) forbid(run, `a phrasing of ${id}`);
  }
  for (const { id, summary } of beyond)
    for (const text of Object.values(summary)) for (const run of runsOf(text)) forbid(run, `the summary of ${id}`);
  const ids = new Set(hidden.map(({ id }) => id));
  return {
    facts: hidden,
    leaksOf(message, asked) {
      const own = new Set(runsOf(asked));
      const texts: string[] = [];
      const customIds: string[] = [];
      collect(message, texts, customIds);
      const told = texts
        .flatMap(runsOf)
        .flatMap(run => (own.has(run) ? [] : runs.has(run) ? [`${runs.get(run)}: "${run}"`] : []));
      const named = customIds.flatMap(id => id.split(':')).filter(part => ids.has(part));
      return [...new Set([...told, ...named.map(id => `the id of ${id}`)])];
    },
  };
}

function textsOf({ answer, questions, quiz }: Fact): string[] {
  return [
    ...Object.values(answer),
    ...Object.values(quiz?.option ?? {}),
    ...languages.flatMap(language => questions[language] ?? []),
  ];
}

/** Which documents say something, in every combination: a disputed answer names them, too. */
function sourceLines({ documents }: Film): string[] {
  let subsets: (typeof documents)[] = [[]];
  for (const document of documents) subsets = subsets.flatMap(set => [set, [...set, document]]);
  return languages.flatMap(language =>
    subsets.map(set =>
      words(language).source(
        listed(
          set.map(({ title }) => title[language] ?? ''),
          language,
        ),
      ),
    ),
  );
}

const known = new Map<string, string[]>();

/** Every five words in a row; a shorter text is one run. Messages repeat their texts: each is read once. */
function runsOf(text: string): string[] {
  const runs = known.get(text) ?? readRuns(text);
  known.set(text, runs);
  return runs;
}

function readRuns(text: string): string[] {
  const read = tokens(text);
  if (read.length <= runLength) return read.length < 3 ? [] : [read.join(' ')];
  return Array.from({ length: read.length - runLength + 1 }, (_, at) => read.slice(at, at + runLength).join(' '));
}

/** All that a person reads of a message, and the ids under its buttons. */
function collect(value: unknown, texts: string[], customIds: string[]): void {
  if (Array.isArray(value)) for (const item of value) collect(item, texts, customIds);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    if (key === 'custom_id' && typeof item === 'string') customIds.push(item);
    else if (['content', 'label', 'name', 'description', 'text'].includes(key) && typeof item === 'string')
      texts.push(item);
    else collect(item, texts, customIds);
  }
}
