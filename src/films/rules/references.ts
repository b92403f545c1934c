import { type PlacedFilm, placedFacts, problemIn, problemOf } from '../placed.ts';
import type { Problem } from '../problem.ts';

/** Ids are unique, and whatever an id names exists. */
export function checkReferences(placed: PlacedFilm): Problem[] {
  return [...twice(placed), ...ofFilm(placed), ...ofPeople(placed), ...ofEntries(placed), ...sameAbout(placed)];
}

function twice(placed: PlacedFilm): Problem[] {
  const { film } = placed;
  const lists: Record<string, readonly { id: string }[]> = {
    'people.yaml': film.people,
    'scenes.yaml': film.scenes,
    'terms.yaml': film.terms,
  };
  const inLists = Object.entries(lists).flatMap(([file, list]) =>
    repeated(list, ({ id }) => id).map(({ index, key }) =>
      problemIn(placed, file, [index, 'id'], `the id ${key} stands twice: rename one`),
    ),
  );
  const inFacts = repeated(placed.entries, ({ entry }) => entry.id).map(({ value }) =>
    problemOf(value, ['id'], 'the id stands twice: rename one'),
  );
  return [...inLists, ...inFacts];
}

function ofFilm(placed: PlacedFilm): Problem[] {
  const { film } = placed;
  const facts = new Set(film.facts.map(({ id }) => id));
  const named = [
    ...film.reception.map((id, at) => ({ id, path: ['reception', at] })),
    ...film.starters.map((id, at) => ({ id, path: ['starters', at] })),
    ...(['during', 'after'] as const).flatMap(when => {
      const scene = film.credits[when];
      return scene === undefined ? [] : [{ id: scene.fact, path: ['credits', when, 'fact'] }];
    }),
  ];
  const documents = new Set(film.documents.map(({ id }) => id));
  return [
    ...named
      .filter(({ id }) => !facts.has(id))
      .map(({ id, path }) => problemIn(placed, 'film.yaml', path, `there is no fact ${id}`)),
    ...film.nothingToAsk.flatMap(({ document }, at) =>
      documents.has(document)
        ? []
        : [problemIn(placed, 'film.yaml', ['nothing-to-ask', at], `there is no document ${document}`)],
    ),
  ];
}

function ofPeople(placed: PlacedFilm): Problem[] {
  const { film } = placed;
  const people = new Set(film.people.map(({ id }) => id));
  const scenes = new Set(film.scenes.map(({ id }) => id));
  const actors = film.people.flatMap(({ playedBy }, at) =>
    playedBy === undefined || people.has(playedBy)
      ? []
      : [problemIn(placed, 'people.yaml', [at, 'played-by'], `there is nobody ${playedBy}`)],
  );
  const lists = { 'people.yaml': film.people, 'terms.yaml': film.terms };
  const introductions = Object.entries(lists).flatMap(([file, list]) =>
    list.flatMap(({ scene }, at) =>
      scene === undefined || scenes.has(scene)
        ? []
        : [problemIn(placed, file, [at, 'scene'], `there is no scene ${scene}`)],
    ),
  );
  return [...actors, ...introductions];
}

function ofEntries(placed: PlacedFilm): Problem[] {
  const { film } = placed;
  const entities = new Set(['film', ...film.people.map(({ id }) => id), ...film.terms.map(({ id }) => id)]);
  const scenes = new Set(film.scenes.map(({ id }) => id));
  const documents = new Set(film.documents.map(({ id }) => id));
  const strangers = placed.entries.flatMap(one =>
    one.entry.about.entity.flatMap((id, at) =>
      entities.has(id)
        ? []
        : [
            problemOf(
              one,
              ['about', 'entity', at],
              `nobody and nothing is called ${id}: add it to people.yaml or terms.yaml`,
            ),
          ],
    ),
  );
  const facts = placedFacts(placed).flatMap(one => [
    ...(one.entry.scene === undefined || scenes.has(one.entry.scene)
      ? []
      : [problemOf(one, ['scene'], `there is no scene ${one.entry.scene}`)]),
    ...one.entry.claims.flatMap(({ document }, at) =>
      documents.has(document)
        ? []
        : [problemOf(one, ['claims', at, 'document'], `there is no document ${document}`)],
    ),
  ]);
  return [...strangers, ...facts];
}

/** Two facts about the same thing of the same people would fight for every question. */
function sameAbout({ entries }: PlacedFilm): Problem[] {
  const key = ({ entity, attribute }: { entity: readonly string[]; attribute: string }) =>
    `${[...entity].sort().join('+')} ${attribute}`;
  return repeated(entries, ({ entry }) => key(entry.about)).map(({ value, first }) =>
    problemOf(
      value,
      ['about'],
      `is about the same as ${first.entry.id}: merge them, or name the attribute more closely`,
    ),
  );
}

/** The values whose key an earlier value has, with that one. */
export function repeated<T>(
  list: readonly T[],
  keyOf: (value: T) => string,
): { value: T; first: T; key: string; index: number }[] {
  const seen = new Map<string, T>();
  return list.flatMap((value, index) => {
    const key = keyOf(value);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, value);
    return first === undefined ? [] : [{ value, first, key, index }];
  });
}
