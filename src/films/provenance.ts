import { type Language, languages } from '../text/language.ts';
import { fold, tokens } from '../text/tokens.ts';
import type { Fact, Film, Places } from './film.ts';
import { type PlacedEntry, type PlacedFilm, placedFacts, problemIn, problemOf } from './placed.ts';
import type { Problem } from './problem.ts';

/** The text of each document by its id. */
export type Documents = ReadonlyMap<string, string>;

/** How much of a document the pack speaks of. */
export interface Coverage {
  readonly document: string;
  readonly sentences: number;
  readonly used: number;
  /** Places of sentences that no fact stands on and that are not listed under `nothing-to-ask`. */
  readonly left: readonly string[];
}

/**
 * Holds the pack against its documents: every place exists, the names, numbers and dates of each answer stand in the
 * places it names, and every sentence is used or said to be useless.
 */
export function checkProvenance(
  placed: PlacedFilm,
  documents: Documents,
): { problems: Problem[]; coverage: Coverage[] } {
  const read = placed.film.documents.flatMap(({ id, language }) => {
    const text = documents.get(id);
    return text === undefined ? [] : [{ id, language, sentences: sentencesOf(text, language) }];
  });
  const missing = placed.film.documents
    .filter(({ id }) => !documents.has(id))
    .map(({ id }) =>
      problemIn(placed, 'film.yaml', ['documents'], `the document ${id} is not in the folder: expected ${id}.txt`),
    );
  const sentences = new Map(read.map(({ id, sentences }) => [id, sentences]));
  const problems = placedFacts(placed).flatMap(one => [
    ...checkPlaces(one, sentences),
    ...checkAnswer(placed.film, one, sentences),
  ]);
  const elsewhere = placed.film.nothingToAsk.flatMap((places, at) =>
    lost(places, sentences).map(place =>
      problemIn(placed, 'film.yaml', ['nothing-to-ask', at], `${places.document} has no sentence ${place}`),
    ),
  );
  const coverage = read.map(({ id, sentences }) => coverageOf(placed.film, id, sentences));
  const gaps = coverage.flatMap(({ document, left }) =>
    left.map(place =>
      problemIn(
        placed,
        'film.yaml',
        ['documents'],
        `${document} ${place} is neither a source nor under nothing-to-ask`,
      ),
    ),
  );
  return { problems: [...missing, ...problems, ...elsewhere, ...gaps], coverage };
}

type Sentences = ReadonlyMap<string, string>;

/** The sentences of a document by their places: `line.sentence`, both from 1. */
export function sentencesOf(text: string, language: Language): Sentences {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  const places = text
    .split('\n')
    .flatMap((line, lineAt) =>
      [...segmenter.segment(line)].map(({ segment }, at) => [`${lineAt + 1}.${at + 1}`, segment.trim()] as const),
    );
  return new Map(places.filter(([, sentence]) => sentence !== ''));
}

function checkPlaces(one: PlacedEntry<Fact>, documents: ReadonlyMap<string, Sentences>): Problem[] {
  return one.entry.claims.flatMap((claim, at) =>
    lost(claim, documents).map(place =>
      problemOf(one, ['claims', at, 'at'], `${claim.document} has no sentence ${place}`),
    ),
  );
}

function lost({ document, at }: Places, documents: ReadonlyMap<string, Sentences>): string[] {
  const sentences = documents.get(document);
  return sentences === undefined ? [] : at.filter(place => !sentences.has(place));
}

