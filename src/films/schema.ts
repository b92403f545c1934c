import { z } from 'zod';
import { languages } from '../text/language.ts';
import { difficulties } from './film.ts';

/** The shapes of a pack's files, as docs/packs.md describes them. */

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be kebab-case: lower-case words joined by hyphens');
const text = z.string().trim().min(1);
const localized = <T extends z.ZodType>(value: T) => z.partialRecord(z.enum(languages), value);
const place = z.string().regex(/^[1-9]\d*\.[1-9]\d*$/, 'must be "line.sentence", in quotes');
const places = { document: id, at: z.array(place).min(1) };
const creditsScene = z.strictObject({
  scene: z.union([z.boolean(), z.enum(['yes', 'no']).transform(v => v === 'yes')]),
  fact: id,
});

export const filmFile = z
  .strictObject({
    title: text,
    year: z.int().min(1888),
    languages: z.tuple([z.enum(languages)], z.enum(languages)),
    documents: z.array(z.strictObject({ id, title: localized(text), language: z.enum(languages) })).min(1),
    credits: z.strictObject({ during: creditsScene.optional(), after: creditsScene.optional() }).default({}),
    reception: z.array(id).default([]),
    starters: z.array(id).default([]),
    'nothing-to-ask': z.array(z.strictObject({ ...places, why: text })).default([]),
  })
  .transform(({ 'nothing-to-ask': nothingToAsk, ...film }) => ({ ...film, nothingToAsk }));

/** A name that is the same everywhere may be written once. */
const name = z.union([text, localized(text)]);

export const peopleFile = z.array(
  z
    .strictObject({
      id,
      kind: z.enum(['character', 'actor', 'crew', 'mentioned']),
      name,
      aliases: z.array(text).default([]),
      roles: localized(z.array(text)).default({}),
      'played-by': id.optional(),
      scene: id.optional(),
    })
    .transform(({ 'played-by': playedBy, ...person }) => ({ ...person, playedBy })),
);

export const termsFile = z.array(
  z.strictObject({
    id,
    kind: z.enum(['place', 'thing', 'event', 'animal']),
    name,
    aliases: localized(z.array(text)).default({}),
    scene: id.optional(),
  }),
);

export const scenesFile = z.array(
  z.strictObject({ id, premise: z.boolean().default(false), name: localized(text), summary: localized(text) }),
);

const about = z.strictObject({ entity: z.array(id).min(1), attribute: id });
const questions = localized(z.tuple([text], text));

const fact = z
  .strictObject({
    id,
    about,
    questions,
    answer: localized(text),
    claims: z.array(z.strictObject({ ...places, says: localized(text).optional() })).min(1),
    scene: id.optional(),
    spoils: z.boolean(),
    inferred: z.array(z.coerce.string()).default([]),
    quiz: z
      .strictObject({ option: localized(text), decoys: localized(z.array(text)), difficulty: z.enum(difficulties) })
      .optional(),
  })
  .transform(entry => ({ kind: 'fact' as const, ...entry }));

const unknown = z
  .strictObject({ id, unknown: z.literal(true), about, questions })
  .transform(({ unknown: _, ...entry }) => ({ kind: 'unknown' as const, ...entry }));

const isUnknown = (entry: unknown) => typeof entry === 'object' && entry !== null && 'unknown' in entry;

/** Each entry by the schema it means to be, so that a slip names its field and not both shapes. */
export const factsFile = z.array(
  z.unknown().transform((entry, context) => {
    const result = (isUnknown(entry) ? unknown : fact).safeParse(entry);
    if (result.success) return result.data;
    for (const { path, message } of result.error.issues)
      context.addIssue({ code: 'custom', path: [...path], message });
    return z.NEVER;
  }),
);

export const conceptsFile = z.array(z.strictObject({ id, words: localized(z.array(text)) }));
