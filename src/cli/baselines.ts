import type { Film } from '../films/film.ts';

/** A way to find entries that others have built: the best entries for a question, best first, higher scores better. */
export interface Baseline {
  readonly name: string;
  search(question: string): readonly Hit[] | Promise<readonly Hit[]>;
}

export interface Hit {
  /** A fact's or known unknown's id. */
  readonly id: string;
  readonly score: number;
}

interface Row {
  readonly id: number;
  readonly entry: string;
  readonly text: string;
}

/** So many phrasings are looked at for the three best entries. */
const most = 50;

/**
 * Search libraries over the same facts and known unknowns, one document a phrasing, each as its documentation
 * recommends for questions with slips. They are development dependencies, loaded only here.
 */
export async function createBaselines(film: Film): Promise<Baseline[]> {
  const rows = [...film.facts, ...film.unknowns]
    .flatMap(({ id, questions }) =>
      Object.values(questions)
        .flat()
        .map(text => ({ entry: id, text })),
    )
    .map((row, id): Row => ({ id, ...row }));
  return [await fuse(rows), await fuseTokens(rows), await miniSearch(rows), await orama(rows)];
}

async function fuse(rows: readonly Row[]): Promise<Baseline> {
  const { default: Fuse } = await import('fuse.js');
  const index = new Fuse(rows, { keys: ['text'], includeScore: true });
  return { name: 'fuse.js default', search: question => best(index.search(question, { limit: most }).map(hitOf)) };
}

/** The best of its configurations for whole questions: every word searched by itself, and nothing that fits badly. */
async function fuseTokens(rows: readonly Row[]): Promise<Baseline> {
  const { default: Fuse } = await import('fuse.js');
  const index = new Fuse(rows, {
    keys: ['text'],
    includeScore: true,
    useTokenSearch: true,
    threshold: 0.3,
    ignoreLocation: true,
  });
  return { name: 'fuse.js tokens', search: question => best(index.search(question, { limit: most }).map(hitOf)) };
}

/** Fuse's scores are distances: 0 is a perfect match. */
function hitOf({ item, score = 1 }: { item: Row; score?: number }): Hit {
  return { id: item.entry, score: 1 - score };
}

async function miniSearch(rows: readonly Row[]): Promise<Baseline> {
  const { default: MiniSearch } = await import('minisearch');
  const index = new MiniSearch<Row>({
    fields: ['text'],
    storeFields: ['entry'],
    searchOptions: { fuzzy: 0.2, prefix: true },
  });
  index.addAll(rows);
  return {
    name: 'MiniSearch',
    search: question =>
      best(
        index
          .search(question)
          .slice(0, most)
          .map(({ entry, score }) => ({ id: entry, score })),
      ),
  };
}

async function orama(rows: readonly Row[]): Promise<Baseline> {
  const { create, insertMultiple, search } = await import('@orama/orama');
  const index = create({ schema: { entry: 'string', text: 'string' } as const });
  await insertMultiple(
    index,
    rows.map(({ entry, text }) => ({ entry, text })),
    5_000,
  );
  return {
    name: 'Orama',
    async search(question) {
      const { hits } = await search(index, { term: question, properties: ['text'], tolerance: 1, limit: most });
      return best(hits.map(({ document, score }) => ({ id: document.entry, score })));
    },
  };
}

/** The three best entries: each counts by its best phrasing. */
function best(hits: readonly Hit[]): Hit[] {
  const byEntry = new Map<string, number>();
  for (const { id, score } of hits) byEntry.set(id, Math.max(score, byEntry.get(id) ?? -Infinity));
  return [...byEntry]
    .map(([id, score]) => ({ id, score }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, 3);
}
