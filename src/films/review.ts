import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Language, languages } from '../text/language.ts';
import type { Fact, FactId } from './film.ts';
import { type PlacedFilm, placedFacts, problemIn, problemOf } from './placed.ts';
import type { Problem } from './problem.ts';
import { parseYaml } from './yaml-file.ts';

/** What a second reader, who saw only the answer and the documents, said of a fact. */
export interface Verdict {
  readonly id: FactId;
  /** The fingerprint of the fact as it was read. */
  readonly of: string;
  /** `good`, or `mended` by the reader and good since, in each language. */
  readonly verdicts: Readonly<Partial<Record<Language, 'good' | 'mended'>>>;
  readonly note?: string | undefined;
}

const name = 'review.yaml';

export const reviewFile = z.array(
  z.strictObject({
    id: z.string(),
    of: z.string().regex(/^[0-9a-f]{8}$/),
    verdicts: z.partialRecord(z.enum(languages), z.enum(['good', 'mended'])),
    note: z.string().optional(),
  }),
);

/** Eight hexadecimal digits that change when a fact's shown questions, answers, claims or spoiler marks do. */
export function fingerprint({ questions, answer, claims, scene, spoils }: Fact): string {
  const shown = languages.map(language => questions[language]?.[0] ?? null);
  const answers = languages.map(language => answer[language] ?? null);
  const sources = claims.map(({ document, at, says }) => [
    document,
    at,
    languages.map(language => says?.[language] ?? null),
  ]);
  return createHash('sha256')
    .update(JSON.stringify([shown, answers, sources, scene ?? null, spoils]))
    .digest('hex')
    .slice(0, 8);
}

/** Facts that changed after their review are errors; that somebody has yet to read a fact, or all of them, is advice. */
export function checkReview(placed: PlacedFilm): Problem[] {
  const file = placed.files.get(name);
  if (file === undefined) {
    return [
      {
        level: 'advice',
        file: name,
        line: 1,
        message: 'is missing: let a second reader judge every answer, see docs/packs.md',
      },
    ];
  }
  const { value, problems } = parseYaml(file, reviewFile);
  if (value === undefined) return problems;
  const verdicts = new Map(value.map(verdict => [verdict.id, verdict]));
  const facts = placedFacts(placed);
  const known = new Set(facts.map(({ entry }) => entry.id));
  return [
    ...facts.flatMap(one => {
      const verdict = verdicts.get(one.entry.id);
      if (verdict === undefined)
        return [problemOf(one, ['id'], 'no second reader has seen it: add its verdict to review.yaml', 'advice')];
      if (verdict.of !== fingerprint(one.entry))
        return [problemOf(one, ['answer'], 'it changed after its review: have it read again')];
      const unread = placed.film.languages.filter(language => verdict.verdicts[language] === undefined);
      return unread.length === 0
        ? []
        : [problemOf(one, ['answer'], `nobody has read it in ${unread.join(', ')}`, 'advice')];
    }),
    ...value.flatMap(({ id }, at) =>
      known.has(id) ? [] : [problemIn(placed, name, [at], `there is no fact ${id}`)],
    ),
  ];
}
