import { type Candidate, type FeatureName, type Features, someShare } from './features.ts';
import type { IndexedEntry } from './film-index.ts';
import { sharedValue } from './sparse.ts';
import weights from './weights.json' with { type: 'json' };

export interface Ranked extends Candidate {
  /** The weighted sum of the features: differences between scores are log odds. */
  readonly score: number;
}

/** What the ranking and the confidence have learned; see `npm run train`. */
export type Weights = typeof weights;

/**
 * Best first; equal scores by id, so that the order of the files never matters. Without the known unknowns that the
 * question does not ask for.
 */
export function rank(candidates: readonly Candidate[], { ranking }: Weights = weights): Ranked[] {
  const ranked = candidates
    .map(candidate => ({ ...candidate, score: scoreOf(candidate.features, ranking) }))
    .sort((a, b) => b.score - a.score || (a.indexed.entry.id < b.indexed.entry.id ? -1 : 1));
  const fact = ranked.find(({ indexed }) => indexed.entry.kind === 'fact');
  return ranked.filter(candidate => fact === undefined || isAskedFor(candidate, fact));
}

/**
 * Who types "first pigeon" wants to hear what is known of it, and not that nobody says what it means: a text in which no
 * kind of question is recognised asks for a known unknown only if it is one of its phrasings, or has a word of them
 * that the best fact holds half as often at most.
 */
function isAskedFor({ indexed, features, isTyped, held }: Candidate, fact: Candidate): boolean {
  if (isTyped || indexed.entry.kind === 'fact') return true;
  return (
    isVerbatim(features) || held.some((share, word) => share >= someShare && (fact.held[word] ?? 0) <= share / 2)
  );
}

/** Whether the best phrasing has the question's words and no others, but for a small one (this film, the film) and no name. */
function isVerbatim({ coverage, precision, stranger }: Features): boolean {
  return Math.min(coverage, precision) > (stranger < someStranger ? nearlyAll : all);
}

/** Of 206 questions that people wrote and that are so near a phrasing, 205 mean its fact. */
const nearlyAll = 0.92;
const all = 0.99;
const someStranger = 0.3;

export const featureNames = Object.keys(weights.ranking) as readonly FeatureName[];

export function weightOf(name: FeatureName): number {
  return weights.ranking[name];
}

function scoreOf(features: Features, ranking: Weights['ranking']): number {
  return featureNames.reduce((sum, name) => sum + ranking[name] * features[name], 0);
}

/** What decides how sure we are of the best candidate. `bias` is always 1. */
export type Evidence = Readonly<Record<keyof Weights['confidence'], number>>;

export const evidenceNames = Object.keys(weights.confidence) as readonly (keyof Evidence)[];

export function sureness(name: keyof Evidence): number {
  return weights.confidence[name];
}

export function evidenceOf(ranked: readonly Ranked[]): Evidence {
  const [best] = ranked;
  const { likelihood, second, about, stranger, unmet, foreign } = best?.features ?? nothingFound;
  const odds = best === undefined ? 0 : oddsOf(best, ranked);
  return {
    bias: 1,
    odds,
    likelihood,
    second,
    about,
    stranger,
    unmet,
    foreign,
  };
}

const nothingFound = { likelihood: -1, second: 0, about: 0, stranger: 1, unmet: 1, foreign: 0 };

/**
 * The log odds, within ±4, that the best one says what was asked for, as the ranking was trained to give them, against
 * the others and against something that the pack does not hold at all: in a small pack there are few others.
 */
function oddsOf(best: Ranked, ranked: readonly Ranked[]): number {
  let said = 0;
  let unsaid = Math.exp(somethingElse - best.score);
  for (const candidate of ranked) {
    const likelihood = Math.exp(candidate.score - best.score);
    const share = saysOf(best.indexed, candidate.indexed);
    said += likelihood * share;
    unsaid += likelihood * (1 - share);
  }
  return Math.max(-widestOdds, Math.min(widestOdds, Math.log(said / unsaid)));
}

/**
 * How far one entry's answer, 0 to 1, says what another one's does: neighbours often tell of one moment, and where
 * either answers the question, their closeness is no doubt. Nobody tells a thing twice in the same words, so half of the
 * other's words, weighed by their rarity, is all of it. Both must be of one index.
 */
export function saysOf(one: IndexedEntry, other: IndexedEntry): number {
  if (one === other) return 1;
  const { answers } = one;
  const all = sharedValue(answers, other.number, other.number);
  return all === 0 ? 0 : Math.min(1, (2 * sharedValue(answers, one.number, other.number)) / all);
}

/** A fifth of the questions that no entry answers have no entry with a higher score, and not one in a hundred of the others. */
const somethingElse = 6;

/** Beyond this a larger lead says nothing more. */
const widestOdds = 4;

/**
 * The probability, 0 to 1, that the best candidate is what was asked for. What a curator wrote down as a way to ask for
 * it is one, however near others are.
 */
export function confidenceIn([best]: readonly Ranked[], evidence: Evidence): number {
  const confidence = confidenceOf(evidence);
  return best !== undefined && isVerbatim(best.features) ? Math.max(verbatimTrust, confidence) : confidence;
}

const verbatimTrust = 0.9;

/** The same from the evidence alone. */
export function confidenceOf(evidence: Evidence, { confidence }: Weights = weights): number {
  const logit = evidenceNames.reduce((sum, name) => sum + confidence[name] * evidence[name], 0);
  return 1 / (1 + Math.exp(-logit));
}
