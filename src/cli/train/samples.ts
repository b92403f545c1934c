import { type Analysis, analyse } from '../../answers/analyse.ts';
import { type Candidate, findCandidates } from '../../answers/features.ts';
import { createFilmIndex, type FilmIndex, type IndexedEntry } from '../../answers/film-index.ts';
import type { Unit } from '../../answers/senses.ts';
import { valueAt } from '../../answers/sparse.ts';
import type { Concepts } from '../../films/concepts.ts';
import type { Fact, FactId, Film, Unknown } from '../../films/film.ts';
import { isFunctionWord } from '../../text/function-words.ts';
import { type Language, languages } from '../../text/language.ts';
import { stem } from '../../text/stem.ts';
import { tokens } from '../../text/tokens.ts';
import type { GradedQuestion } from '../grade.ts';
import { type Random, seededBy } from './random.ts';

/** The share of the left-out phrasings that are asked: enough to learn from within a minute. */
const asked = 0.15;

/** A question whose answer is known, with what the index finds for it. */
export interface Sample {
  /** The facts that answer it; none where the question must be refused. */
  readonly right: readonly FactId[];
  readonly analysis: Analysis;
  readonly candidates: readonly Candidate[];
  /** The fact that was asked for, also where it was left out. */
  readonly meant: FactId;
}

/**
 * Questions that an index has never seen: an eighth of all phrasings is left out at a time, and what is asked is a
 * blend of a left-out phrasing with one that is in. Curators write phrasings that differ on purpose; people use some
 * words that somebody has thought of, and some that nobody has.
 */
export function leavePhrasingsOut(film: Film, concepts: Concepts, folds = 8): Sample[] {
  const all = phrasingsOf(film);
  const fold = new Map(all.map(({ text }) => [text, Math.floor(seededBy(`fold ${text}`)() * folds)]));
  return Array.from({ length: folds }, (_, left) => {
    const isLeft = (text: string) => fold.get(text) === left;
    const index = createFilmIndex(withoutPhrasings(film, isLeft), concepts);
    return all
      .filter(({ text }) => isLeft(text) && seededBy(`left ${text}`)() < asked)
      .map(phrasing => sample(index, phrasing, isLeft, [phrasing.entry.id]));
  }).flat();
}

/** The same of facts that are not in the index at all, which must be refused: a fifth of the facts at a time. */
export function leaveFactsOut(film: Film, concepts: Concepts, folds = 5): Sample[] {
  const fold = new Map(film.facts.map(({ id }) => [id, Math.floor(seededBy(id)() * folds)]));
  return Array.from({ length: folds }, (_, left) => {
    const rest = { ...film, facts: film.facts.filter(({ id }) => fold.get(id) !== left) };
    const index = createFilmIndex(rest, concepts);
    return phrasingsOf({ ...film, unknowns: [] })
      .filter(({ entry, text }) => fold.get(entry.id) === left && seededBy(`fact ${text}`)() < asked / 2)
      .map(phrasing => sample(index, phrasing, () => false, []));
  }).flat();
}

/**
 * Questions with one foreign slot, which must be refused: a phrasing that is in the index, its most telling word
 * exchanged for one that another entry is asked with. "Which instrument does Eva play?" is not about Eva's children.
 */
export function exchangeSlots(film: Film, concepts: Concepts): Sample[] {
  const index = createFilmIndex(film, concepts);
  const all = phrasingsOf(film);
  return all
    .filter(({ text }) => seededBy(`slot ${text}`)() < asked / 4)
    .flatMap(({ language, text }) => {
      const random = seededBy(`exchanged ${text}`);
      const words = tokens(text);
      const telling = words
        .filter(word => !isFunctionWord(word, language))
        .sort((a, b) => weightOf(index, b, language) - weightOf(index, a, language))[0];
      const other = all[Math.floor(random() * all.length)];
      const spare = tokens(other?.language === language ? other.text : '').filter(
        word => !isFunctionWord(word, language) && !words.includes(word),
      );
      const stranger = spare[Math.floor(random() * spare.length)];
      if (telling === undefined || stranger === undefined || words.length < 3) return [];
      const question = disguise(
        words.map(word => (word === telling ? stranger : word)).join(' '),
        language,
        random,
      );
      return [{ right: [], meant: '', ...found(index, question, language) }];
    });
}

/**
 * Questions with a stranger, which must be refused: a phrasing in which somebody is called by name, exchanged for
 * somebody of the film whom none of the fact's texts names. One for each fact and language.
 */
