import { type Fact, type FactId, type Film, type Horizon, isDisputed, localized } from '../films/film.ts';
import { isHidden } from '../films/horizon.ts';
import type { Language } from '../text/language.ts';
import type { Question, Settings } from './quiz.ts';

export interface Pool {
  readonly facts: readonly Fact[];
  /** Facts of the same difficulty that somebody who plays must not see yet. */
  readonly heldBack: number;
}

/** What may be asked: undisputed, quizzable, of the difficulty, and without `spoilers` nothing hidden from a player. */
export function poolOf(film: Film, { difficulty, spoilers }: Settings, horizons: readonly Horizon[]): Pool {
  const fitting = film.facts.filter(
    fact =>
      fact.quiz !== undefined &&
      !isDisputed(fact) &&
      (difficulty === 'mixed' || fact.quiz.difficulty === difficulty),
  );
  const facts = spoilers
    ? fitting
    : fitting.filter(fact => horizons.every(horizon => !isHidden(film, fact, horizon)));
  return { facts, heldBack: fitting.length - facts.length };
}

/**
 * One question of the pool. `asked` are the facts asked in this room before, the latest last: those asked least often
 * come first, so none repeats until all have had their turn; nor does one whose answer was just given.
 * `random` gives numbers from 0 to below 1.
 */
export function drawQuestion(
  film: Film,
  pool: Pool,
  asked: readonly FactId[],
  language: Language,
  random: () => number,
): Question | undefined {
  const times = new Map<FactId, number>();
  for (const fact of asked) times.set(fact, (times.get(fact) ?? 0) + 1);
  const fewest = Math.min(...pool.facts.map(({ id }) => times.get(id) ?? 0));
  const fresh = pool.facts.filter(({ id }) => (times.get(id) ?? 0) === fewest);
  const last = film.facts.find(({ id }) => id === asked.at(-1));
  const other = fresh.filter(
    fact => last === undefined || optionOf(film, fact, language) !== optionOf(film, last, language),
  );
  const fact = pick(other.length > 0 ? other : fresh, random);
  if (fact?.quiz === undefined) return undefined;
  const decoys = shuffled(localized(film, fact.quiz.decoys, language), random).slice(0, 3);
  const option = localized(film, fact.quiz.option, language);
  const choices = shuffled([option, ...decoys], random);
  return {
    fact: fact.id,
    text: localized(film, fact.questions, language)[0],
    choices,
    right: choices.indexOf(option),
    because: localized(film, fact.answer, language),
    sources: film.documents
      .filter(({ id }) => fact.claims.some(({ document }) => document === id))
      .map(({ title }) => localized(film, title, language)),
    heldBack: pool.heldBack,
  };
}

function optionOf(film: Film, fact: Fact, language: Language): string | undefined {
  return fact.quiz === undefined ? undefined : localized(film, fact.quiz.option, language).toLowerCase();
}

function pick<T>(list: readonly T[], random: () => number): T | undefined {
  return list[Math.floor(random() * list.length)];
}

/** Fisher–Yates. */
function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const mixed = [...list];
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [mixed[at], mixed[other]] = [mixed[other] as T, mixed[at] as T];
  }
  return mixed;
}
