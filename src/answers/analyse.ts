import { spelledOut } from '../text/chat-spelling.ts';
import { rankOf } from '../text/common-words.ts';
import { isFiller, isFunctionWord } from '../text/function-words.ts';
import { unjoined } from '../text/joined-words.ts';
import { detectLanguage, type Language, languages } from '../text/language.ts';
import { type QuestionType, questionType } from '../text/question-type.ts';
import { stem } from '../text/stem.ts';
import { tokens } from '../text/tokens.ts';
import { type FilmIndex, functionWeight } from './film-index.ts';
import { forEachMention, type Meaning as Mention, nameOf, startOf } from './lexicon.ts';
import { functionName, type Unit } from './senses.ts';
import { type Correction, correct } from './spelling.ts';

/** A word of a question, with what it may stand for in the index. */
export interface AskedWord {
  readonly word: string;
  /** What the index has instead of a misspelt word. */
  readonly corrected?: string;
  /** Units it may stand for and how far each may be trusted, 0 to 1; none for a word that nothing here knows. */
  readonly meanings: readonly Meaning[];
  /** Whether it names somebody or something, or helps to. */
  readonly isName: boolean;
  /** What it counts when it is met, and costs when it is not. */
  readonly weight: number;
  /**
   * How much of a witness it is, 0 to 1: the words of a name are one (Jean-Louis Trintignant), and who says a word for
   * the third time says no more.
   */
  readonly part: number;
  readonly isFunction: boolean;
  /** It is of another film's title that the pack never mentions, or nothing here knows it and it begins with a capital. */
  readonly isForeign: boolean;
}

export interface Meaning {
  readonly unit: Unit;
  readonly credit: number;
}

export interface Analysis {
  readonly language: Language;
  readonly type: QuestionType | undefined;
  readonly words: readonly AskedWord[];
  /** Who and what the question names, other films with them. */
  readonly entities: readonly Unit[];
  /** Of these, those that are called by a proper name. */
  readonly people: readonly Unit[];
  /** Of these, other films that the pack mentions. */
  readonly titles: readonly Unit[];
  /** Whom and what it names, by their ids in the pack or by their titles. */
  readonly names: readonly string[];
}

/** What a unit is worth to a question, by how it was reached. Below its own stem everything is a guess. */
const credits = {
  /** The stem that another language's rules give: for questions in two languages at once. */
  otherStem: 0.8,
  concept: 0.7,
  entity: 0.8,
  correction: 0.9,
};

/** How much an unknown word speaks against every fact, by how common it is: small talk less than a name. */
const unknownWeights = { smallTalk: 0.35, ordinary: 0.7, rare: 1 };
const smallTalkRank = 400;

/** Nobody asks one thing in more words; what follows is not read, which bounds the work for one question. */
const mostWords = 40;
export const longestQuestion = 1000;

/** A question as the index sees it: language, kind, and each word corrected and given its possible meanings. */
export function analyse(index: FilmIndex, question: string, locale: Language | undefined): Analysis {
  const read = question.slice(0, longestQuestion);
  const names = namesIn(read);
  const asked = withoutFillers(index, tokens(read)).slice(0, mostWords);
  const language = detectLanguage(asked, locale, word => tongueOf(index, word));
  const spelled = asked
    .flatMap(word => (names.has(word) ? [word] : apart(index, spelledOut(word, language), language)))
    .map(word => respell(index, spelledOut(word, language), language, names.has(word)));
  const corrected = spelled.map(({ word, corrections }) => corrections[0] ?? word);
  const named = namedUnits(index, corrected, language);
  const words = spelled.map(({ word, corrections }, at): AskedWord => {
    const rightly = corrections[0] ?? word;
    const isFunction = isFunctionWord(rightly, language);
    const meanings = isFunction
      ? functionOf(index, rightly, language)
      : meaningsOf(index, word, corrections, language);
    const { units, length, isForeign } = named[at] ?? { units: [], length: 1, isForeign: false };
    for (const { unit, credit } of units) raise(meanings, unit, credit);
    const list = [...meanings].map(([unit, credit]) => ({ unit, credit }));
    return {
      word,
      ...(corrections[0] === undefined ? {} : { corrected: corrections[0] }),
      meanings: list,
      isName: units.some(({ meant }) => meant.kind !== 'concept'),
      weight: isFunction ? functionWeight : weigh(index, word, list, language) / length,
      part: isSaidTwice(word, spelled.slice(0, at)) ? 0 : 1 / length,
      isFunction,
      isForeign: isForeign || (!isFunction && list.length === 0 && names.has(word)),
    };
  });
  const meant = named.flatMap(({ units }) => units).filter(({ meant }) => meant.kind !== 'concept');
  const entities = new Map(meant.map(({ unit, meant }) => [unit, meant.id]));
  const unitsOf = (kind: Mention['kind']) =>
    meant.filter(({ meant }) => meant.kind === kind && meant.isProper).map(({ unit }) => unit);
  return {
    language,
    type: questionType(corrected),
    words,
    entities: [...entities.keys()],
    people: [...new Set(unitsOf('entity'))],
    titles: unitsOf('title'),
    names: [...entities.values()],
  };
}

/** Within a question "guys" and "sorry" stay, as any that the pack knows; before one they say nothing. */
function withoutFillers({ lexicon }: FilmIndex, words: readonly string[]): string[] {
  const first = words.findIndex(word => !isFiller(word));
  return words.slice(Math.max(0, first)).filter(word => !isFiller(word) || lexicon.words.has(word));
}