function checkAnswer(film: Film, one: PlacedEntry<Fact>, documents: ReadonlyMap<string, Sentences>): Problem[] {
  const { claims, answer, inferred } = one.entry;
  if (claims.some(({ document }) => !documents.has(document))) return [];
  const said = claims
    .flatMap(({ document, at }) => at.map(place => documents.get(document)?.get(place) ?? ''))
    .join(' ');
  const around = claims
    .flatMap(({ document, at }) => linesAround(documents.get(document) ?? new Map(), at))
    .join(' ');
  const declared = fold(inferred.join(' '));
  return film.languages.flatMap(language => {
    const text = answer[language] ?? '';
    const strangers = [
      ...numbersIn(text).filter(number => !holdsNumber(said, number)),
      ...monthsIn(text, language)
        .filter(({ month }) => !holdsMonth(said, month))
        .map(({ name }) => name),
      ...namesIn(text, film).filter(name => !holdsName(around, name, film)),
    ].filter(word => !` ${declared} `.includes(fold(word)));
    return [...new Set(strangers)].map(word =>
      problemOf(
        one,
        ['answer', language],
        `"${word}" stands in none of its places: mend the answer or the places, or declare it under inferred`,
      ),
    );
  });
}

/** Pronouns refer back inside a line, so names may stand anywhere in it. */
function linesAround(sentences: Sentences, at: readonly string[]): string[] {
  const lines = new Set(at.map(place => place.split('.')[0]));
  return [...sentences].filter(([place]) => lines.has(place.split('.')[0])).map(([, sentence]) => sentence);
}

/** The 37th is 37, in whatever language it is said. */
function numbersIn(text: string): string[] {
  return tokens(text).flatMap(word => /^\d[\d.]*/.exec(word)?.[0] ?? []);
}

const numberWords: Record<Language, string> = {
  en: 'zero one two three four five six seven eight nine ten eleven twelve',
  id: 'nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas',
  fr: 'zero un deux trois quatre cinq six sept huit neuf dix onze douze',
};

function holdsNumber(text: string, number: string): boolean {
  const words = tokens(text).flatMap(word => word.split(/(?<=\d)(?=\p{L})/u));
  const spelled = languages.map(language => numberWords[language].split(' ')[Number(number)]);
  return words.some(word => word === number || spelled.includes(word));
}

const monthNames = new Map(
  languages.map(language => [
    language,
    Array.from({ length: 12 }, (_, month) =>
      fold(new Intl.DateTimeFormat(language, { month: 'long' }).format(new Date(2012, month, 15))),
    ),
  ]),
);

function monthsIn(text: string, language: Language): { name: string; month: number }[] {
  const names = monthNames.get(language) ?? [];
  const words = tokens(text);
  // A month stands behind the number of a day or before that of a year: "may" and "mars" are other words, too.
  return words.flatMap((name, at) => {
    const month = names.indexOf(name);
    const beside = [words[at - 1], words[at + 1]].some(word => /^\d/.test(word ?? ''));
    return month >= 0 && beside ? [{ name, month }] : [];
  });
}

function holdsMonth(text: string, month: number): boolean {
  const words = tokens(text);
  return languages.some(language => words.includes(monthNames.get(language)?.[month] ?? ''));
}

/** The people an answer names, by any of their names. Who has another name in each language has no proper one. */
function namesIn(text: string, film: Film): string[] {
  const said = ` ${tokens(text).join(' ')} `;
  return film.people
    .filter(({ name }) => new Set(Object.values(name)).size === 1)
    .flatMap(person => namesOf(person).find(name => said.includes(` ${tokens(name).join(' ')} `)) ?? []);
}

/** A document may call somebody by a role: "the former student". */
function holdsName(text: string, name: string, film: Film): boolean {
  const said = ` ${tokens(text).join(' ')} `;
  const person = film.people.find(person => namesOf(person).includes(name));
  const called = person === undefined ? [] : [...namesOf(person), ...Object.values(person.roles).flat()];
  return person === undefined || called.some(other => said.includes(` ${tokens(other).join(' ')} `));
}

function namesOf({ name, aliases }: Film['people'][number]): string[] {
  return [...Object.values(name), ...aliases];
}

function coverageOf(film: Film, document: string, sentences: Sentences): Coverage {
  const places = [...film.facts.flatMap(({ claims }) => claims), ...film.nothingToAsk];
  const used = new Set(places.filter(places => places.document === document).flatMap(({ at }) => at));
  const left = [...sentences.keys()].filter(place => !used.has(place));
  return { document, sentences: sentences.size, used: sentences.size - left.length, left };
}