export function exchangePeople(film: Film, concepts: Concepts): Sample[] {
  const index = createFilmIndex(film, concepts);
  const people = film.people.flatMap(({ id, name, aliases }) => {
    const call = [...Object.values(name), ...aliases].find(text => oneName.test(text));
    return call === undefined ? [] : [{ unit: index.units.get(`@${id}`) ?? 0, call }];
  });
  const isStranger = ({ number, about }: IndexedEntry, unit: Unit) =>
    !about.has(unit) && [index.postings, index.answerPostings].every(rows => valueAt(rows, unit, number) === 0);
  return index.entries.flatMap(indexed => {
    if (indexed.entry.kind !== 'fact') return [];
    const strangers = people.filter(({ unit }) => isStranger(indexed, unit));
    return languages.flatMap(language => {
      const random = seededBy(`${indexed.entry.id} ${language}`);
      const naming = (indexed.entry.questions[language] ?? []).flatMap(text => {
        const [called, ...others] = people.filter(({ call }) => text.split(/[^\p{L}]+/u).includes(call));
        return called === undefined || others.length > 0 ? [] : [{ text, call: called.call }];
      });
      const one = naming[Math.floor(random() * naming.length)];
      const stranger = strangers[Math.floor(random() * strangers.length)];
      if (one === undefined || stranger === undefined) return [];
      const question = one.text.replaceAll(one.call, stranger.call);
      return [{ right: [], meant: indexed.entry.id, ...found(index, question, language) }];
    });
  });
}

/** Georges, and not Georges Laurent or Mr. Merry. */
const oneName = /^\p{Lu}\p{L}+$/u;

/** Questions that people wrote from the documents, with the facts that answer each. */
export function askQuestions(film: Film, concepts: Concepts, questions: readonly GradedQuestion[]): Sample[] {
  const index = createFilmIndex(film, concepts);
  return questions.map(({ question, facts }) => ({
    right: facts,
    meant: facts[0] ?? '',
    ...found(index, question, undefined),
  }));
}

function found(index: FilmIndex, question: string, language: Language | undefined) {
  const analysis = analyse(index, question, language);
  return { analysis, candidates: findCandidates(index, analysis).candidates };
}

function weightOf(index: FilmIndex, word: string, language: Language): number {
  const unit = index.units.get(stem(word, language));
  return unit === undefined ? index.greatestRarity : (index.rarities[unit] ?? 0);
}

function sample(
  index: FilmIndex,
  { entry, language, text }: Phrasing,
  isLeft: (text: string) => boolean,
  right: readonly FactId[],
): Sample {
  const random = seededBy(text);
  const others = (entry.questions[language] ?? []).filter(other => other !== text && !isLeft(other));
  const other = others[Math.floor(random() * others.length)];
  const question = disguise(other === undefined ? text : blend(text, other, language, random), language, random);
  return { right, meant: entry.id, ...found(index, question, language) };
}

/** One phrasing with each content word, at even odds, exchanged for one of another phrasing. */
function blend(text: string, other: string, language: Language, random: Random): string {
  const spare = tokens(other).filter(word => !isFunctionWord(word, language));
  return tokens(text)
    .map(word => {
      if (isFunctionWord(word, language) || spare.length === 0 || random() < 0.5) return word;
      return spare.splice(Math.floor(random() * spare.length), 1)[0] ?? word;
    })
    .join(' ');
}

interface Phrasing {
  readonly entry: Fact | Unknown;
  readonly language: Language;
  readonly text: string;
}

function phrasingsOf(film: Film): Phrasing[] {
  return [...film.facts, ...film.unknowns].flatMap(entry =>
    languages.flatMap(language => (entry.questions[language] ?? []).map(text => ({ entry, language, text }))),
  );
}

function withoutPhrasings(film: Film, leaves: (text: string) => boolean): Film {
  const thin = <E extends Fact | Unknown>(entry: E): E => {
    const questions = languages.map(language => {
      const kept = (entry.questions[language] ?? []).filter(text => !leaves(text));
      return [language, kept];
    });
    return { ...entry, questions: Object.fromEntries(questions) };
  };
  return { ...film, facts: film.facts.map(thin), unknowns: film.unknowns.map(thin) };
}

/** As people write: one in four with slips of the fingers, one in eight as keywords only. */
function disguise(text: string, language: Language, random: Random): string {
  const draw = random();
  if (draw < 0.25) return misspell(text, random);
  if (draw < 0.375)
    return (
      tokens(text)
        .filter(word => !isFunctionWord(word, language))
        .join(' ') || text
    );
  return text;
}

/** One slip each in one or two of the longer words: a letter left out, doubled, swapped or hit beside. */
export function misspell(text: string, random: Random): string {
  const long = [...text.matchAll(longWord)];
  const slips = Math.min(long.length, random() < 0.5 ? 1 : 2);
  const hit = new Map<number, string>();
  for (let slip = 0; slip < slips; slip++) {
    const [word] = long.splice(Math.floor(random() * long.length), 1);
    if (word !== undefined) hit.set(word.index, slipIn(word[0], random));
  }
  return text.replace(longWord, (word, at: number) => hit.get(at) ?? word);
}

const longWord = /\p{L}{5,}/gu;

function slipIn(word: string, random: Random): string {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const letter = word[at] ?? '';
  const next = word[at + 1] ?? '';
  switch (Math.floor(random() * 4)) {
    case 0:
      return word.slice(0, at) + word.slice(at + 1);
    case 1:
      return word.slice(0, at) + letter + word.slice(at);
    case 2:
      return word.slice(0, at) + next + letter + word.slice(at + 2);
    default:
      return word.slice(0, at) + String.fromCharCode(97 + Math.floor(random() * 26)) + word.slice(at + 1);
  }
}
