import type { Language } from '../../text/language.ts';
import { tokens } from '../../text/tokens.ts';
import { type Fact, type Film, isDisputed, type Person, type Term } from '../film.ts';
import { type PlacedEntry, type PlacedFilm, placedFacts, problemOf } from '../placed.ts';
import type { Problem } from '../problem.ts';

/** One or two sentences: people do not read more in a channel. */
const longestAnswer = 300;

/** Answers exist in every language, are short, and name nobody the film has not introduced by then. */
export function checkAnswers(placed: PlacedFilm): Problem[] {
  return placedFacts(placed).flatMap(one => [
    ...texts(placed.film, one),
    ...claims(placed.film, one),
    ...leaks(placed.film, one),
  ]);
}

function texts(film: Film, one: PlacedEntry<Fact>): Problem[] {
  return film.languages.flatMap(language => {
    const answer = one.entry.answer[language];
    if (answer === undefined) return [problemOf(one, ['answer'], `has no answer in ${language}`)];
    const length = [...answer].length;
    if (length <= longestAnswer) return [];
    return [
      problemOf(
        one,
        ['answer', language],
        `the answer has ${length} characters, at most ${longestAnswer} are read: shorten it`,
      ),
    ];
  });
}

/** Where documents differ, each says its own; what only some say is no dispute. */
function claims(film: Film, one: PlacedEntry<Fact>): Problem[] {
  if (!isDisputed(one.entry)) return [];
  return one.entry.claims.flatMap((claim, at) => {
    const silent = film.languages.filter(language => claim.says?.[language] === undefined);
    if (silent.length === 0) return [];
    return [
      problemOf(
        one,
        ['claims', at],
        `the fact is disputed, so this claim must say its version in ${silent.join(', ')}`,
      ),
    ];
  });
}

/** An answer to an early fact must not introduce somebody or something that comes later. */
function leaks(film: Film, one: PlacedEntry<Fact>): Problem[] {
  const { scene, answer, about } = one.entry;
  if (scene === undefined) return [];
  const order = new Map(film.scenes.map(({ id }, at) => [id, at]));
  const own = order.get(scene) ?? 0;
  return film.languages.flatMap(language =>
    named(film, answer[language] ?? '', language)
      .filter(
        thing =>
          thing.scene !== undefined && (order.get(thing.scene) ?? 0) > own && !about.entity.includes(thing.id),
      )
      .map(thing => {
        const message = `the answer names ${thing.id}, which the film introduces only in ${thing.scene}: leave it out, or set the fact's scene to that`;
        return problemOf(one, ['answer', language], message);
      }),
  );
}

/** Who and what a text names, the longest names first: "la grand-mère de Georges" is not his mother. */
function named(film: Film, text: string, language: Language) {
  const nameOf = (thing: Person | Term) =>
    tokens(thing.name[language] ?? '')
      .filter(word => !articles.has(word))
      .join(' ');
  const things = [...film.people, ...film.terms]
    .map(thing => ({ thing, name: nameOf(thing) }))
    .filter(({ name }) => name !== '');
  let rest = ` ${tokens(text).join(' ')} `;
  return things
    .toSorted((a, b) => b.name.length - a.name.length)
    .flatMap(({ thing, name }) => {
      if (!rest.includes(` ${name} `)) return [];
      rest = rest.replaceAll(` ${name} `, ' | ');
      return [thing];
    });
}

const articles = new Set(['the', 'le', 'la', 'les', 'l']);