function isSaidTwice(word: string, said: readonly { readonly word: string }[]): boolean {
  return said.filter(({ word: before }) => before === word).length >= 2;
}

/**
 * The words within a sentence that begin with a capital, folded: names, where the writer takes the trouble. None where
 * every word does, or all letters are capitals.
 */
function namesIn(text: string): ReadonlySet<string> {
  const within = text.match(/(?<=[\p{L}\p{N},;:'’"] ["'“«(]?)\p{L}+/gu) ?? [];
  const capitalised = within.filter(word => /^\p{Lu}\p{Ll}/u.test(word));
  return new Set(capitalised.length < within.length ? capitalised.flatMap(tokens) : []);
}

/** The language whose texts in the pack have most of a word, 'several' where none has most; nothing for a strange word. */
export function tongueOf({ spelling, tongues }: FilmIndex, word: string): Language | 'several' | undefined {
  const place = spelling.places.get(word);
  return place === undefined ? undefined : tongues[place];
}

/**
 * What the index has for a word that it does not know and that is no ordinary word of the language. Who writes a name
 * with a capital takes care: it stands for hardly anything but a name here, and a short one that is more than one slip
 * away from all of them (Hanks, Haneke) is somebody else.
 */
function respell(
  index: FilmIndex,
  word: string,
  language: Language,
  isName: boolean,
): { word: string; corrections: string[] } {
  if (isKnown(index, word, language)) return { word, corrections: [] };
  const isMeant = (correction: Correction) => !isName || isMeantByName(index, word, correction);
  const corrections = correct(index.spelling, word, isMeant).map(correction => correction.word);
  const stemmed = stem(word, language);
  // Another form of a word that is known, and not a slip that happens to look like one.
  const isForm =
    index.units.has(stemmed) &&
    (corrections.length === 0 || corrections.some(correction => stem(correction, language) === stemmed));
  return { word, corrections: isForm ? [] : corrections };
}

function isKnown({ spelling }: FilmIndex, word: string, language: Language): boolean {
  return isFunctionWord(word, language) || rankOf(word, language) !== undefined || spelling.places.has(word);
}

/** A word that nothing here knows may be two: a small one, and one that the index has. */
function apart(index: FilmIndex, word: string, language: Language): readonly string[] {
  const words = unjoined(word, language);
  const isTwo = !isKnown(index, word, language) && index.spelling.places.has(words.at(-1) ?? '');
  return isTwo ? words : [word];
}

/** A name, or with one slip in a longer word what begins alike: some write any word with a capital. */
function isMeantByName({ names }: FilmIndex, word: string, { word: known, distance }: Correction): boolean {
  if (names.has(known)) return distance === 1 || word.length > shortName;
  return distance === 1 && word.length >= shortName && known[0] === word[0];
}

/** In letters. */
const shortName = 5;

function functionOf(index: FilmIndex, word: string, language: Language): Map<Unit, number> {
  const unit = index.units.get(functionName(stem(word, language)));
  return new Map(unit === undefined ? [] : [[unit, 1]]);
}

/** The stems that a word and its corrections may have, its own language's first. */
function meaningsOf(
  index: FilmIndex,
  word: string,
  corrections: readonly string[],
  language: Language,
): Map<Unit, number> {
  const meanings = new Map<Unit, number>();
  for (const read of [word, ...corrections]) {
    const trust = read === word ? 1 : credits.correction;
    for (const other of languages) {
      const unit = index.units.get(stem(read, other));
      if (unit !== undefined) raise(meanings, unit, trust * (other === language ? 1 : credits.otherStem));
    }
  }
  return meanings;
}

/** What a word names or helps to name. */
interface Named {
  readonly units: (Meaning & { readonly meant: Mention })[];
  /** In words. */
  length: number;
  /** The title of a film that the pack never mentions. */
  isForeign: boolean;
}

function namedUnits(index: FilmIndex, words: readonly string[], language: Language): Named[] {
  const named = words.map((): Named => ({ units: [], length: 1, isForeign: false }));
  const starting = words.map(word => {
    const stemmed = stem(word, language);
    return { stem: stemmed, start: startOf(index.lexicon, stemmed, language) };
  });
  forEachMention(starting, (start, length, meant) => {
    const unit = index.units.get(nameOf(meant));
    const credit = meant.kind === 'concept' ? credits.concept : credits.entity;
    for (const word of named.slice(start, start + length)) {
      if (meant.isProper) word.length = Math.max(word.length, length);
      if (unit !== undefined) word.units.push({ unit, credit, meant });
      else if (meant.kind === 'title') word.isForeign = true;
    }
  });
  return named;
}

/** A word weighs what its best meaning tells; an unknown one what its rarity in the language suggests. */
function weigh(index: FilmIndex, word: string, meanings: readonly Meaning[], language: Language): number {
  const first = meanings.reduce<Meaning | undefined>(
    (best, next) => (best && best.credit >= next.credit ? best : next),
    undefined,
  );
  if (first !== undefined) return index.rarities[first.unit] ?? 0;
  const rank = rankOf(word, language);
  if (rank === undefined) return unknownWeights.rare * index.greatestRarity;
  return (rank <= smallTalkRank ? unknownWeights.smallTalk : unknownWeights.ordinary) * index.greatestRarity;
}

function raise(meanings: Map<Unit, number>, unit: Unit, credit: number): void {
  if (credit > (meanings.get(unit) ?? 0)) meanings.set(unit, credit);
}
