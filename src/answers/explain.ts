import type { Fact, Film } from '../films/film.ts';
import type { Language } from '../text/language.ts';
import { tokens } from '../text/tokens.ts';
import { type Analysis, analyse } from './analyse.ts';
import type { Answer, Candidate } from './answer.ts';
import { clausesOf, questionsForEach, questionsOf } from './clauses.ts';
import { findCandidates } from './features.ts';
import type { FilmIndex } from './film-index.ts';
import { meansSomebody } from './follow-up.ts';
import { isOtherLanguage } from './other-language.ts';
import { confidenceIn, type Evidence, evidenceOf, type Ranked, rank } from './rank.ts';
import { createScopeReader } from './scope.ts';
import { smallTalkOf } from './small-talk.ts';

/** A message, or the clause of it that is surest, with all that led to its answer. */
export interface Explanation extends Reading {
  readonly answer: Answer;
}

interface Reading {
  readonly analysis: Analysis;
  /** Best first. */
  readonly ranked: readonly Ranked[];
  readonly evidence: Evidence;
  readonly confidence: number;
  /** Index entries looked at: what bounds the work. */
  readonly visited: number;
  /** Of a message the part that was read, where that is not all of it, and how far that is trusted, 0 to 1. */
  readonly clause?: { readonly text: string; readonly trust: number };
}

/** From here up we answer. `npm run train` prints what other thresholds would do. */
export const sureFrom = 0.72;
/** From here up we offer what it might be; below, only the nearest that is known. */
export const unsureFrom = 0.05;

/**
 * A clause has lost what stands around it, and the surest of several readings seems surer than it is: less so where the
 * rest names nobody, and is mostly about the evening of who asks.
 */
const clauseTrust = { restNamesNobody: 0.9, restNamesSomebody: 0.8 };

/** Of a message so many are read, and the first two that are sure are told: nobody reads a wall of cards. */
const mostQuestions = 3;

/** Below this a clause may still be surer, and about something else than what is said around it. */
const settledFrom = 0.85;

/** "Who plays Anne and Eva?" says one thing beside the names. */
const whoAndWhat = 1;

const candidateCount = 3;

/** Reads messages by themselves, whatever was said before. */
export function createExplain(film: Film, index: FilmIndex) {
  const withoutScope = createScopeReader(film, index);

  function read(analysis: Analysis): Reading {
    const { candidates, visited } = findCandidates(index, analysis);
    const ranked = rank(candidates);
    const evidence = evidenceOf(ranked);
    return { analysis, ranked, evidence, confidence: confidenceIn(ranked, evidence), visited };
  }

  function readClause(text: string, whole: Analysis): Reading | undefined {
    const analysis = analyse(index, text, whole.language);
    if (!isQuestion(text, analysis)) return;
    const reading = read(analysis);
    const namesAll = whole.entities.every(unit => analysis.entities.includes(unit));
    const trust = namesAll ? clauseTrust.restNamesNobody : clauseTrust.restNamesSomebody;
    return { ...reading, clause: { text, trust }, confidence: trust * reading.confidence };
  }

  function readUnscoped(question: string, { language }: Analysis): Reading[] {
    const text = withoutScope(question, language);
    return text === undefined ? [] : [{ ...read(analyse(index, text, language)), clause: { text, trust: 1 } }];
  }

  function analysed(questions: readonly string[], language: Language) {
    return questions.slice(0, mostQuestions).map(text => ({ text, analysis: analyse(index, text, language) }));
  }

  /**
   * The questions of a message that asks several, each read by itself. Not who means by "her" whom an earlier one names:
   * "who plays Eva? who kills her?" must not tell who kills somebody else.
   */
  function readEach(message: string, whole: Reading): Reading[] {
    const { language } = whole.analysis;
    const parts = questionsOf(message, true);
    if (parts.length < 2) return [];
    const apart = analysed(parts, language);
    // What is sure with its "and" may well be one question, unless each part says whom or what it is about.
    const isApart = whole.confidence < sureFrom || apart.every(({ analysis }) => analysis.entities.length > 0);
    const questions = isApart ? apart : analysed(questionsOf(message, false), language);
    if (questions.length < 2) return [];
    let isSomebodyNamed = false;
    return questions.flatMap(({ text, analysis }) => {
      const namesNobody = analysis.entities.length === 0;
      if (namesNobody && isSomebodyNamed && meansSomebody(tokens(text), language)) return [];
      isSomebodyNamed ||= !namesNobody;
      return [{ ...read(analysis), clause: { text, trust: 1 } }];
    });
  }

  /**
   * For each of two names that "and" joins. What is sure for both is told unless it is about one of them alone and what
   * is asked of that one; and where more is said than who and what, it is one question.
   */
  function readForEach(whole: Reading): Reading[] {
    const { language, words, people } = whole.analysis;
    const isSure = whole.confidence >= sureFrom;
    const best = whole.ranked[0]?.indexed;
    const said = words.filter(({ isFunction, isName }) => !isFunction && !isName).length;
    if (isSure && (said > whoAndWhat || people.every(unit => best?.about.has(unit)))) return [];
    const readings = analysed(questionsForEach(words), language).map(({ text, analysis }) => ({
      ...read(analysis),
      clause: { text, trust: 1 },
    }));
    return isSure && readings.every(({ ranked }) => ranked[0]?.indexed !== best) ? [] : readings;
  }

  function explain(question: string, locale?: Language): Explanation {
    const whole = read(analyse(index, question, locale));
    const apart = readEach(question, whole);
    const each = apart.length > 0 ? apart : readForEach(whole);
    const [one, two] = each.flatMap(reading => sureOf(reading) ?? []);
    if (one !== undefined && two !== undefined && one.fact !== two.fact) {
      const answer = decide(index, question, whole.analysis, one.reading);
      const also = answer.kind === 'answered' ? { also: two.fact } : {};
      return { ...one.reading, visited: visitedBy([whole, ...each]), answer: { ...answer, ...also } };
    }
    const isSettled = whole.confidence >= settledFrom || whole.evidence.foreign > 0;
    const clauses = isSettled ? [] : clausesOf(question);
    const readings = [
      whole,
      ...(isSettled ? [] : readUnscoped(question, whole.analysis)),
      ...clauses.flatMap(clause => readClause(clause, whole.analysis) ?? []),
    ];
    const best = readings.reduce((best, next) => (next.confidence > best.confidence ? next : best));
    const visited = visitedBy([...readings, ...each]);
    return { ...best, visited, answer: decide(index, question, whole.analysis, best) };
  }

  return explain;
}

/** What is surely asked for, in words that say what kind of thing. */
function sureOf(reading: Reading): { reading: Reading; fact: Fact } | undefined {
  const fact = reading.ranked[0]?.indexed.entry;
  const isSure = reading.analysis.type !== undefined && reading.confidence >= sureFrom;
  return isSure && fact?.kind === 'fact' ? { reading, fact } : undefined;
}

function visitedBy(readings: readonly Reading[]): number {
  return readings.reduce((sum, { visited }) => sum + visited, 0);
}

/** Whether a clause asks for something by itself: "what did he say" leans on the rest, "why does he slap her" on nothing. */
function isQuestion(text: string, { type, words }: Analysis): boolean {
  const content = words.filter(({ isFunction, meanings }) => !isFunction && meanings.length > 0);
  return (type !== undefined || text.includes('?')) && content.length >= 2;
}

function decide(index: FilmIndex, question: string, analysis: Analysis, { ranked, confidence }: Reading): Answer {
  const { language } = analysis;
  const talk = smallTalkOf(question);
  if (talk !== undefined)
    return { kind: 'unknown', language, reason: { because: 'small-talk', talk }, candidates: [] };
  if (isOtherLanguage(index, question, analysis)) {
    return { kind: 'unknown', language, reason: { because: 'other-language' }, candidates: [] };
  }
  const candidates = candidatesOf(ranked, confidence);
  const best = ranked[0]?.indexed.entry;
  if (best?.kind === 'unknown' && confidence >= unsureFrom) {
    return { kind: 'unknown', language, reason: { because: 'not-documented', unknown: best }, candidates };
  }
  if (best?.kind === 'fact' && confidence >= sureFrom) {
    return { kind: 'answered', language, fact: best, confidence, candidates };
  }
  if (confidence >= unsureFrom) return { kind: 'unsure', language, candidates };
  return { kind: 'unknown', language, reason: { because: 'not-known' }, candidates };
}

/** The nearest facts; each one's confidence is the best one's, less what its score lacks. */
function candidatesOf(ranked: readonly Ranked[], confidence: number): Candidate[] {
  const top = ranked[0]?.score ?? 0;
  return ranked
    .flatMap(({ indexed: { entry }, score }) =>
      entry.kind === 'fact' ? [{ fact: entry, confidence: confidence * Math.exp(score - top) }] : [],
    )
    .slice(0, candidateCount);
}
